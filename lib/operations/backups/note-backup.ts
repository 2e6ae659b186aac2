import "server-only";
import { command } from "@/lib/kernel/access/command";
import { NoteBackup } from "./input";

/** Writes into the log of an organisation that its data was backed up, restored, or restored as a drill. */
export const noteBackup = command({
  needs: "job.run",
  input: NoteBackup,
  async run(ctx, { what, rows, files, missing, held = true }) {
    const subjectId = ctx.orgId;
    if (what === "made")
      return { value: what, audit: { action: "backup.made", subjectId, detail: { rows, files, missing } } };
    if (what === "drilled")
      return { value: what, audit: { action: "restore.drilled", subjectId, detail: { rows, files, held } } };
    return { value: what, audit: { action: "backup.restored", subjectId, detail: { rows, files } } };
  },
});

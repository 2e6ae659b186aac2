import "server-only";
import { command } from "@/lib/kernel/access/command";
import { NoteRetired } from "./input";

/** Writes into the log of an organisation that a key of the installation wraps nothing any more. */
export const noteRetired = command({
  needs: "job.run",
  input: NoteRetired,
  async run(ctx, { key }) {
    return { value: key, audit: { action: "keys.retired", subjectId: ctx.orgId, detail: { key } } };
  },
});

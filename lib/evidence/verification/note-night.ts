import "server-only";
import { command } from "@/lib/kernel/access/command";
import { NoteNight } from "./input";

/** Writes into the log how much a night's check looked at and how much of it did not hold. */
export const noteNight = command({
  needs: "job.run",
  input: NoteNight,
  async run(ctx, counts) {
    return { value: counts, audit: { action: "evidence.checked", subjectId: ctx.orgId, detail: counts } };
  },
});

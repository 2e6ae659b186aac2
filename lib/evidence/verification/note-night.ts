import "server-only";
import { command } from "@/lib/kernel/access/command";
import { NoteNight } from "./input";

/** Logs how much a nightly check covered and how much of it failed. */
export const noteNight = command({
  needs: "job.run",
  input: NoteNight,
  async run(ctx, counts) {
    return { value: counts, audit: { action: "evidence.checked", subjectId: ctx.orgId, detail: counts } };
  },
});

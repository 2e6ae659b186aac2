import "server-only";
import { command } from "@/lib/kernel/access/command";
import { NoteTidied } from "./input";

/** Writes into the log how many stored files that no record names were removed, and how many were left on a doubt. */
export const noteTidied = command({
  needs: "job.run",
  input: NoteTidied,
  async run(ctx, counts) {
    return { value: counts, audit: { action: "files.tidied", subjectId: ctx.orgId, detail: counts } };
  },
});

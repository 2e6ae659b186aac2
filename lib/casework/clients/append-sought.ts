import "server-only";
import { command } from "@/lib/kernel/access/command";
import { AppendSought } from "./input";

/** Writes into the log which hidden records a search reached. For the job that follows a search. */
export const appendSought = command({
  needs: "job.run",
  input: AppendSought,
  async run(_ctx, { entries: [first, ...rest] }) {
    return { value: null, audit: [first, ...rest] };
  },
});

import "server-only";
import { type Ctx, withTransaction } from "@/lib/kernel/access/ctx";
import { NotConfined } from "@/lib/platform/sandbox/confinement";
import { addHours } from "@/lib/platform/time/clock";
import type { JobName, JobPayload } from "./names";
import { enqueue } from "./queue";

const laterHours = 1 / 4;

/** If this server cannot open a file safely, the file is left unchanged and the job is retried until it can. */
export async function orLater<Name extends JobName>(
  ctx: Ctx,
  name: Name,
  payload: Omit<JobPayload[Name], "orgId">,
  act: () => Promise<unknown>,
): Promise<void> {
  try {
    await act();
  } catch (error) {
    if (!(error instanceof NotConfined)) throw error;
    await withTransaction(ctx, "read write", (scoped) => enqueue(scoped, name, payload, addHours(ctx.now, laterHours)));
  }
}

import "server-only";
import { AsyncLocalStorage } from "node:async_hooks";
import { onAppended } from "@/lib/kernel/access/head-record";
import { jobCtx } from "@/lib/kernel/jobs/job-ctx";
import { describeError } from "@/lib/platform/describe-error";
import { log } from "@/lib/platform/log";
import { anchorHead } from "./anchor-head";
import { anchorEvery } from "./rules";

/** After a failure it is retried after this many more entries. */
const againAfter = 25;

/** The last entry of each log that this process knows to be anchored, or tried in vain. */
const reached = new Map<string, number>();
const running = new Map<string, Promise<void>>();
const inside = new AsyncLocalStorage<true>();

/**
 * From now on this process anchors a log before it answers the command that brings 500 entries without an anchor. Most
 * commands only compare two numbers, without a database query.
 */
export function keepAnchored(): void {
  onAppended(async (orgId, seq) => {
    // Entries appended by anchoring itself do not trigger another anchor.
    if (inside.getStore() || seq - (reached.get(orgId) ?? 0) < anchorEvery.entries) return;
    const going = running.get(orgId) ?? anchor(orgId, seq).finally(() => running.delete(orgId));
    running.set(orgId, going);
    await going;
  });
}

async function anchor(orgId: string, seq: number): Promise<void> {
  try {
    const { last } = await inside.run(true, () => anchorHead(jobCtx(orgId), "local"));
    reached.set(orgId, last);
  } catch (error) {
    log().error(describeError(error), "the log was not anchored in time");
    reached.set(orgId, seq - anchorEvery.entries + againAfter);
  }
}

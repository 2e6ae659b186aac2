import "server-only";
import { requirePermission } from "@/lib/kernel/access/command";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { AppError } from "@/lib/platform/errors";
import { PageFailed } from "@/lib/platform/network/page-problems";
import { postMessage } from "@/lib/platform/network/post-message";
import { systemWays, type Ways } from "@/lib/platform/network/reach-host";
import { type Claimed, claimMessages } from "./claim-messages";
import { noteAttempt } from "./note-attempt";
import { signMessage } from "./sign-message";

const timeoutMs = 15_000;

/**
 * The job that sends the messages of an organisation that are due now. No transaction is open meanwhile. A receiver that
 * fails fails nothing: its message waits for its next attempt. @param ways for tests @returns how many it tried
 */
export async function sendMessages(ctx: Ctx, ways: Ways = { ...systemWays, timeoutMs }): Promise<number> {
  requirePermission(ctx, "job.run");
  const claimed = await claimMessages(ctx);
  const attempts = await Promise.all(claimed.map((message) => attempt(ctx, message, ways)));
  for (const noted of attempts) await noteAttempt(ctx, noted).catch(unlessRemoved);
  return claimed.length;
}

async function attempt(ctx: Ctx, { id, webhookId, address, secrets, body }: Claimed, ways: Ways) {
  const from = performance.now();
  const headers = signMessage({ id, at: ctx.now, body }, secrets);
  const answer = await postMessage(new URL(address), { headers, body }, ways).catch((error: unknown) => {
    if (error instanceof PageFailed) return error.problem;
    throw error;
  });
  const tookMs = Math.round(performance.now() - from);
  const said = typeof answer === "string" ? { status: null, problem: answer } : { status: answer, problem: null };
  return { messageId: id, webhookId, tookMs, ...said };
}

/** Somebody removed the webhook while its message was on the way. */
function unlessRemoved(error: unknown): void {
  if (!(error instanceof AppError && error.code === "not_found")) throw error;
}

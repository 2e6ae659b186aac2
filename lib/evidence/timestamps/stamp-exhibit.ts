import "server-only";
import { and, eq } from "drizzle-orm";
import { timestamps } from "@/db/schema";
import { findExhibit } from "@/lib/evidence/exhibits/access";
import { requirePermission } from "@/lib/kernel/access/command";
import { type Ctx, withTransaction } from "@/lib/kernel/access/ctx";
import { AppError } from "@/lib/platform/errors";
import { askAuthority } from "@/lib/platform/tsa/ask";
import { type Authority, authorities, trustedRoots } from "@/lib/platform/tsa/authorities";
import { acceptToken } from "@/lib/platform/tsa/check-token";
import { AskFailed, TokenRefused } from "@/lib/platform/tsa/problems";
import { buildRequest } from "@/lib/platform/tsa/request";
import { tokenIn } from "@/lib/platform/tsa/response";
import { letRest, restOf } from "@/lib/platform/tsa/resting";
import { lockStamp } from "./access";
import { keepTry } from "./keep-try";
import { noteStamp } from "./note-stamp";
import { noteStampProblem } from "./note-stamp-problem";
import { isDue } from "./rules";
import type { StampProblem } from "./types";

type Outcome = "held" | "waits" | StampProblem;

/**
 * The job that requests a stamp over the hash of an exhibit from each time authority that has given none and may be
 * asked now. The result is stored or recorded, so it never fails because of an authority; idempotent. No transaction is
 * open while waiting for an authority.
 * @returns the result for each authority that was due, by its name
 * @throws Error if the trusted roots cannot be read; then no request is made
 */
export async function stampExhibit(ctx: Ctx, { exhibitId }: { exhibitId: string }): Promise<Record<string, Outcome>> {
  requirePermission(ctx, "job.run");
  const { sha256, due } = await readDue(ctx, exhibitId);
  const outcomes: Record<string, Outcome> = {};
  for (const authority of due) {
    const problem = restOf(authority.name, ctx.now);
    outcomes[authority.name] = problem
      ? await letWait(ctx, { exhibitId, authority: authority.name, problem })
      : await stampBy(ctx, { exhibitId, sha256, authority });
  }
  return outcomes;
}

function readDue(ctx: Ctx, exhibitId: string): Promise<{ sha256: string; due: Authority[] }> {
  return withTransaction(ctx, "read only", async (scoped) => {
    const { sha256 } = await findExhibit(scoped, exhibitId);
    const rows = await scoped.db
      .select()
      .from(timestamps)
      .where(and(eq(timestamps.orgId, ctx.orgId), eq(timestamps.exhibitId, exhibitId)));
    const rowOf = (name: string) => rows.find((row) => row.authority === name);
    const due = authorities().filter(({ name }) => {
      const row = rowOf(name);
      return !row || isDue(row, ctx.now);
    });
    return { sha256, due };
  });
}

/** It failed for another exhibit a moment ago: this one says so, and the round comes back to it. */
async function letWait(ctx: Ctx, { exhibitId, authority, problem }: Said): Promise<"waits"> {
  await withTransaction(ctx, "read write", async (scoped) => {
    const row = await lockStamp(scoped, await findExhibit(scoped, exhibitId), authority);
    if (row.state !== "pending" || row.tries > 0) return;
    await scoped.db
      .update(timestamps)
      .set({ problem })
      .where(and(eq(timestamps.orgId, ctx.orgId), eq(timestamps.id, row.id)));
  });
  return "waits";
}

type Said = { exhibitId: string; authority: string; problem: StampProblem };
type Asking = { exhibitId: string; sha256: string; authority: Authority };

async function stampBy(ctx: Ctx, { exhibitId, sha256, authority }: Asking): Promise<Outcome> {
  const trusted = await trustedRoots();
  const { bytes, nonce } = buildRequest(sha256);
  const began = performance.now();
  try {
    const response = await askAuthority(authority.url, bytes);
    const now = new Date(ctx.now.getTime() + performance.now() - began);
    const { token } = acceptToken(tokenIn(response), { sha256, trusted, nonce, now });
    await unlessHeld(() => noteStamp(ctx, { exhibitId, authority: authority.name, token }));
    return "held";
  } catch (error) {
    if (!(error instanceof AskFailed || error instanceof TokenRefused)) throw error;
    if (error instanceof AskFailed && error.problem !== "not_granted") letRest(authority.name, ctx.now, error.problem);
    await unlessHeld(() => noteProblem(ctx, { exhibitId, authority: authority.name, problem: error.problem }));
    return error.problem;
  }
}

/** The same problem once more is counted and not audited again: an authority may be down for days. */
async function noteProblem(ctx: Ctx, answer: Said) {
  await withTransaction(ctx, "read write", async (scoped) => {
    const row = await lockStamp(scoped, await findExhibit(scoped, answer.exhibitId), answer.authority);
    const same = row.tries > 0 && row.problem === answer.problem;
    if (row.state !== "held" && same) return void (await keepTry(scoped, row, answer.problem));
    await noteStampProblem(scoped, answer);
  });
}

/** Another worker was faster: its stamp is as good as ours. */
async function unlessHeld(act: () => Promise<unknown>): Promise<void> {
  try {
    await act();
  } catch (error) {
    if (!(error instanceof AppError && error.code === "conflict")) throw error;
  }
}

import "server-only";
import { and, desc, eq, isNotNull, isNull, lte, or } from "drizzle-orm";
import { auditAnchors } from "@/db/schema";
import { type Ctx, withTransaction } from "@/lib/kernel/access/ctx";
import { addHours } from "@/lib/platform/time/clock";
import { askAuthority } from "@/lib/platform/tsa/ask";
import { type Authority, authorities, trustedRoots } from "@/lib/platform/tsa/authorities";
import { acceptToken } from "@/lib/platform/tsa/check-token";
import { AskFailed, TokenRefused } from "@/lib/platform/tsa/problems";
import { buildRequest } from "@/lib/platform/tsa/request";
import { tokenIn } from "@/lib/platform/tsa/response";
import { type Anchor, lineOf } from "./access";
import { appendAnchors } from "./append-anchors";

/** An unavailable authority is retried after 15 minutes; this many anchors at a time, newest first. */
const againHours = 1 / 4;
const atOnce = 20;

/**
 * Requests a token from a time authority for each anchor without one, from the second authority if the first fails.
 * Without an answer only the time stamps wait. @returns how many were stamped
 */
export async function stampAnchors(ctx: Ctx): Promise<number> {
  const asked = authorities();
  if (asked.length === 0) return 0;
  let stamped = 0;
  for (const anchor of await listDue(ctx)) {
    const done = await stamp(ctx, anchor, asked);
    stamped += done ? 1 : 0;
    // One failure is enough to expect the same for the others of this run.
    if (!done) break;
  }
  return stamped;
}

function listDue(ctx: Ctx): Promise<Anchor[]> {
  const due = or(isNull(auditAnchors.lastTriedAt), lte(auditAnchors.lastTriedAt, addHours(ctx.now, -againHours)));
  const filed = and(isNotNull(auditAnchors.filedAt), isNull(auditAnchors.token));
  const mine = and(eq(auditAnchors.orgId, ctx.orgId), filed, due);
  return withTransaction(ctx, "read only", ({ db }) =>
    db.select().from(auditAnchors).where(mine).orderBy(desc(auditAnchors.seq)).limit(atOnce),
  );
}

async function stamp(ctx: Ctx, anchor: Anchor, asked: readonly Authority[]): Promise<boolean> {
  let problem = "";
  for (const authority of asked) {
    const got = await ask(ctx, authority, anchor.hash.toString("hex"));
    if (typeof got === "string") {
      problem = got;
      continue;
    }
    await keep(ctx, anchor, { ...got, authority: authority.name });
    return true;
  }
  await change(ctx, anchor, { problem, tries: anchor.tries + 1, lastTriedAt: ctx.now });
  return false;
}

/** The verified token, or the name of the problem. */
async function ask(ctx: Ctx, { url }: Authority, sha256: string): Promise<{ token: Buffer; genTime: Date } | string> {
  const trusted = await trustedRoots();
  const { bytes, nonce } = buildRequest(sha256);
  const began = performance.now();
  try {
    const response = await askAuthority(url, bytes);
    const now = new Date(ctx.now.getTime() + performance.now() - began);
    return acceptToken(tokenIn(response), { sha256, trusted, nonce, now });
  } catch (error) {
    if (error instanceof AskFailed || error instanceof TokenRefused) return error.problem;
    throw error;
  }
}

async function keep(ctx: Ctx, anchor: Anchor, got: { token: Buffer; genTime: Date; authority: string }) {
  const { token, genTime, authority } = got;
  await appendAnchors([{ ...lineOf(anchor), authority, token: token.toString("base64") }]);
  const told = { token, authority, genTime, problem: null };
  await change(ctx, anchor, { ...told, tries: anchor.tries + 1, lastTriedAt: ctx.now });
}

async function change(ctx: Ctx, { seq }: Anchor, values: Partial<Anchor>): Promise<void> {
  const condition = and(eq(auditAnchors.orgId, ctx.orgId), eq(auditAnchors.seq, seq), isNull(auditAnchors.token));
  await withTransaction(ctx, "read write", ({ db }) => db.update(auditAnchors).set(values).where(condition));
}

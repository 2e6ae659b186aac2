import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { accounts, imageStops } from "@/db/schema";
import { mayShowMinor, stopByRecord, stopRow } from "@/lib/casework/cases/rules";
import { findClient } from "@/lib/casework/clients/access";
import type { AuditEntry } from "@/lib/kernel/access/audit-entry";
import type { Scoped } from "@/lib/kernel/access/ctx";
import { openVault } from "@/lib/kernel/access/vault";
import { AppError } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import { stoppedSaid } from "./labels";

/** The stop that stands on a case now, or null. */
export async function openStop(ctx: Scoped, caseId: string) {
  const [row] = await ctx.db
    .select()
    .from(imageStops)
    .where(and(eq(imageStops.orgId, ctx.orgId), eq(imageStops.caseId, caseId), isNull(imageStops.liftedAt)));
  return row ?? null;
}

/**
 * True while the case takes no file. Ask it after lockCase when a file is about to be kept: a stop locks the case
 * too, so the one that comes second sees the first.
 */
export async function isStopped(ctx: Scoped, caseId: string): Promise<boolean> {
  return (await openStop(ctx, caseId)) !== null;
}

/** @throws AppError conflict while the case takes, shows and hands out no file */
export async function refuseWhileStopped(ctx: Scoped, caseId: string): Promise<void> {
  if (await isStopped(ctx, caseId)) throw new AppError("conflict", stoppedSaid);
}

/** Sets a stop that does not stand yet. The case must be locked. @returns its id */
export async function setStop(ctx: Scoped, row: { id: string; keyId: string }, reason: string): Promise<string> {
  const setBy = ctx.actor.memberId;
  if (!setBy) throw new AppError("forbidden", "A person sets a stop.");
  const vault = await openVault(ctx, row.keyId);
  const id = newId();
  await ctx.db
    .insert(imageStops)
    .values(stopRow(vault, { id, orgId: ctx.orgId, caseId: row.id, setBy, setAt: ctx.now }, reason));
  return id;
}

/** For an incident that may leave an intimate image of a minor on the case: sets the stop if none stands. */
export async function stopForMinor(
  ctx: Scoped,
  row: { id: string; keyId: string; clientId: string },
  nature: string,
): Promise<AuditEntry[]> {
  if (!mayShowMinor(nature, (await findClient(ctx, row.clientId)).isMinor)) return [];
  if (await isStopped(ctx, row.id)) return [];
  const id = await setStop(ctx, row, stopByRecord);
  return [{ action: "images.stopped", subjectId: id, caseId: row.id, detail: { by: "record" } }];
}

/** @throws AppError invalid on `accountId` for an account of another case */
export async function requireAccountOfCase(ctx: Scoped, caseId: string, accountId: string | null): Promise<void> {
  if (!accountId) return;
  const here = and(eq(accounts.orgId, ctx.orgId), eq(accounts.caseId, caseId), eq(accounts.id, accountId));
  const said = "Choose an account of this case.";
  if ((await ctx.db.$count(accounts, here)) === 0) throw new AppError("invalid", said, { accountId: said });
}

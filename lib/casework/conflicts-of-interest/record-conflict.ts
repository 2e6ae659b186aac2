import { t } from "@/lib/platform/language/translate";
import "server-only";
import { and, eq, inArray, isNull } from "drizzle-orm";
import { caseOffers, cases, conflictsOfInterest } from "@/db/schema";
import { answeredFor, lockAnyCase } from "@/lib/casework/cases/access";
import { command } from "@/lib/kernel/access/command";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { sqlState } from "@/lib/kernel/access/database-errors";
import { openVault } from "@/lib/kernel/access/vault";
import { findMember } from "@/lib/organisation/members/access";
import { AppError } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import { RecordConflict } from "./input";
import { reasonPlace } from "./rules";

/**
 * Keeps one person of the organisation, in any role, from a client and all cases of that client: a conflict of
 * interest. May be recorded by the case owner and supervisors.
 * @throws AppError forbidden; not_found; invalid at `memberId` for oneself or the owner of a case of the client;
 * conflict
 */
export const recordConflict = command({
  needs: "case.write",
  input: RecordConflict,
  async run(ctx, { caseId, memberId, reason }) {
    const row = await lockAnyCase(ctx, caseId);
    await requireAnswers(ctx, caseId);
    await findMember(ctx, memberId);
    await refuseOwner(ctx, row.clientId, memberId);
    const open = and(eq(conflictsOfInterest.clientId, row.clientId), isNull(conflictsOfInterest.liftedAt));
    if ((await ctx.db.$count(conflictsOfInterest, and(open, eq(conflictsOfInterest.memberId, memberId)))) > 0) {
      throw new AppError("conflict", t("This person is already kept from this client."));
    }
    await overtakeOffers(ctx, row.clientId, memberId);
    const id = newId();
    const vault = await openVault(ctx, row.keyId);
    await keepOut(ctx, {
      id,
      orgId: ctx.orgId,
      caseId,
      clientId: row.clientId,
      memberId,
      keyId: row.keyId,
      reason: vault.seal(reasonPlace(id), reason),
      setBy: ctx.actor.memberId ?? "",
      setAt: ctx.now,
    });
    return { value: { id, caseId }, audit: { action: "denial.set", subjectId: id, caseId, detail: { memberId } } };
  },
});

async function requireAnswers(ctx: TxCtx, caseId: string): Promise<void> {
  if (ctx.actor.role === "supervisor") return;
  if ((await ctx.db.$count(cases, and(eq(cases.id, caseId), answeredFor(ctx)))) === 0) {
    throw new AppError("forbidden", t("Only the person who answers for the case or a supervisor can decide this."));
  }
}

const owns = t("This person owns an open case of this client. Give it to somebody else first.");

/** The acting member may not see the other case: the database checks all of them. */
async function keepOut(ctx: TxCtx, row: typeof conflictsOfInterest.$inferInsert): Promise<void> {
  try {
    await ctx.db.insert(conflictsOfInterest).values(row);
  } catch (error) {
    if (sqlState(error) === "42501") throw new AppError("invalid", owns, { memberId: owns });
    throw error;
  }
}

async function refuseOwner(ctx: TxCtx, clientId: string, memberId: string): Promise<void> {
  const own = and(eq(cases.clientId, clientId), eq(cases.ownerId, memberId), isNull(cases.closedAt));
  const message = memberId === ctx.actor.memberId ? t("You cannot set this for yourself. Ask a supervisor.") : owns;
  if (memberId === ctx.actor.memberId || (await ctx.db.$count(cases, own)) > 0) {
    throw new AppError("invalid", message, { memberId: message });
  }
}

/** An offer that they did not answer yet is over. */
async function overtakeOffers(ctx: TxCtx, clientId: string, memberId: string): Promise<void> {
  const theirs = ctx.db.select({ id: cases.id }).from(cases).where(eq(cases.clientId, clientId));
  await ctx.db
    .update(caseOffers)
    .set({ state: "overtaken", settledAt: ctx.now, settledBy: ctx.actor.memberId })
    .where(
      and(
        eq(caseOffers.orgId, ctx.orgId),
        inArray(caseOffers.caseId, theirs),
        eq(caseOffers.offeredTo, memberId),
        eq(caseOffers.state, "open"),
      ),
    );
}

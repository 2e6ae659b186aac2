import "server-only";
import { and, eq, isNull, sql } from "drizzle-orm";
import { accessChanges, members } from "@/db/schema";
import type { AuditEntry } from "@/lib/kernel/access/audit-entry";
import type { Scoped } from "@/lib/kernel/access/ctx";
import { enqueue } from "@/lib/kernel/jobs/queue";
import { AppError } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import type { AccessKind, AccessRole, Asked } from "./types";

type Change = { kind: AccessKind; role: AccessRole; memberId?: string; invitationId?: string };

/** True while the organisation has no client and no case: its first people need no second person. */
export async function isFounding(ctx: Scoped): Promise<boolean> {
  const [row] = await ctx.db.execute<{ yes: boolean }>(sql`select app.is_founding() as yes`);
  return row?.yes ?? false;
}

/** Writes down what was asked for. Postgres says whether a second person can be had, and gives a role that needs none. */
export async function askAccessChange(
  ctx: Scoped,
  { kind, role, memberId, invitationId }: Change,
): Promise<Asked & { audit: AuditEntry[] }> {
  const { memberId: askedBy } = ctx.actor;
  if (!askedBy) throw new AppError("forbidden", "A person asks.");
  const founding = await isFounding(ctx);
  const id = newId();
  const [row] = await ctx.db
    .insert(accessChanges)
    .values({ id, orgId: ctx.orgId, kind, role, memberId, invitationId, askedBy, askedAt: ctx.now })
    .returning({ opensAt: accessChanges.opensAt });
  // Supervisors are told now, and not at the next round.
  await enqueue(ctx, "alerts.watch", {});
  if (founding) return { waits: false, opensAt: null, audit: [] };
  const detail = { kind, role, ...(memberId ? { memberId } : {}) };
  return {
    waits: true,
    opensAt: row?.opensAt ?? null,
    audit: [{ action: "member.access_asked", subjectId: id, detail }],
  };
}

/** Whom it is about, when they are still there. @throws AppError not_found */
export async function findPerson(ctx: Scoped, memberId: string) {
  const [row] = await ctx.db
    .select({ id: members.id, role: members.role })
    .from(members)
    .where(and(eq(members.orgId, ctx.orgId), eq(members.id, memberId), isNull(members.removedAt)));
  if (!row) throw new AppError("not_found", "No such person.");
  return row;
}

/** The change, and nobody else decides it until this transaction ends. @throws AppError not_found */
export async function lockAccessChange(ctx: Scoped, changeId: string) {
  const [row] = await ctx.db
    .select()
    .from(accessChanges)
    .where(and(eq(accessChanges.orgId, ctx.orgId), eq(accessChanges.id, changeId)))
    .for("update");
  if (!row) throw new AppError("not_found", "There is no such request.");
  return row;
}

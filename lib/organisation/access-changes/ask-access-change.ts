import { t } from "@/lib/platform/language/translate";
import "server-only";
import { accessChanges } from "@/db/schema";
import type { AuditEntry } from "@/lib/kernel/access/audit-entry";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { enqueue } from "@/lib/kernel/jobs/queue";
import { AppError } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import { isFounding } from "./access";
import type { AccessKind, AccessRole, Asked } from "./types";

type Change = { kind: AccessKind; role: AccessRole; memberId?: string; invitationId?: string };

/** Records a request. Postgres decides whether a second person is available, and grants a role that needs none. */
export async function askAccessChange(
  ctx: TxCtx,
  { kind, role, memberId, invitationId }: Change,
): Promise<Asked & { audit: AuditEntry[] }> {
  const { memberId: askedBy } = ctx.actor;
  if (!askedBy) throw new AppError("forbidden", t("A person asks."));
  const founding = await isFounding(ctx);
  const id = newId();
  const [row] = await ctx.db
    .insert(accessChanges)
    .values({ id, orgId: ctx.orgId, kind, role, memberId, invitationId, askedBy, askedAt: ctx.now })
    .returning({ opensAt: accessChanges.opensAt });
  // Notify supervisors now instead of in the next round.
  await enqueue(ctx, "alerts.watch", {});
  if (founding) return { waits: false, opensAt: null, audit: [] };
  const detail = { kind, role, ...(memberId ? { memberId } : {}) };
  return {
    waits: true,
    opensAt: row?.opensAt ?? null,
    audit: [{ action: "member.access_asked", subjectId: id, detail }],
  };
}

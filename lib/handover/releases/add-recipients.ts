import { t } from "@/lib/platform/language/translate";
import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { among } from "@/db/among";
import { type cases, liaisons, members, releaseRecipients } from "@/db/schema";
import { refuseConflicted } from "@/lib/casework/cases/access";
import { whyNotConfirmed } from "@/lib/handover/officers/rules";
import type { AuditEntry } from "@/lib/kernel/access/audit-entry";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { AppError } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";

type Case = Pick<typeof cases.$inferSelect, "id" | "clientId">;

/**
 * Adds the selected officers to a release of a locked case, by id. The acting member confirms that the client meant
 * them.
 * @param ends the instant at which the last day of the release ends
 * @returns the log details of each
 * @throws AppError not_found, invalid at `officers` for one who is not confirmed or must not see the client
 */
export async function addRecipients(
  ctx: TxCtx,
  { id: caseId, clientId }: Case,
  release: { id: string; ends: Date },
  ticks: Readonly<Record<string, boolean>>,
): Promise<AuditEntry[]> {
  const ids = Object.entries(ticks).flatMap(([id, isTicked]) => (isTicked ? [id] : []));
  const confirmedBy = ctx.actor.memberId;
  if (ids.length === 0 || !confirmedBy) return [];
  const known = await ctx.db
    .select({ id: members.id, name: members.name, liaison: liaisons })
    .from(liaisons)
    .innerJoin(members, eq(members.id, liaisons.memberId))
    .where(and(eq(liaisons.orgId, ctx.orgId), among(liaisons.memberId, ids), isNull(members.removedAt)));
  for (const id of ids) {
    const officer = known.find((candidate) => candidate.id === id);
    if (!officer) throw refuse("not_found", t("One of these officers is not in the directory any more."));
    if (whyNotConfirmed(officer.liaison)) {
      throw refuse(
        "invalid",
        t("{name} is not confirmed. Somebody has to call their office back first, under Officers.", {
          name: officer.name,
        }),
      );
    }
    await refuseConflicted(ctx, clientId, id, "officers");
  }
  await ctx.db.insert(releaseRecipients).values(
    ids.map((memberId) => ({
      id: newId(),
      orgId: ctx.orgId,
      caseId,
      releaseId: release.id,
      memberId,
      confirmedBy,
      confirmedAt: ctx.now,
      endsAt: release.ends,
    })),
  );
  return ids.map((liaisonId) => ({
    action: "release.officer_named",
    subjectId: release.id,
    caseId,
    detail: { liaisonId },
  }));
}

function refuse(code: "not_found" | "invalid", message: string): AppError {
  return new AppError(code, message, { officers: message });
}

import "server-only";
import { safetyPlans } from "@/db/schema";
import type { lockCase } from "@/lib/casework/cases/access";
import { touchCase } from "@/lib/casework/cases/touch-case";
import type { AuditEntry } from "@/lib/kernel/access/audit-entry";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import type { Vault } from "@/lib/kernel/access/vault";
import { AppError } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import { t } from "@/lib/platform/language/translate";
import { entriesPlace } from "./rules";
import type { PlanEntry, PlanSection, PlanVersion } from "./types";

type Next = {
  version: number;
  change: PlanVersion["change"];
  section: PlanSection;
  entries: readonly PlanEntry[];
};

/** Writes the next version of the plan of a locked case, whole. */
export async function writeVersion(
  ctx: TxCtx,
  row: Pick<Awaited<ReturnType<typeof lockCase>>, "id">,
  vault: Vault,
  { version, change, section, entries }: Next,
): Promise<AuditEntry> {
  if (!ctx.actor.memberId) throw new AppError("forbidden", t("A person writes the safety plan."));
  const id = newId();
  await ctx.db.insert(safetyPlans).values({
    id,
    orgId: ctx.orgId,
    caseId: row.id,
    version,
    change,
    section,
    entries: vault.seal(entriesPlace(id), JSON.stringify(entries)),
    savedBy: ctx.actor.memberId,
    savedAt: ctx.now,
  });
  await touchCase(ctx, row.id);
  return { action: "safety.plan_changed", subjectId: id, caseId: row.id, detail: { change, section, version } };
}

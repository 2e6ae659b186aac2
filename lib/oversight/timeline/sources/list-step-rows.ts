import { labelTable } from "@/lib/platform/language/label-table";
import { t } from "@/lib/platform/language/translate";
import "server-only";
import { and, desc, eq } from "drizzle-orm";
import { stepEvents } from "@/db/schema";
import { notePlace } from "@/lib/escalation/ladder/queries";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { findPlatform } from "@/lib/law/jurisdictions/rules";
import { onDay } from "../rules";
import type { SourceRow, Traced } from "../types";

const words: Record<(typeof stepEvents.$inferSelect)["event"], string> = labelTable(() => ({
  begun: t("begun"),
  submitted: t("sent"),
  outcome: t("outcome noted"),
  done: t("done"),
  skipped: t("marked as not needed"),
  reopened: t("opened again"),
  contact: t("heard or sent"),
}));

/** The history of every step. */
export async function listStepRows(
  ctx: TxCtx,
  { row, vault, playbook, law, zone, most }: Traced,
): Promise<SourceRow[]> {
  const rows = await ctx.db
    .select()
    .from(stepEvents)
    .where(and(eq(stepEvents.orgId, ctx.orgId), eq(stepEvents.caseId, row.id)))
    .orderBy(desc(stepEvents.happenedOn), desc(stepEvents.recordedAt))
    .limit(most);
  return rows.map((event) => {
    const platform = findPlatform(event.part, law);
    const step = playbook.steps[event.stepKey]?.title ?? event.stepKey;
    return {
      key: `step-${event.id}`,
      kind: "step",
      at: onDay(event.happenedOn, event.recordedAt, zone),
      day: event.happenedOn,
      title: t("{step}: {what}", {
        step: platform ? t("{step} ({platform})", { step, platform: platform.name }) : step,
        what: words[event.event],
      }),
      words: () => vault.openSince(notePlace(event.id), event.note),
      byId: event.recordedBy,
      platform: platform?.key ?? null,
      href: playbook.steps[event.stepKey] ? `/cases/${row.id}/ladder/${event.stepKey}` : `/cases/${row.id}/playbook`,
    };
  });
}

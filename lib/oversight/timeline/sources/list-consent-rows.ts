import { t } from "@/lib/platform/language/translate";
import "server-only";
import { and, eq } from "drizzle-orm";
import { consents } from "@/db/schema";
import { consentPlace } from "@/lib/casework/cases/rules";
import { groundLabels, wayLabels } from "@/lib/casework/consents/labels";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { onDay } from "../rules";
import type { SourceRow, Traced } from "../types";

/** On which ground the organisation works on the case, and what the client took back. */
export async function listConsentRows(ctx: TxCtx, { row, vault, zone }: Traced): Promise<SourceRow[]> {
  const rows = await ctx.db
    .select()
    .from(consents)
    .where(and(eq(consents.orgId, ctx.orgId), eq(consents.caseId, row.id)));
  return rows.flatMap((consent) => {
    const { id, ground, way, givenOn, recordedAt, withdrawnOn, withdrawnAt } = consent;
    const open = (column: string, sealed: typeof consent.words) => vault.openMaybe(consentPlace(column, id), sealed);
    const same = { kind: "consent", party: "client", href: `/cases/${row.id}/consent` } as const;
    const given: SourceRow = {
      ...same,
      key: `consent-${id}`,
      at: onDay(givenOn, recordedAt, zone),
      day: givenOn,
      title: groundLabels[ground],
      words: () => [way && wayLabels[way], open("words", consent.words)].filter(Boolean).join("\n") || null,
      byId: consent.recordedBy,
    };
    if (!withdrawnOn || !withdrawnAt) return [given];
    const withdrawn: SourceRow = {
      ...same,
      key: `consent-${id}-withdrawn`,
      at: onDay(withdrawnOn, withdrawnAt, zone),
      day: withdrawnOn,
      title: t("Consent withdrawn"),
      words: () => open("withdrawn_reason", consent.withdrawnReason),
      byId: consent.withdrawnBy,
    };
    return [given, withdrawn];
  });
}

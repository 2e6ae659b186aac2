import { t } from "@/lib/platform/language/translate";
import "server-only";
import { and, eq } from "drizzle-orm";
import { references } from "@/db/schema";
import { referenceStateLabels } from "@/lib/casework/references/labels";
import { platformOf, shownNumber } from "@/lib/casework/references/rules";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { findReferenceKind } from "@/lib/law/jurisdictions/rules";
import { onDay } from "../rules";
import type { SourceRow, Traced } from "../types";

/** Official numbers, on the day on which they came; those that were withdrawn stay. */
export async function listNumberRows(ctx: TxCtx, { row, law, zone }: Traced): Promise<SourceRow[]> {
  const rows = await ctx.db
    .select()
    .from(references)
    .where(and(eq(references.orgId, ctx.orgId), eq(references.caseId, row.id)));
  return rows.map((reference) => {
    const day = reference.receivedOn ?? reference.issuedOn;
    const label = findReferenceKind(reference.kind, law)?.label ?? reference.kind;
    const number = shownNumber(reference, law);
    const state = referenceStateLabels[reference.state];
    return {
      key: `number-${reference.id}`,
      kind: "number",
      at: day ? onDay(day, reference.recordedAt, zone) : reference.recordedAt,
      day,
      title: number ? t("{label}: {number}", { label, number }) : t("{label}: {state}", { label, state }),
      words: () => [reference.issuer, reference.note].filter(Boolean).join("\n") || null,
      byId: reference.recordedBy,
      platform: platformOf(reference.kind, reference.issuer, law)?.key ?? null,
      href: `/cases/${row.id}/references/${reference.id}`,
      marks: reference.state === "withdrawn" ? ["withdrawn"] : [],
    };
  });
}

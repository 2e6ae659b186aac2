import { t } from "@/lib/platform/language/translate";
import "server-only";
import { and, eq } from "drizzle-orm";
import { refusals } from "@/db/schema";
import { refusalCode } from "@/lib/escalation/refusals/rules";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { onDay } from "../rules";
import type { SourceRow, Traced } from "../types";

/** Refusals of police and agencies, and when they were put right. */
export async function listRefusalRows(ctx: TxCtx, { row, vault, zone }: Traced): Promise<SourceRow[]> {
  const rows = await ctx.db
    .select()
    .from(refusals)
    .where(and(eq(refusals.orgId, ctx.orgId), eq(refusals.caseId, row.id)));
  return rows.flatMap((refusal) => {
    const place = (column: string) => ({ table: "refusals", column, row: refusal.id });
    const code = refusalCode(refusal.number);
    const same = { kind: "refusal", party: "officer", href: `/cases/${row.id}/refusals` } as const;
    const refused: SourceRow = {
      ...same,
      key: `refusal-${refusal.id}`,
      at: refusal.refusedAt,
      day: null,
      zone: refusal.zone,
      title: code,
      words: () => [refusal.office, vault.openMaybe(place("words"), refusal.words)].filter(Boolean).join("\n"),
      byId: refusal.recordedBy,
    };
    if (!refusal.settledOn) return [refused];
    const settled: SourceRow = {
      ...same,
      key: `refusal-${refusal.id}-settled`,
      at: onDay(refusal.settledOn, refusal.recordedAt, zone),
      day: refusal.settledOn,
      title: t("{code}: put right", { code }),
      words: () => vault.openMaybe(place("settled_note"), refusal.settledNote),
      byId: null,
    };
    return [refused, settled];
  });
}

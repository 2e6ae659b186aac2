import { t } from "@/lib/platform/language/translate";
import "server-only";
import { and, eq } from "drizzle-orm";
import { caseFlags, caseReviews } from "@/db/schema";
import { outcomeLabel } from "@/lib/casework/cases/labels";
import { notePlace } from "@/lib/casework/reviews/rules";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { findVersion } from "@/lib/organisation/choices/access";
import type { SourceRow, Traced } from "../types";

/** The opening and closing of the case, its flags and its review notes. */
export async function listDeskRows(ctx: TxCtx, { row, vault }: Traced): Promise<SourceRow[]> {
  const [flags, reviews, worded] = await Promise.all([
    ctx.db
      .select()
      .from(caseFlags)
      .where(and(eq(caseFlags.orgId, ctx.orgId), eq(caseFlags.caseId, row.id))),
    ctx.db
      .select()
      .from(caseReviews)
      .where(and(eq(caseReviews.orgId, ctx.orgId), eq(caseReviews.caseId, row.id))),
    findVersion(ctx, row.outcomeVersion),
  ]);
  const opened: SourceRow = {
    key: "case-opened",
    kind: "case",
    at: row.openedAt,
    day: null,
    title: t("Case opened"),
    words: () => row.matter,
    byId: null,
    href: `/cases/${row.id}`,
  };
  const closed: SourceRow[] = row.closedAt
    ? [
        {
          key: "case-closed",
          kind: "case",
          at: row.closedAt,
          day: null,
          title: t("Case closed: {outcome}", {
            outcome: outcomeLabel(row.outcome, worded?.labels ?? null) ?? t("no outcome recorded"),
          }),
          words: () => vault.openMaybe({ table: "cases", column: "closing_note", row: row.id }, row.closingNote),
          byId: row.closedBy,
          href: `/cases/${row.id}/close`,
        },
      ]
    : [];
  return [
    opened,
    ...closed,
    ...flags.map(
      (flag): SourceRow => ({
        key: `flag-${flag.id}`,
        kind: "flag",
        at: flag.raisedAt,
        day: null,
        title: flag.resolvedAt ? t("Flag raised, resolved since") : t("Flag raised"),
        words: () => vault.open({ table: "case_flags", column: "message", row: flag.id }, flag.message),
        byId: flag.raisedBy,
        href: `/cases/${row.id}/flags`,
      }),
    ),
    ...reviews.map(
      (review): SourceRow => ({
        key: `review-${review.id}`,
        kind: "review",
        at: review.writtenAt,
        day: null,
        title: t("Review note"),
        words: () => vault.open(notePlace(review.id), review.note),
        byId: review.writtenBy,
        href: `/cases/${row.id}/reviews`,
      }),
    ),
  ];
}

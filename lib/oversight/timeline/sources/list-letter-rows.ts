import { t } from "@/lib/platform/language/translate";
import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { letters } from "@/db/schema";
import { letterChannelLabels } from "@/lib/escalation/letters/labels";
import { letterCode, letterPlace } from "@/lib/escalation/letters/rules";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { findPlatform } from "@/lib/law/jurisdictions/rules";
import { onDay } from "../rules";
import type { SourceRow, Traced } from "../types";

/** The register of letters, in and out; those that were taken off it stay. A packet that left is a line of its handover. */
export async function listLetterRows(ctx: TxCtx, { row, vault, law, zone }: Traced): Promise<SourceRow[]> {
  const rows = await ctx.db
    .select()
    .from(letters)
    .where(
      and(
        eq(letters.orgId, ctx.orgId),
        eq(letters.caseId, row.id),
        isNull(letters.dispatchId),
        isNull(letters.handoverId),
      ),
    );
  return rows.map((letter) => {
    const { id, direction, number, channel, day, recordedAt } = letter;
    const code = letterCode(direction, number);
    const how = letterChannelLabels[channel];
    const platform = findPlatform(letter.part, law)?.key ?? null;
    return {
      key: `letter-${id}`,
      kind: direction === "in" ? "letter_in" : "letter_out",
      at: onDay(day, recordedAt, zone),
      day,
      title:
        direction === "in" ? t("{code}: received ({how})", { code, how }) : t("{code}: sent ({how})", { code, how }),
      words: () => {
        const who = vault.open(letterPlace(id, "party"), letter.party);
        const from = direction === "in" ? t("From: {who}", { who }) : t("To: {who}", { who });
        return `${from}\n${vault.open(letterPlace(id, "summary"), letter.summary)}`;
      },
      byId: letter.recordedBy,
      party: platform && "platform",
      platform,
      href: `/cases/${row.id}/letters#${code}`,
      marks: letter.withdrawnAt ? ["withdrawn"] : [],
    };
  });
}

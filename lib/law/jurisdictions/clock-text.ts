import { labelTable } from "@/lib/platform/language/label-table";
import { t } from "@/lib/platform/language/translate";
import { plural } from "@/lib/platform/text/format";
import type { ClockRule, ClockUnit } from "./types";

const unitWords: Record<ClockUnit, string> = labelTable(() => ({
  hours: "hour",
  calendar_days: "day",
  working_days: t("working day"),
  court_days: t("court day"),
  years: "year",
}));

export const lengthWords = ({ amount, unit }: NonNullable<ClockRule["limit"]>): string =>
  plural(amount, unitWords[unit]);

/**
 * The words of a clock before it runs, or of a level: `{limit}` and `{renewal}` stand in the law data for what its rule
 * computes with, so that text and date cannot differ.
 */
export function clockText(text: string, rule: ClockRule | null): string {
  if (!rule?.limit) return text;
  const others = rule.shorter.map((span) => t("{limit} for {for}", { limit: lengthWords(span.limit), for: span.for }));
  return text
    .replace("{limit}", [lengthWords(rule.limit), ...others].join(", "))
    .replace("{renewal}", rule.renewal ? lengthWords(rule.renewal) : "");
}

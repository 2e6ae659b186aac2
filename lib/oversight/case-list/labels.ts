import { findPlaybook, pairName } from "@/lib/law/jurisdictions/rules";
import { labelTable } from "@/lib/platform/language/label-table";
import { t } from "@/lib/platform/language/translate";
import type { CaseSort, DueFilter, Risk, SortDirection } from "./types";

export const riskLabels: Record<Risk, string> = labelTable(() => ({
  high: t("High"),
  elevated: t("Elevated"),
  standard: t("Standard"),
}));

export const dueLabels: Record<DueFilter, string> = labelTable(() => ({
  overdue: t("Overdue"),
  week: t("Next 7 days"),
  later: t("Later"),
  none: t("No deadline"),
}));

/** How a list is ordered, in words for the line under it. */
export function orderWords(key: CaseSort, dir: SortDirection): string {
  const words: Record<CaseSort, readonly [string, string]> = {
    due: [t("soonest deadline first"), t("without a deadline first, then the latest")],
    opened: [t("opened longest ago first"), "newest first"],
    activity: [t("quiet the longest first"), t("latest activity first")],
    pseudonym: [t("A to Z"), t("Z to A")],
    risk: [t("lowest risk first"), t("highest risk first")],
    ladder: [t("lowest level first"), t("highest level first")],
  };
  return words[key][dir === "asc" ? 0 : 1];
}

/** `ZA-US` as `ZA to US`. */
export function pairCode(pair: string): string {
  return pair.replace("-", " to ");
}

/** `South Africa to United States`; the code of the pair when no playbook names it. */
export function pairWords(pair: string): string {
  const playbook = findPlaybook(pair);
  return playbook ? pairName(playbook) : pairCode(pair);
}

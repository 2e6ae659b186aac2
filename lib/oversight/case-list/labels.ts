import { findPlaybook, pairName } from "@/lib/law/jurisdictions/rules";
import type { CaseSort, DueFilter, Risk, SortDirection } from "./types";

export const riskLabels: Record<Risk, string> = { high: "High", elevated: "Elevated", standard: "Standard" };

export const dueLabels: Record<DueFilter, string> = {
  overdue: "Overdue",
  week: "Next 7 days",
  later: "Later",
  none: "No deadline",
};

/** How a list is ordered, in words for the line under it. */
export function orderWords(key: CaseSort, dir: SortDirection): string {
  const words: Record<CaseSort, readonly [string, string]> = {
    due: ["soonest deadline first", "without a deadline first, then the latest"],
    opened: ["opened longest ago first", "newest first"],
    activity: ["quiet the longest first", "latest activity first"],
    pseudonym: ["A to Z", "Z to A"],
    risk: ["lowest risk first", "highest risk first"],
    ladder: ["lowest level first", "highest level first"],
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

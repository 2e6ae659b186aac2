import type { TeamRow } from "@/lib/oversight/my-work/types";
import { t } from "@/lib/platform/language/translate";
import { plural } from "@/lib/platform/text/format";

export type LookAt = { kind: "overdue" | "warning" | "done" | "plain"; words: string };

/**
 * What a supervisor would look at first for one person: the worst thing, or that nothing stands out.
 * @param talk they saw so much distressing material that somebody should ask how they are
 */
export function lookAt({ acts, away, stalled, open, notReviewed }: TeamRow, talk: boolean): LookAt {
  if (acts.overdue > 0 && away) return { kind: "overdue", words: t("Away, {acts} overdue", { acts: acts.overdue }) };
  if (acts.overdue > 0) return { kind: "overdue", words: plural(acts.overdue, "act overdue", "acts overdue") };
  if (talk) return { kind: "warning", words: t("Much distressing material this week: ask how they are") };
  if (stalled > 0)
    return { kind: "warning", words: plural(stalled, "case without activity", "cases without activity") };
  if (notReviewed > 0)
    return { kind: "warning", words: plural(notReviewed, "case not reviewed", "cases not reviewed") };
  return open === 0 ? { kind: "plain", words: t("No open case") } : { kind: "done", words: t("Nothing stands out") };
}

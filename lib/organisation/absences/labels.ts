import { t } from "@/lib/platform/language/translate";
import { formatDate } from "@/lib/platform/text/format";
import type { AbsenceState, Away } from "./types";

export const absenceLabels: Record<AbsenceState, string> = {
  coming: t("To come"),
  now: t("Away now"),
  over: t("Over"),
};

/** `away until 5 Dec 2026, covered by Thandi Example` */
export function awayWords({ untilOn, coverName }: Pick<Away, "untilOn" | "coverName">): string {
  return t("away until {untilOn}, covered by {coverName}", { untilOn: formatDate(untilOn), coverName });
}

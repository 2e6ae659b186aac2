import { formatDate } from "@/lib/platform/text/format";
import type { AbsenceState, Away } from "./types";

export const absenceLabels: Record<AbsenceState, string> = { coming: "To come", now: "Away now", over: "Over" };

/** `away until 5 Dec 2026, covered by Thandi Example` */
export function awayWords({ untilOn, coverName }: Pick<Away, "untilOn" | "coverName">): string {
  return `away until ${formatDate(untilOn)}, covered by ${coverName}`;
}

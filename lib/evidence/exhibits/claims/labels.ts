import { t } from "@/lib/platform/language/translate";
import { formatDate } from "@/lib/platform/text/format";
import type { ClaimedTime, TimeDoubt } from "./types";

/** What a file claims about its time, as it is shown: `The file says 12 Apr 2026, 10:15:30, zone not known`. */
export function claimedWords({ from, wall, offset }: ClaimedTime): string {
  const [day = "", clock] = wall.split("T");
  const at = clock
    ? t("{day}, {clock}, {zone}", {
        day: formatDate(day),
        clock,
        zone: offset ? `UTC${offset}` : t("zone not known"),
      })
    : t("{day}, hour not known", { day: formatDate(day) });
  return from === "name" ? t("The name of the file says {at}", { at }) : t("The file says {at}", { at });
}

/** Why a claimed time is shown and not offered. */
export const timeDoubts: Record<TimeDoubt, string> = {
  no_hour: t("Only the day is known: type the hour if somebody knows it."),
  too_old: t("That clock was probably never set, so the time is not offered."),
  later: t("That is later than the file arrived, so the time is not offered."),
};

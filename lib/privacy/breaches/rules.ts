import { t } from "@/lib/platform/language/translate";
import { addHours } from "@/lib/platform/time/clock";
import type { Alarm, BreachWords, NoticeState } from "./types";

export function alarmsOf(discoveredAt: Date, now: Date): Alarm[] {
  return ([24, 72] as const).map((hours) => {
    const at = addHours(discoveredAt, hours);
    return { hours, at, passed: at <= now };
  });
}

/**
 * The notice to a client. It names no case, no harasser and not us, so that somebody reading along learns as little as
 * possible.
 */
export function draftOf({ consequences, measures, advice, who }: BreachWords): string {
  return [
    t("Somebody who was not allowed to may have seen information that we keep for you."),
    t("What could happen as a result: {consequences}", { consequences }),
    t("What was done: {measures}", { measures }),
    t("What you can do: {advice}", { advice }),
    ...(who ? [t("Who it was, as far as is known: {who}", { who })] : []),
    t("You can ask us about it in the way that we agreed."),
  ].join("\n\n");
}

type Noticed = {
  words: unknown;
  reviewedAt: Date | null;
  reviewedEdition: number | null;
  sentOn: string | null;
};

/** The state of a notice. A review is valid only for the safe contact it was made against. */
export function noticeState(
  { words, reviewedAt, reviewedEdition, sentOn }: Noticed,
  contactVersion: number,
): NoticeState {
  if (sentOn) return "sent";
  if (!words) return "listed";
  if (!reviewedAt) return "drafted";
  return reviewedEdition === contactVersion ? "reviewed" : "stale";
}

export const wordsPlace = (row: string) => ({ table: "breaches", column: "words", row });

/** One breach and one client make a notice: both are in the place, so that no notice opens as another. */
export const noticePlace = (breachId: string, clientId: string) => ({
  table: "breach_notices",
  column: "words",
  row: `${breachId}|${clientId}`,
});

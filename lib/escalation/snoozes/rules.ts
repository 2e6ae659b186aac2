import type { QueueItem } from "@/lib/escalation/queue/types";
import { AppError } from "@/lib/platform/errors";
import { t } from "@/lib/platform/language/translate";
import { formatDate } from "@/lib/platform/text/format";
import { addDays, type CivilDate } from "@/lib/platform/time/calendar";

/** Nothing is hidden for longer than this: our own default. */
const mostDays = 60;

export const reasonPlace = (row: string) => ({ table: "queue_snoozes", column: "reason", row });

/** Why an item cannot be snoozed, or null. */
export function whyNotSnooze(
  item: Pick<QueueItem, "danger" | "dueOn" | "lastSafeOn">,
  today: CivilDate,
): string | null {
  if (item.danger) return t("Somebody may be in danger. This cannot be snoozed.");
  if (item.dueOn === null) return t("This has no day of its own and cannot be snoozed.");
  if (item.lastSafeOn !== null && item.lastSafeOn <= today) {
    return t("This deadline is set by law, or data is lost when it passes. It can no longer be hidden.");
  }
  return null;
}

/** The last day until which an item can be hidden. */
export function lastSnoozeDay({ lastSafeOn }: Pick<QueueItem, "lastSafeOn">, today: CivilDate): CivilDate {
  const most = addDays(today, mostDays);
  return lastSafeOn !== null && lastSafeOn < most ? lastSafeOn : most;
}

/** @throws AppError conflict for an item that cannot be snoozed; invalid at `until` */
export function requireSnooze(item: QueueItem, until: CivilDate, today: CivilDate): void {
  const no = whyNotSnooze(item, today);
  if (no) throw new AppError("conflict", no);
  const refuse = (message: string) => {
    throw new AppError("invalid", message, { until: message });
  };
  if (until <= today) refuse(t("Choose a day after today."));
  const last = lastSnoozeDay(item, today);
  if (until > last && last === item.lastSafeOn) {
    refuse(t("This deadline does not move. It can be hidden until {last} at the latest.", { last: formatDate(last) }));
  }
  if (until > last) refuse(t("Choose a day until {last}. Nothing is hidden for longer.", { last: formatDate(last) }));
}

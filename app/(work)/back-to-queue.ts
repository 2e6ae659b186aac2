import { isId } from "@/lib/platform/ids";
import { t } from "@/lib/platform/language/translate";
import { withQuery } from "@/lib/platform/paging";

/** What My work says after an act that was done on it. */
export const queueDone = {
  logged: t("Saved. The act is done, or comes back on its next day."),
  sent: t("Marked as sent. Its clocks are running."),
  snoozed: t("Snoozed. It comes back on its day; no deadline has changed."),
  woken: t("Back in the queue"),
} as const;

export type QueueDone = keyof typeof queueDone;

/** My work with what was done, and with the member whose queue a supervisor was looking at. */
export const backToQueue =
  (done: QueueDone) =>
  (_made: unknown, form: FormData): string => {
    const of = form.get("of");
    return withQuery("/", { done, of: typeof of === "string" && isId(of) ? of : undefined });
  };

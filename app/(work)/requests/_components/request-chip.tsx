import { Chip, type ChipKind } from "@/app/_ui/chip";
import { t } from "@/lib/platform/language/translate";
import { dueWords } from "@/lib/platform/text/format";
import { daysBetween } from "@/lib/platform/time/calendar";
import { stateLabels } from "@/lib/privacy/data-subject-requests/labels";
import { isOpen } from "@/lib/privacy/data-subject-requests/rules";
import type { RequestState, RequestView } from "@/lib/privacy/data-subject-requests/types";

const kinds: Record<RequestState, ChipKind> = {
  received: "warning",
  identified: "waiting",
  decided: "waiting",
  refused: "waiting",
  answered: "done",
  withdrawn: "plain",
};

/** The state of a request, and its deadline while it is open. */
export function RequestChip({ request, today }: { request: RequestView; today: string }) {
  const { state, dueOn } = request;
  const open = isOpen(request);
  const left = dueOn ? daysBetween(today, dueOn) : 0;
  return (
    <span className="row">
      <Chip kind={open ? kinds[state] : state === "refused" ? "done" : kinds[state]}>
        {state === "refused" && open ? t("Refused, to answer") : stateLabels[state]}
      </Chip>
      {open && dueOn ? (
        <Chip kind={left < 0 ? "overdue" : left <= 3 ? "warning" : "plain"} icon="calendar-days">
          {dueWords(dueOn, today)}
        </Chip>
      ) : null}
    </span>
  );
}

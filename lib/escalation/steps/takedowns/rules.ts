import { isPerPlatform, type Law } from "@/lib/law/jurisdictions/rules";
import type { PlaybookStep } from "@/lib/law/jurisdictions/types";
import type { StepFact, TakedownFact } from "../types";

/** The step of the TAKE IT DOWN notice. */
export const isNoticeStep = (step: PlaybookStep, law: Law): boolean =>
  !isPerPlatform(step, law) && step.produces.document === "take_it_down_notice";

/** Whether an item of the take-down list counts on this step: every one on reports, those with a notice on the notice. */
export const readsTakedowns = (step: PlaybookStep, item: TakedownFact, law: Law): boolean =>
  isPerPlatform(step, law) || (isNoticeStep(step, law) && item.noticeOn !== null);

/** What the entries of an item mean for a step: sent, refused, or closed. Null while there is something to report. */
export function takedownFact(step: PlaybookStep, item: TakedownFact, law: Law): StepFact | null {
  if (item.state === "to_report") return null;
  const isNotice = isNoticeStep(step, law);
  const isRefused = item.state === "refused";
  const sentOn = isNotice ? item.noticeOn : item.reportedOn;
  const sent: StepFact = {
    stepKey: step.key,
    state: "submitted",
    begunOn: sentOn,
    submittedOn: sentOn,
    submittedAt: isNotice ? item.noticeAt : item.reportedAt,
    lastContactOn: isRefused ? item.refusedOn : item.lastOn,
    dueOn: isRefused && !isNotice ? item.appealBy : null,
  };
  if (item.state === "removed") return { ...sent, state: "done", answer: "removed", outcomeOn: item.endedOn };
  if (item.state === "closed") return { ...sent, state: "done", answer: "closed", outcomeOn: item.endedOn };
  return sent;
}

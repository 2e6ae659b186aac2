import { DateField } from "@/app/_ui/field";
import { ActionForm } from "@/app/_ui/form";
import { Panel } from "@/app/_ui/panel";
import { SubmitFoot } from "@/app/_ui/submit-button";
import type { SafetyReview } from "@/lib/casework/safety/reviews/types";
import type { CaseClock } from "@/lib/law/clocks/types";
import { t } from "@/lib/platform/language/translate";
import { formatDate } from "@/lib/platform/text/format";
import type { CivilDate } from "@/lib/platform/time/calendar";
import { recordSafetyReviewAction } from "../actions";
import { DueLine } from "./due-line";

type Props = {
  caseId: string;
  about: "plan" | "technology";
  last: SafetyReview | undefined;
  clock: CaseClock | undefined;
  today: CivilDate;
  closed: boolean;
  /** There is nothing to go through yet. */
  empty: boolean;
};

/** When it was last gone through with the client, by when again, and the form that records it. */
export function ReviewPanel({ caseId, about, last, clock, today, closed, empty }: Props) {
  return (
    <Panel id="review" title={t("Review with the client")}>
      <p>
        {last
          ? t("Gone through on {day}, by {by}.", { day: formatDate(last.reviewedOn), by: last.by })
          : t("Not gone through with the client yet.")}
      </p>
      <DueLine clock={clock} />
      {closed || empty ? null : (
        <ActionForm action={recordSafetyReviewAction} label={t("Record a review")}>
          <input type="hidden" name="caseId" value={caseId} />
          <input type="hidden" name="about" value={about} />
          <div className="cols cols--2">
            <DateField name="reviewedOn" label={t("Gone through on")} defaultValue={today} max={today} required />
            <DateField
              name="reviewOn"
              label={t("Look again by")}
              hint={t("Empty: our own default counts, sooner when the risk is raised")}
              min={today}
              optional
            />
          </div>
          <SubmitFoot variant="secondary" icon="check" pendingText={t("Saving the review")}>
            {t("Record the review")}
          </SubmitFoot>
        </ActionForm>
      )}
    </Panel>
  );
}

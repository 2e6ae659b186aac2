import { Chip } from "@/app/_ui/chip";
import { Notice } from "@/app/_ui/notice";
import { Panel } from "@/app/_ui/panel";
import { riskLabels } from "@/lib/casework/cases/labels";
import { floorWords } from "@/lib/casework/safety/risk/labels";
import { suggestedFrom, suggestRisk } from "@/lib/casework/safety/risk/rules";
import type { RiskAssessment, RiskFloor } from "@/lib/casework/safety/risk/types";
import { t } from "@/lib/platform/language/translate";
import { formatInstant, plural } from "@/lib/platform/text/format";
import type { CivilDate } from "@/lib/platform/time/calendar";
import { DecideForm } from "./decide-form";
import { riskKinds } from "./risk-kinds";

type Props = {
  caseId: string;
  assessment: RiskAssessment;
  floor: RiskFloor;
  zone: string;
  today: CivilDate;
  closed: boolean;
};

/** What the newest answers suggest and why, and the decision that is still open. */
export function SuggestionPanel({ caseId, assessment, floor, zone, today, closed }: Props) {
  const { level, points, reasons, unknown } = suggestRisk(assessment.answers, floor);
  return (
    <Panel
      id="suggested"
      title={t("The answers suggest")}
      end={<Chip kind={riskKinds[level]}>{riskLabels[level]}</Chip>}
    >
      <p>
        {t("{points}. Elevated risk from {elevated}, high risk from {high}, or by one answer that is enough alone.", {
          points: plural(points, "point"),
          elevated: suggestedFrom.elevated,
          high: suggestedFrom.high,
        })}{" "}
        <span className="muted">
          {t("Answered by {by}, {when}.", { by: assessment.by, when: formatInstant(assessment.assessedAt, zone) })}
        </span>
      </p>
      {floor ? <Notice kind="warning" title={floorWords[floor.why]} /> : null}
      {reasons.length > 0 ? (
        <ul className="stack stack--s">
          {reasons.map((question) => (
            <li key={question.key}>
              {question.text}{" "}
              <span className="small muted">
                {question.alone
                  ? t("Yes: enough alone for high risk")
                  : t("Yes: {points}", { points: plural(question.points, "point") })}
              </span>
            </li>
          ))}
        </ul>
      ) : (
        <p>{t("No question was answered with yes.")}</p>
      )}
      {unknown.length > 0 ? (
        <p className="muted">
          {t("{count} not known. What is not known counts nothing, so the risk may be higher.", {
            count: plural(unknown.length, "answer is", "answers are"),
          })}
        </p>
      ) : null}
      {closed ? null : (
        <DecideForm caseId={caseId} assessmentId={assessment.id} suggested={level} floor={floor} today={today} />
      )}
    </Panel>
  );
}

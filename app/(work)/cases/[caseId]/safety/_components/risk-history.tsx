import { Panel } from "@/app/_ui/panel";
import { FoldedTimeline } from "@/app/_ui/timeline";
import { riskLabels } from "@/lib/casework/cases/labels";
import type { RiskAssessment } from "@/lib/casework/safety/risk/types";
import { t } from "@/lib/platform/language/translate";
import { formatInstant, plural } from "@/lib/platform/text/format";

type Props = { assessments: readonly RiskAssessment[]; zone: string };

/** Every set of answers with what was decided, the newest first. None is ever changed. */
export function RiskHistory({ assessments, zone }: Props) {
  if (assessments.length === 0) return null;
  return (
    <Panel id="history" title={t("Answers so far")} end={<span className="muted">{t("None is ever changed")}</span>}>
      <FoldedTimeline
        first={3}
        more="earlier assessment"
        events={assessments.map((assessment) => ({
          key: assessment.id,
          icon: "clipboard-check",
          title: decided(assessment),
          detail: <Detail assessment={assessment} />,
          at: assessment.assessedAt.toISOString(),
          when: formatInstant(assessment.assessedAt, zone),
        }))}
      />
    </Panel>
  );
}

function decided({ decision }: RiskAssessment): string {
  if (!decision) return t("Not decided");
  return t("{level}, decided by {by}", { level: riskLabels[decision.level], by: decision.by });
}

function Detail({ assessment: { points, suggested, note, decision } }: { assessment: RiskAssessment }) {
  return (
    <>
      <span className="block">
        {t("Suggested: {level}, {points}.", { level: riskLabels[suggested], points: plural(points, "point") })}
      </span>
      {decision?.reason ? <span className="block">{decision.reason}</span> : null}
      {note ? <span className="block event__words">{note}</span> : null}
    </>
  );
}

import { Panel } from "@/app/_ui/panel";
import { rich } from "@/app/_ui/rich";
import { Timeline } from "@/app/_ui/timeline";
import { answerLabels } from "@/lib/casework/danger/labels";
import type { DangerView } from "@/lib/casework/danger/types";
import { writeNumbers } from "@/lib/casework/incidents/rules";
import { t } from "@/lib/platform/language/translate";
import { formatDate, formatInstant } from "@/lib/platform/text/format";

import { answerIcons } from "./answer-signs";

type Props = { assessments: DangerView["assessments"]; zones: readonly string[] };

/** Every answer, newest first: who gave it, for which acts, why, what was done. None is ever changed. */
export function AnswerHistory({ assessments, zones }: Props) {
  const [home = "UTC"] = zones;
  if (assessments.length === 0) return null;
  return (
    <Panel id="history" title={t("Answers so far")} end={<span className="muted">{t("None is ever changed")}</span>}>
      <Timeline
        events={assessments.map((assessment) => ({
          key: assessment.id,
          icon: answerIcons[assessment.answer],
          title: rich("<answer>{word}</answer>, by {by}", {
            word: answerLabels[assessment.answer].label,
            by: assessment.by,
            answer: (words) => <strong>{words}</strong>,
          }),
          detail: <Answer assessment={assessment} zone={home} />,
          at: assessment.assessedAt.toISOString(),
          when: zones.map((zone) => formatInstant(assessment.assessedAt, zone)).join(", "),
        }))}
      />
    </Panel>
  );
}

type Assessment = DangerView["assessments"][number];

/** Why, what was done and when, then the acts it is about; a line each. */
function Answer({ assessment: { reason, steps, acts, reviewOn }, zone }: { assessment: Assessment; zone: string }) {
  const about = [
    acts.length > 0 ? t("About {codes}.", { codes: writeNumbers(acts.map(({ code }) => code)) }) : "",
    reviewOn ? t("To be looked at again by {day}.", { day: formatDate(reviewOn) }) : "",
  ].filter(Boolean);
  return (
    <>
      <span className="block">{reason}</span>
      {steps.map(({ what, at }) => (
        <span className="block" key={what}>
          {at ? t("Done: {what}, {at}.", { what, at: formatInstant(at, zone) }) : t("Done: {what}.", { what })}
        </span>
      ))}
      {about.length > 0 ? <span className="block">{about.join(" ")}</span> : null}
    </>
  );
}

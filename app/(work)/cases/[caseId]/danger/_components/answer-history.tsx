import { EmptyState } from "@/app/_ui/empty-state";
import { Panel } from "@/app/_ui/panel";
import { Timeline } from "@/app/_ui/timeline";
import { answerLabels } from "@/lib/casework/danger/labels";
import type { DangerView } from "@/lib/casework/danger/types";
import { writeNumbers } from "@/lib/casework/incidents/rules";
import { t } from "@/lib/platform/language/translate";
import { formatDate, formatInstant } from "@/lib/platform/text/format";

type Props = { assessments: DangerView["assessments"]; zones: readonly string[] };

/** Every answer, newest first: who gave it, for which acts, why, what was done. None is ever changed. */
export function AnswerHistory({ assessments, zones }: Props) {
  const [home = "UTC"] = zones;
  return (
    <Panel id="history" title={t("Answers so far")} padded={assessments.length > 0}>
      {assessments.length === 0 ? (
        <EmptyState icon="shield" title={t("Nobody has assessed the danger yet")}>
          {t("Each answer stays here with its author and its time.")}
        </EmptyState>
      ) : (
        <Timeline
          events={assessments.map((assessment) => ({
            key: assessment.id,
            icon: assessment.answer === "imminent" ? "shield-alert" : "shield",
            title: t("{answer}, {by}", { answer: answerLabels[assessment.answer].label, by: assessment.by }),
            detail: [
              assessment.reason,
              assessment.acts.length > 0
                ? t("For {codes}.", { codes: writeNumbers(assessment.acts.map(({ code }) => code)) })
                : "",
              ...assessment.steps.map(({ what, at }) => (at ? `${what}, ${formatInstant(at, home)}.` : `${what}.`)),
              assessment.reviewOn ? t("Look again by {day}.", { day: formatDate(assessment.reviewOn) }) : "",
            ]
              .filter(Boolean)
              .join(" "),
            at: assessment.assessedAt.toISOString(),
            when: zones.map((zone) => formatInstant(assessment.assessedAt, zone)).join(", "),
          }))}
        />
      )}
    </Panel>
  );
}

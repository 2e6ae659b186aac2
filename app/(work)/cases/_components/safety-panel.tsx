import type { Route } from "next";
import { Chip } from "@/app/_ui/chip";
import { Items } from "@/app/_ui/items";
import { Panel } from "@/app/_ui/panel";
import { riskLabels } from "@/lib/casework/cases/labels";
import type { SafetyState } from "@/lib/casework/safety/types";
import type { CaseClock } from "@/lib/law/clocks/types";
import { t } from "@/lib/platform/language/translate";
import { formatDate } from "@/lib/platform/text/format";

const kinds = { overdue: "overdue", soon: "warning", paused: "line", running: "plain" } as const;

type Props = { caseId: string; state: SafetyState; clocks: readonly CaseClock[] };

/** Plan, risk and devices in a line each, with the day of the next review. */
export function SafetyPanel({ caseId, state: { plan, risk, technology }, clocks }: Props) {
  const due = (path: string) => {
    const clock = clocks.find((candidate) => candidate.path === path);
    return clock ? (
      <Chip kind={kinds[clock.state]} icon="timer">
        {clock.words}
      </Chip>
    ) : null;
  };
  const item = (key: string, path: string, title: string, why: string) => ({
    key,
    href: `/cases/${caseId}${path}` as Route,
    title,
    why,
    side: due(path),
  });
  return (
    <Panel id="safety" title={t("Safety")} padded={false} className="noprint">
      <Items
        items={[
          item("plan", "/safety", t("Safety plan"), planWords(plan)),
          item("risk", "/safety/risk", t("Risk"), riskWords(risk)),
          item("technology", "/safety/technology", t("Devices and accounts"), technologyWords(technology)),
        ]}
      />
    </Panel>
  );
}

function planWords({ version, reviewedOn }: SafetyState["plan"]): string {
  if (version === 0) return t("Not written yet");
  return reviewedOn
    ? t("Version {version}, gone through on {day}", { version, day: formatDate(reviewedOn) })
    : t("Version {version}, not gone through with the client yet", { version });
}

function riskWords({ level, decidedOn, pending }: SafetyState["risk"]): string {
  if (pending) return t("{level}. New answers wait for a decision", { level: riskLabels[level] });
  return decidedOn
    ? t("{level}, decided on {day}", { level: riskLabels[level], day: formatDate(decidedOn) })
    : t("{level}. The questions were not asked yet", { level: riskLabels[level] });
}

function technologyWords({ counts, reviewedOn }: SafetyState["technology"]): string {
  const state = t("{to_do} to do, {not_asked} not asked", { to_do: counts.to_do, not_asked: counts.not_asked });
  return reviewedOn ? t("{state}, gone through on {day}", { state, day: formatDate(reviewedOn) }) : state;
}

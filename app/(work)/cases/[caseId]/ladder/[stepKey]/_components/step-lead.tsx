import type { Route } from "next";
import { Chip } from "@/app/_ui/chip";
import { LinkButton } from "@/app/_ui/link-button";
import { Notice } from "@/app/_ui/notice";
import { Panel } from "@/app/_ui/panel";
import type { StepView } from "@/lib/escalation/ladder/types";
import { describeAct } from "@/lib/escalation/steps/next-step/labels";
import type { NextStep } from "@/lib/escalation/steps/next-step/types";
import { stageWords } from "@/lib/escalation/steps/stage/labels";
import type { StepStage } from "@/lib/escalation/steps/stage/types";
import type { PlaybookStep } from "@/lib/law/jurisdictions/types";
import { t } from "@/lib/platform/language/translate";
import { ActFacts } from "../../../_components/overview/act-facts";
import { DraftedMessage } from "../../../_components/overview/drafted-message";
import { chipKinds, NowFact } from "./step-state";

type Props = {
  caseId: string;
  step: PlaybookStep;
  view: StepView;
  stage: StepStage;
  act: NextStep | null;
  /** The draft of this step that waits to be sent, with the way to it. */
  draft: { href: string; label: string } | null;
};

/** Where the step stands, then the one act: what, about what, why, who has it, by when, and its message. */
export function StepLead({ caseId, step, view, stage, act, draft }: Props) {
  return (
    <Panel title={t("Where it stands")} id="state" end={<Chip kind={chipKinds[view.status]}>{view.word}</Chip>}>
      <p>
        {stageWords(stage, step)} {view.fact.stage === stage.stage ? null : <NowFact view={view} />}
      </p>
      {view.whyNotYet.map((why) => (
        <Notice key={why} kind="info" icon="lock" title={why} />
      ))}
      {act ? (
        <>
          <h3 className="panel__lead">{describeAct(act)}</h3>
          <p className="measure">{act.why}</p>
          <ActFacts act={act} />
          <DraftedMessage act={act} />
          <div className="row">
            {draft ? (
              <LinkButton icon="file-text" href={draft.href as Route}>
                {t("Open the draft {label}", { label: draft.label })}
              </LinkButton>
            ) : null}
            {act.path.startsWith("/ladder/") ? null : (
              <LinkButton variant="primary" icon="arrow-right" href={`/cases/${caseId}${act.path}` as Route}>
                {t("Go there")}
              </LinkButton>
            )}
          </div>
        </>
      ) : null}
    </Panel>
  );
}

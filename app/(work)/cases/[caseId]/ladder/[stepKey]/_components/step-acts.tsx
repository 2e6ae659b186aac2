import { LinkButton } from "@/app/_ui/button";
import { Disclosure } from "@/app/_ui/disclosure";
import { Notice } from "@/app/_ui/notice";
import { Panel } from "@/app/_ui/panel";
import type { StepGuards } from "@/lib/escalation/ladder/types";
import type { SendingAsks } from "@/lib/escalation/steps/types";
import type { PlaybookStep } from "@/lib/law/jurisdictions/types";
import { t } from "@/lib/platform/language/translate";
import { BeginForm, ContactForm, OutcomeForm, ReopenForm, SkipForm, SubmitForm } from "./step-forms";

type ActsProps = {
  caseId: string;
  step: { key: string; title: string; produces: PlaybookStep["produces"]; ours: boolean; mayRefuse: boolean };
  guards: StepGuards;
  asks: SendingAsks;
  /** No file of this case may be kept now. */
  keepsNoFiles: boolean;
  recorded: string | null;
  today: string;
};

/** What can be done now. What the rules reject is shown with its reason, never hidden. */
export function StepActs({ caseId, step, guards, asks, keepsNoFiles, recorded, today }: ActsProps) {
  const known = { caseId, stepKey: step.key, today };
  const running = recorded === "begun" || recorded === "submitted";
  return (
    <Panel title={t("What to do now")} id="acts" padded={false}>
      <div className="panel__body stack">
        <Makes caseId={caseId} step={step} keepsNoFiles={keepsNoFiles} />
        {guards.submit.ok ? <SubmitForm {...known} asks={asks} /> : <Notice title={guards.submit.reason} icon="info" />}
      </div>
      {guards.begin.ok ? (
        <Disclosure label={t("Begin work on it")} id="begin">
          <BeginForm {...known} />
        </Disclosure>
      ) : null}
      {running ? (
        <Disclosure label={t("Log a call, letter or reply")} id="contact">
          <ContactForm {...known} />
        </Disclosure>
      ) : null}
      {guards.outcome.ok ? (
        <Disclosure label={t("Record an outcome")} id="outcome">
          <OutcomeForm {...known} completes={guards.complete.ok} />
        </Disclosure>
      ) : null}
      {guards.skip.ok ? (
        <Disclosure label={t("Mark as not needed")} id="skip">
          <SkipForm {...known} />
        </Disclosure>
      ) : (
        <Disclosure label={t("Mark as not needed")} id="skip">
          <Notice title={guards.skip.reason} icon="info" />
        </Disclosure>
      )}
      {recorded ? (
        <Disclosure label={t("Undo what was recorded")} id="reopen">
          <ReopenForm {...known} />
        </Disclosure>
      ) : null}
    </Panel>
  );
}

/** What the step brings, with the way to it. */
function Makes({ caseId, step, keepsNoFiles }: Pick<ActsProps, "caseId" | "step" | "keepsNoFiles">) {
  const { references, exhibits, packet } = step.produces;
  const [kind] = references;
  if (!kind && !exhibits && !packet && !step.mayRefuse) return null;
  return (
    <div className="row">
      {kind ? (
        <LinkButton icon="hash" href={`/cases/${caseId}/references?kind=${kind}#record`}>
          {t("Record its number")}
        </LinkButton>
      ) : null}
      {exhibits && keepsNoFiles ? (
        <LinkButton icon="eye-off" href={`/cases/${caseId}/evidence/stop`}>
          {t("Record where an image was seen")}
        </LinkButton>
      ) : null}
      {exhibits && !keepsNoFiles ? (
        <LinkButton icon="upload" href={`/cases/${caseId}/evidence`}>
          {t("Add evidence")}
        </LinkButton>
      ) : null}
      {packet ? (
        <LinkButton icon="package" href={`/cases/${caseId}/packets`}>
          {t("Prepare the packet")}
        </LinkButton>
      ) : null}
      {step.mayRefuse ? (
        <LinkButton icon="ban" href={`/cases/${caseId}/refusals?step=${step.key}#log`}>
          {t("Log a refusal")}
        </LinkButton>
      ) : null}
    </div>
  );
}

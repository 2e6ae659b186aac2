import { Disclosure } from "@/app/_ui/disclosure";
import { LinkButton } from "@/app/_ui/link-button";
import { Notice } from "@/app/_ui/notice";
import { Panel } from "@/app/_ui/panel";
import type { StepGuards } from "@/lib/escalation/ladder/types";
import type { SendingAsks } from "@/lib/escalation/steps/types";
import type { PlaybookStep } from "@/lib/law/jurisdictions/types";
import { t } from "@/lib/platform/language/translate";
import { type NumberChoice, replyChoices } from "./reply-choices";
import { LogReplyForm, ReopenForm, SkipForm, SubmitForm } from "./step-forms";

type ActsProps = {
  caseId: string;
  step: { key: string; title: string; produces: PlaybookStep["produces"]; ours: boolean; mayRefuse: boolean };
  numbers: readonly NumberChoice[];
  guards: StepGuards;
  asks: SendingAsks;
  /** No file of this case may be kept now. */
  keepsNoFiles: boolean;
  recorded: string | null;
  today: string;
};

/** Four forms: it was sent, something was heard, it is not needed, undo. What the rules reject is shown with its reason. */
export function StepActs({ caseId, step, numbers, guards, asks, keepsNoFiles, recorded, today }: ActsProps) {
  const known = { caseId, stepKey: step.key, today };
  const sent = recorded === "submitted";
  return (
    <Panel title={t("Record what was done")} id="acts" padded={false}>
      <div className="panel__body stack">
        <Makes caseId={caseId} step={step} keepsNoFiles={keepsNoFiles} />
        {guards.submit.ok ? null : <Notice title={guards.submit.reason} icon="info" />}
      </div>
      {guards.submit.ok ? (
        <Disclosure label={sent ? t("Mark as sent again") : t("Mark as sent")} id="sent" open={!sent}>
          <SubmitForm {...known} asks={asks} />
        </Disclosure>
      ) : null}
      {recorded === "skipped" ? null : (
        <Disclosure label={t("Log a call, letter or reply")} id="log" open={sent || !guards.submit.ok}>
          <LogReplyForm {...known} choices={replyChoices(guards, recorded, numbers)} />
        </Disclosure>
      )}
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
        <Disclosure label={t("Undo")} id="reopen">
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

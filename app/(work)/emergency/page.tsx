import type { Metadata, Route } from "next";
import { Page } from "@/app/_shell/app-shell";
import { Chip } from "@/app/_ui/chip";
import { ConfirmField } from "@/app/_ui/confirm-field";
import { EmptyState } from "@/app/_ui/empty-state";
import { TextArea, TextField } from "@/app/_ui/field";
import { ActionForm } from "@/app/_ui/form";
import { PageLink } from "@/app/_ui/page-link";
import { PageHead, Panel } from "@/app/_ui/panel";
import { SubmitButton, SubmitFoot } from "@/app/_ui/submit-button";
import { requireCtx } from "@/lib/auth/sessions/session";
import type { Confirmation } from "@/lib/auth/sessions/types";
import { askedToConfirm } from "@/lib/auth/step-up/confirm-person";
import { emergencyAccessLabels } from "@/lib/casework/emergency-access/labels";
import { listEmergencyAccess, listMyEmergencyAccess } from "@/lib/casework/emergency-access/queries";
import { emergencyAccessHours } from "@/lib/casework/emergency-access/rules";
import type { EmergencyAccessToDecide, EmergencyAccessView } from "@/lib/casework/emergency-access/types";
import { may } from "@/lib/kernel/access/roles";
import { officeZone } from "@/lib/law/office/rules";
import { t } from "@/lib/platform/language/translate";
import { formatInstant } from "@/lib/platform/text/format";
import { decideEmergencyAccessAction, endEmergencyAccessAction, requestEmergencyAccessAction } from "./actions";

export const metadata: Metadata = { title: t("Emergency access") };

export default async function EmergencyPage() {
  const ctx = await requireCtx("case.open");
  const decides = may(ctx.actor, "case.review");
  return (
    <Page>
      <PageHead guide="emergency-access" title={t("Emergency access")}>
        {t(
          "Read a case that is not yours when the people working on it cannot be reached. A supervisor releases it for {emergencyAccessHours} hours, its owner is told first, and nothing can be changed.",
          { emergencyAccessHours },
        )}
      </PageHead>
      {decides ? (
        <Requests looks={await listEmergencyAccess(ctx)} confirm={await askedToConfirm(ctx, "look.release")} />
      ) : (
        <Asking looks={await listMyEmergencyAccess(ctx)} />
      )}
    </Page>
  );
}

function Asking({ looks }: { looks: readonly EmergencyAccessView[] }) {
  return (
    <>
      <Panel id="ask" title={t("Ask for access")}>
        <ActionForm action={requestEmergencyAccessAction} label={t("Ask for emergency access")}>
          <TextField
            name="code"
            label={t("Number of the case")}
            hint={t("As the caller says it: CD-26-0142")}
            required
          />
          <TextArea
            name="reason"
            label={t("What is the emergency?")}
            hint={t("Supervisors and the owner of the case read this.")}
            rows={3}
          />
          <SubmitFoot icon="shield-alert" pendingText={t("Sending the request")}>
            {t("Ask a supervisor")}
          </SubmitFoot>
        </ActionForm>
      </Panel>
      <Panel id="asked" title={t("What you asked for")} padded={false}>
        {looks.length === 0 ? (
          <EmptyState icon="shield-alert" title={t("No requests yet")}>
            {t("If someone in danger phones and the case is a colleague’s, type its number above.")}
          </EmptyState>
        ) : (
          <ul className="items">
            {looks.map((look) => (
              <li key={look.id} className="panel__body">
                <LookWords look={look} />
                {look.caseId ? <PageLink href={`/cases/${look.caseId}` as Route}>{t("Read the case")}</PageLink> : null}
              </li>
            ))}
          </ul>
        )}
      </Panel>
    </>
  );
}

function LookWords({ look }: { look: EmergencyAccessView }) {
  const zone = officeZone();
  return (
    <div className="stack">
      <div className="row">
        <span className="strong">{look.code}</span>
        <Chip kind={look.state === "waiting" ? "waiting" : look.state === "released" ? "warning" : "plain"}>
          {emergencyAccessLabels[look.state]}
        </Chip>
      </div>
      <p>{look.reason}</p>
      <p className="muted">
        {look.askedBy}, {formatInstant(look.askedAt, zone)}.{" "}
        {look.decidedBy ? t("Decided by {decidedBy}. ", { decidedBy: look.decidedBy }) : ""}
        {look.endsAt ? t("Until {endsAt}.", { endsAt: formatInstant(look.endsAt, zone) }) : ""}
      </p>
    </div>
  );
}

function Requests({ looks, confirm }: { looks: readonly EmergencyAccessToDecide[]; confirm: Confirmation }) {
  return (
    <Panel id="requests" title={t("Requests")} padded={false}>
      {looks.length === 0 ? (
        <EmptyState icon="check" title={t("No pending requests")}>
          {t("A caseworker's request shows here. Phone them back before you release it.")}
        </EmptyState>
      ) : (
        <ul className="items">
          {looks.map((look) => (
            <li key={look.id} className="panel__body">
              <LookWords look={look} />
              {look.state === "waiting" ? <Decide look={look} confirm={confirm} /> : null}
              {look.state === "released" ? <End look={look} /> : null}
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

function Decide({ look, confirm }: { look: EmergencyAccessToDecide; confirm: Confirmation }) {
  return (
    <>
      {look.found ? (
        <PageLink href={`/cases/${look.caseId}` as Route}>{t("Open the case first")}</PageLink>
      ) : (
        <p>{t("There is no case with this number that this person may be shown.")}</p>
      )}
      <div className="row">
        {look.found && !look.mine ? (
          <Choice look={look} decision="release" word={t("Release for four hours")} confirm={confirm} />
        ) : null}
        <Choice look={look} decision="refuse" word={t("Do not release")} />
      </div>
    </>
  );
}

type ChoiceProps = {
  look: EmergencyAccessToDecide;
  decision: "release" | "refuse";
  word: string;
  confirm?: Confirmation;
};

function Choice({ look, decision, word, confirm = "none" }: ChoiceProps) {
  return (
    <ActionForm action={decideEmergencyAccessAction} label={`${word}: ${look.code}`} guard={false}>
      <input type="hidden" name="lookId" value={look.id} />
      <input type="hidden" name="decision" value={decision} />
      <ConfirmField asks={confirm} />
      <SubmitButton variant={decision === "release" ? "primary" : "secondary"} small pendingText={t("Deciding")}>
        {word}
      </SubmitButton>
    </ActionForm>
  );
}

function End({ look }: { look: EmergencyAccessToDecide }) {
  return (
    <ActionForm
      action={endEmergencyAccessAction}
      label={t("End the access to {code}", { code: look.code })}
      guard={false}
    >
      <input type="hidden" name="lookId" value={look.id} />
      <SubmitButton variant="secondary" small pendingText={t("Ending")}>
        {t("End it now")}
      </SubmitButton>
    </ActionForm>
  );
}

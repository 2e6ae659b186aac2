import type { Route } from "next";
import { Checkbox, Radios } from "@/app/_ui/choice";
import { ConfirmField } from "@/app/_ui/confirm-field";
import { TextArea } from "@/app/_ui/field";
import { ActionForm } from "@/app/_ui/form";
import { Notice } from "@/app/_ui/notice";
import { PageLink } from "@/app/_ui/page-link";
import { Panel } from "@/app/_ui/panel";
import { rich } from "@/app/_ui/rich";
import { SubmitFoot } from "@/app/_ui/submit-button";
import type { Confirmation } from "@/lib/auth/sessions/types";
import { annexProblem, releaseProblem } from "@/lib/handover/handovers/rules";
import type { OfficerChoice } from "@/lib/handover/handovers/types";
import type { PacketView } from "@/lib/packets/packets/types";
import { allOf } from "@/lib/platform/language/formats";
import { t } from "@/lib/platform/language/translate";
import { deliverPacketAction } from "../actions";

type DeliverPanelProps = { packet: PacketView; officers: readonly OfficerChoice[]; confirm: Confirmation };

/** Gives the approved packet to an officer who is registered with the organisation, as far as a release lets them. */
export function DeliverPanel({ packet, officers, confirm }: DeliverPanelProps) {
  const free = officers.filter((officer) => !officer.holdsIt && officer.hasAccount);
  if (free.length === 0) {
    const message =
      officers.length === 0 ? t("No officer is registered yet") : t("Every registered officer has this version");
    return (
      <Notice title={message}>
        {t("An administrator invites officers, with rank, agency, unit and force number.")}
      </Notice>
    );
  }
  const unknown = free.filter((officer) => officer.standing === "unconfirmed");
  const known = free.filter((officer) => officer.standing !== "unconfirmed");
  const covered = known.filter((officer) => officer.covered);
  const held = known.filter((officer) => !officer.covered);
  return (
    <Panel
      id="deliver"
      title={t("Hand over")}
      end={<span className="muted">{t("The officer reads it in the portal")}</span>}
    >
      {unknown.length > 0 ? <UnconfirmedOfficers officers={unknown} /> : null}
      {held.length > 0 ? <HeldOfficers officers={held} caseId={packet.caseId} /> : null}
      {covered.length > 0 ? <DeliverForm packet={packet} officers={covered} confirm={confirm} /> : null}
    </Panel>
  );
}

/** Officers whose office nobody has called back yet. */
function UnconfirmedOfficers({ officers }: { officers: readonly OfficerChoice[] }) {
  return (
    <Notice kind="warning" title={t("These officers are not confirmed yet")}>
      <ul className="stack stack--s">
        {officers.map((officer) => (
          <li key={officer.id}>
            <span className="strong">
              {officer.rank} {officer.name}
            </span>
            , {officer.agency} {officer.unit}
          </li>
        ))}
      </ul>
      <p>{t("Somebody who did not enter them calls their office back and notes it.")}</p>
      <PageLink href="/officers">{t("Open officers")}</PageLink>
    </Notice>
  );
}

/** Those who may not have it today, each with what has to come out or what ended. */
function HeldOfficers({ officers, caseId }: { officers: readonly OfficerChoice[]; caseId: string }) {
  return (
    <Notice kind="warning" title={t("The client’s releases do not let these officers have this version")}>
      <ul className="stack stack--s">
        {officers.map((officer) => (
          <li key={officer.id}>
            <span className="strong">
              {officer.rank} {officer.name}
            </span>
            , {officer.agency} {officer.unit}. {releaseProblem(officer.door)}
          </li>
        ))}
      </ul>
      <PageLink href={`/cases/${caseId}/releases` as Route}>{t("Open releases")}</PageLink>
    </Notice>
  );
}

function DeliverForm({ packet, officers, confirm }: DeliverPanelProps) {
  const options = officers.map((officer) => ({
    value: officer.id,
    label: `${officer.rank} ${officer.name}`,
    hint: t("{agency} {unit}. Under {value}.{value2}", {
      agency: officer.agency,
      unit: officer.unit,
      value: officer.door.standing.join(", "),
      value2: officer.standing === "before" ? t(" No call-back was noted yet.") : "",
    }),
  }));
  const known = officers.filter((officer) => officer.annex === "covered");
  const unknown = officers.filter((officer) => officer.annex === "not_covered");
  return (
    <ActionForm action={deliverPacketAction} label={t("Hand over the packet")}>
      <input type="hidden" name="packetId" value={packet.id} />
      <Radios name="liaisonId" label={t("To which officer?")} options={options} />
      {known.length > 0 ? (
        <Checkbox
          name="withAnnex"
          label={t("With the sealed annex")}
          hint={t("It says who the client is and where they live. A release allows {value} to know.", {
            value: allOf(known.map((officerChoice) => officerChoice.name)),
          })}
        />
      ) : null}
      {unknown.map((officer) => (
        <p className="muted" key={officer.id}>
          {t("The sealed annex stays here for {name}. {door}", {
            name: officer.name,
            door: annexProblem(officer.door),
          })}
        </p>
      ))}
      <TextArea
        name="message"
        label={t("Message to the officer")}
        hint={t("Shown in the portal. No name and no address of the client.")}
        rows={2}
        optional
      />
      <ConfirmField asks={confirm} />
      {known.length > 0 && confirm === "password-and-code" ? (
        <p className="muted">
          {rich("You need a passkey to hand over the sealed annex. Add one under <link>Account, Security</link>.", {
            link: (words) => <PageLink href="/account/security">{words}</PageLink>,
          })}
        </p>
      ) : null}
      <SubmitFoot icon="send" pendingText={t("Handing over")}>
        {t("Hand over version {version}", { version: packet.version })}
      </SubmitFoot>
    </ActionForm>
  );
}

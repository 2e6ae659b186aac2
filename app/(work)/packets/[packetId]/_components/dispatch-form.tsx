import { Checkbox, type Choice, Select } from "@/app/_ui/choice";
import { choicesOf } from "@/app/_ui/choices-of";
import { ConfirmField } from "@/app/_ui/confirm-field";
import { TextField } from "@/app/_ui/field";
import { ActionForm } from "@/app/_ui/form";
import { SubmitFoot } from "@/app/_ui/submit-button";
import type { Confirmation } from "@/lib/auth/sessions/types";
import { methodLabels } from "@/lib/handover/dispatches/labels";
import type { OfficerChoice } from "@/lib/handover/handovers/types";
import type { PacketView } from "@/lib/packets/packets/types";
import { t } from "@/lib/platform/language/translate";
import { noteDispatchAction } from "../dispatch-actions";

export type DispatchFormProps = {
  packet: PacketView;
  officers: readonly OfficerChoice[];
  staff: readonly Choice[];
  zones: readonly Choice[];
  me: string;
  confirm: Confirmation;
};

const methods = choicesOf(methodLabels);

/** What left outside the portal. The releases have to cover it as they do a handover. */
export function DispatchForm({ packet, officers, staff, zones, me, confirm }: DispatchFormProps) {
  const known = officers.filter((officer) => officer.standing !== "unconfirmed");
  const options = known.map((officerChoice) => ({
    value: officerChoice.id,
    label: `${officerChoice.rank} ${officerChoice.name}, ${officerChoice.agency} ${officerChoice.unit}`,
  }));
  const hasAnnex = officers.length === 0 || officers.some((officer) => officer.annex !== "none");
  return (
    <ActionForm action={noteDispatchAction} label={t("Note a dispatch")}>
      <input type="hidden" name="packetId" value={packet.id} />
      <p>
        {t(
          "It cannot be changed later. A release of the client has to name the officer and cover it on the day it left.",
        )}
      </p>
      <div className="pair">
        <Select name="method" label={t("How it left")} options={methods} blank={t("Choose how it left")} />
        <Select name="sentBy" label={t("Handed over or sent by")} options={staff} defaultValue={me} />
      </div>
      <div className="pair">
        <TextField name="at" label={t("When")} type="datetime-local" />
        <Select name="zone" label={t("In which time zone")} options={zones} defaultValue={packet.zone} />
      </div>
      <div className="pair">
        <Select
          name="liaisonId"
          label={t("To which officer")}
          hint={t(
            "A release has to name them. Somebody who is not listed is entered and called back under Officers first",
          )}
          options={options}
          blank={t("Choose the officer")}
        />
        <TextField name="proof" label={t("Proof")} hint={t("Tracking number, or number of a receipt")} optional />
      </div>
      {hasAnnex ? (
        <>
          <Checkbox
            name="withAnnex"
            label={t("The sealed annex went along")}
            hint={t("It says who the client is and where they live. A release must let the receiver know.")}
          />
          <ConfirmField asks={confirm} when={t("Only with the sealed annex.")} />
        </>
      ) : null}
      <SubmitFoot variant="secondary" icon="package" pendingText={t("Noting")}>
        {t("Note the dispatch")}
      </SubmitFoot>
    </ActionForm>
  );
}

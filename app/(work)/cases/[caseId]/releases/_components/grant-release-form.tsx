import { Checkbox, Radios, Select } from "@/app/_ui/choice";
import { Disclosure } from "@/app/_ui/disclosure";
import { DateField, TextArea, TextField } from "@/app/_ui/field";
import { ActionForm } from "@/app/_ui/form";
import { SubmitFoot } from "@/app/_ui/submit-button";
import type { PickList } from "@/lib/casework/incidents/types";
import { releaseDays } from "@/lib/handover/releases/rules";
import { receiverLabels } from "@/lib/packets/packets/labels";
import { receiverRoles } from "@/lib/packets/packets/types";
import { t } from "@/lib/platform/language/translate";
import { PickOne } from "../../../_components/pick-one";
import { numbersOf } from "../../../numbers-field";
import { grantReleaseAction } from "../actions";
import { OfficerFields, type OfficerOption } from "./officer-fields";

type GrantReleaseFormProps = {
  caseId: string;
  exhibits: PickList;
  officers: readonly OfficerOption[];
  open: boolean;
};

/** What the client signed, in terms that can be checked when something leaves. */
export function GrantReleaseForm({ caseId, exhibits, officers, open }: GrantReleaseFormProps) {
  return (
    <Disclosure icon="plus" label={t("Record a release")} id="grant" open={open}>
      <ActionForm action={grantReleaseAction} label={t("Record a release")} className="panel panel__body">
        <input type="hidden" name="caseId" value={caseId} />
        <div className="cols cols--2">
          <Select
            name="recipientRole"
            label={t("Which office may receive it")}
            hint={t("One office. Another office needs a separate release")}
            options={receiverRoles.map((role) => ({ value: role, label: receiverLabels[role] }))}
            blank={t("Choose the office")}
          />
          <TextField
            name="recipient"
            label={t("Who may receive it")}
            hint={t(
              "The person or body as the paper says, such as Detective Sergeant Petersen, Fynbos Road. It covers nobody by itself: tick the officers below",
            )}
            required
          />
        </div>
        <OfficerFields officers={officers} />
        <WhatFields exhibits={exhibits} />
        <div className="cols cols--2">
          <TextField
            name="purpose"
            label={t("What for")}
            hint={t("For example: a request for mutual legal assistance")}
            required
          />
          <TextField
            name="crossBorderBasis"
            label={t("Basis for sending it over the border")}
            hint={t("For example: the client consents to transfer to the other country")}
            optional
          />
          <DateField name="signedOn" label={t("Signed on")} required />
          <DateField
            name="expiresOn"
            label={t("Ends on")}
            hint={t("{releaseDays} days after signing when left empty. At most a year", { releaseDays })}
            optional
          />
          {exhibits.options.length > 0 ? (
            <PickOne
              name="exhibitId"
              label={t("The signed paper")}
              hint={t("A scan or a photograph of it, kept as an exhibit of this case. It can be added later")}
              blank={t("No scan yet")}
              list={exhibits}
              optional
            />
          ) : null}
        </div>
        <SubmitFoot pendingText={t("Recording the release")}>{t("Record the release")}</SubmitFoot>
      </ActionForm>
    </Disclosure>
  );
}

function WhatFields({ exhibits }: Pick<GrantReleaseFormProps, "exhibits">) {
  const { all, options: listed } = exhibits;
  const some =
    listed.length > 0 ? [{ value: "some", label: all ? t("Only those that I tick") : t("Only those named here") }] : [];
  const options = [
    {
      value: "all",
      label: t("Every exhibit of the case"),
      hint: t("This includes later ones, as long as the release is valid."),
    },
    ...some,
    { value: "none", label: t("No exhibit") },
  ];
  return (
    <>
      <Radios name="which" label={t("Which exhibits may be given")} options={options} required />
      {all ? null : (
        <TextArea
          name={numbersOf("exhibits")}
          label={t("Exhibits, when only some may be given")}
          hint={t("By their numbers: E-3, E-7 to E-12")}
          rows={2}
          optional
        />
      )}
      {all && listed.length > 0 ? (
        <fieldset className="field">
          <legend>{t("Exhibits, when only some may be given")}</legend>
          <div className="cols cols--2">
            {listed.map(({ code, label }) => (
              <Checkbox key={code} name={`exhibits.${code}`} label={code} hint={label.slice(code.length + 1)} />
            ))}
          </div>
        </fieldset>
      ) : null}
      <Checkbox
        name="identity"
        label={t("They may know who the client is and where they live")}
        hint={t("Opens the sealed annex to them. Without this tick a packet speaks of the client by code only.")}
      />
      <TextField
        name="items"
        label={t("What else the paper says")}
        hint={t("For example: not the voice note of 3 October")}
        optional
      />
    </>
  );
}

import type { ReactNode } from "react";
import { Checkbox, Radios, Select } from "@/app/_ui/choice";
import { TextArea, TextField } from "@/app/_ui/field";
import type { PickList } from "@/lib/casework/incidents/types";
import type { ReleaseView } from "@/lib/handover/releases/types";
import { receiverLabels } from "@/lib/packets/packets/labels";
import { receiverRoles } from "@/lib/packets/packets/types";
import { t } from "@/lib/platform/language/translate";
import { numbersOf } from "../../../numbers-field";
import { OfficerFields, type OfficerOption } from "./officer-fields";

type ReleaseFieldsProps = {
  exhibits: PickList;
  officers: readonly OfficerOption[];
  /** An earlier release whose words are taken over; the officers are ticked anew. */
  from?: ReleaseView | null;
  /** Beside what it is for: the days, and the paper. */
  children: ReactNode;
};

/** What a release says, for recording one that was signed and for offering one to sign. */
export function ReleaseFields({ exhibits, officers, from, children }: ReleaseFieldsProps) {
  return (
    <>
      <div className="cols cols--2">
        <Select
          name="recipientRole"
          label={t("Which office may receive it")}
          hint={t("One office. Another office needs a separate release")}
          options={receiverRoles.map((role) => ({ value: role, label: receiverLabels[role] }))}
          blank={t("Choose the office")}
          defaultValue={from?.recipientRole ?? undefined}
        />
        <TextField
          name="recipient"
          label={t("Who may receive it")}
          hint={t(
            "The person or body as the paper says, such as Detective Sergeant Petersen, Fynbos Road. It covers nobody by itself: tick the officers below",
          )}
          defaultValue={from?.recipient}
          required
        />
      </div>
      <OfficerFields officers={officers} />
      <WhatFields exhibits={exhibits} from={from} />
      <div className="cols cols--2">
        <TextField
          name="purpose"
          label={t("What for")}
          hint={t("For example: a request for mutual legal assistance")}
          defaultValue={from?.purpose}
          required
        />
        <TextField
          name="crossBorderBasis"
          label={t("Basis for sending it over the border")}
          hint={t("For example: the client consents to transfer to the other country")}
          defaultValue={from?.crossBorderBasis ?? undefined}
          optional
        />
        {children}
      </div>
    </>
  );
}

function whichOf(from: ReleaseView | null | undefined): string | undefined {
  if (!from?.covers) return undefined;
  if (from.covers.allExhibits) return "all";
  return from.covers.exhibits.length > 0 ? "some" : "none";
}

function WhatFields({ exhibits, from }: Pick<ReleaseFieldsProps, "exhibits" | "from">) {
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
      <Radios
        name="which"
        label={t("Which exhibits may be given")}
        options={options}
        defaultValue={whichOf(from)}
        required
      />
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
              <Checkbox
                key={code}
                name={`exhibits.${code}`}
                label={code}
                hint={label.slice(code.length + 1)}
                defaultChecked={from?.covers?.exhibits.includes(Number(code.slice(2))) ?? false}
              />
            ))}
          </div>
        </fieldset>
      ) : null}
      <Checkbox
        name="identity"
        label={t("They may know who the client is and where they live")}
        hint={t("Opens the sealed annex to them. Without this tick a packet speaks of the client by code only.")}
        defaultChecked={from?.covers?.identity ?? false}
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

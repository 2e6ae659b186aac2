import { Checkbox, Radios } from "@/app/_ui/choice";
import { DateField, TextArea, TextField } from "@/app/_ui/field";
import { consentGrounds, consentPurposes, consentWays } from "@/lib/casework/cases/types";
import { groundLabels, purposeLabels, wayLabels } from "@/lib/casework/consents/labels";
import { t } from "@/lib/platform/language/translate";
import { SignatureField } from "./signature-field";

/** What help cannot do without; the others are for the client to choose. */
const usual: readonly string[] = ["help", "record", "evidence"];

type Props = {
  prefix?: string;
  /** With an answer that records nothing yet, in a form that may leave all of it out. */
  choose?: boolean;
};

/** On which ground the organisation works on a case. What does not fit the ground is left empty. */
export function ConsentFields({ prefix = "", choose = false }: Props) {
  const grounds = consentGrounds.map((ground) => ({ value: ground as string, label: groundLabels[ground] }));
  return (
    <>
      <Radios
        name={`${prefix}ground`}
        label={t("Ground")}
        options={choose ? [{ value: "", label: t("Not recorded yet") }, ...grounds] : grounds}
        defaultValue={choose ? "" : "consent"}
      />
      <Radios
        name={`${prefix}way`}
        label={t("If the client agreed: how")}
        options={consentWays.map((way) => ({ value: way, label: wayLabels[way] }))}
      />
      <SignatureField name={`${prefix}signature`} label={t("Signature")} />
      <TextField
        name={`${prefix}signedName`}
        label={t("Name of the person who agrees")}
        hint={t("Typed, it can stand for the signature")}
        optional
      />
      <fieldset className="field">
        <legend>{t("What it is for")}</legend>
        <div className="hint">
          {t("Nothing of it lets us give anything to anybody. That is a release, and signed apart.")}
        </div>
        {consentPurposes.map((purpose) => (
          <Checkbox
            key={purpose}
            name={`${prefix}purposes.${purpose}`}
            label={purposeLabels[purpose]}
            defaultChecked={usual.includes(purpose)}
          />
        ))}
      </fieldset>
      <div className="cols cols--2">
        <TextField name={`${prefix}otherPurpose`} label={t("Something else that it is for")} optional />
        <DateField name={`${prefix}givenOn`} label={t("On")} hint={t("Today when left empty")} optional />
      </div>
      <TextArea
        name={`${prefix}words`}
        label={t("In words")}
        hint={t("What was read to the client and what they answered; or why another ground applies")}
        rows={2}
        optional
      />
      <fieldset className="field">
        <legend>{t("If the client is under 18")}</legend>
        <div className="cols cols--2">
          <TextField name={`${prefix}guardianName`} label={t("Guardian’s name")} optional />
          <TextField
            name={`${prefix}guardianRelation`}
            label={t("What they are to the client")}
            hint={t("For example: mother")}
            optional
          />
          <Checkbox name={`${prefix}guardianAgreed`} label={t("The guardian agrees")} />
          <TextField
            name={`${prefix}noGuardian`}
            label={t("Why there is no guardian")}
            hint={t("For example: the guardian is the person who threatens")}
            optional
          />
        </div>
      </fieldset>
    </>
  );
}

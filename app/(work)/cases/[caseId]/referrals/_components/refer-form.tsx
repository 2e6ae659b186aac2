import { CustomInputs } from "@/app/_shell/custom-inputs";
import { Radios, Select } from "@/app/_ui/choice";
import { DateField, TextArea } from "@/app/_ui/field";
import { ActionForm } from "@/app/_ui/form";
import { SubmitFoot } from "@/app/_ui/submit-button";
import { consentLabels } from "@/lib/casework/referrals/labels";
import { consents } from "@/lib/casework/referrals/types";
import type { Service } from "@/lib/casework/services/types";
import type { CustomField } from "@/lib/organisation/custom-fields/types";
import { t } from "@/lib/platform/language/translate";
import type { CivilDate } from "@/lib/platform/time/calendar";
import { referClientAction } from "../actions";

type Props = { caseId: string; services: readonly Service[]; today: CivilDate; ownFields: readonly CustomField[] };

/** Who helps, with what, what is passed on, and whether the client agreed. */
export function ReferForm({ caseId, services, today, ownFields }: Props) {
  const options = services.map(({ id, name, kindText, area }) => ({
    value: id,
    label: area ? `${name}, ${area}` : name,
    group: kindText,
  }));
  return (
    <ActionForm action={referClientAction} label={t("Refer the client")}>
      <input type="hidden" name="caseId" value={caseId} />
      <Select name="serviceId" label={t("To which service")} options={options} blank={t("Choose a service")} />
      <TextArea
        name="purpose"
        label={t("What they are asked to help with")}
        hint={t("For example: a safe bed for two weeks; counselling in isiZulu")}
        rows={2}
        maxLength={1000}
      />
      <TextArea
        name="passedOn"
        label={t("What they are told about the client")}
        hint={t("Only what they need, as it was agreed. For example: first name, a safe phone number, safe hours")}
        rows={3}
        maxLength={2000}
      />
      <Radios
        name="consent"
        label={t("Did the client agree?")}
        options={consents.map((value) => ({ value, ...consentLabels[value] }))}
      />
      <DateField
        name="consentOn"
        label={t("Day of the consent")}
        hint={t("Today when left empty")}
        max={today}
        optional
      />
      <TextArea
        name="consentNote"
        label={t("How the client agreed, or why it cannot wait")}
        rows={2}
        maxLength={1000}
        optional
      />
      <DateField
        name="answerBy"
        label={t("Answer expected by")}
        hint={t("From the day after, the case asks you to call them.")}
        min={today}
        optional
      />
      <CustomInputs fields={ownFields} />
      <SubmitFoot icon="arrow-right-left" pendingText={t("Saving the referral")}>
        {t("Record the referral")}
      </SubmitFoot>
    </ActionForm>
  );
}

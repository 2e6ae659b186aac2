import { Radios, Select } from "@/app/_ui/choice";
import { DateField, TextArea, TextField } from "@/app/_ui/field";
import { ActionForm } from "@/app/_ui/form";
import { SubmitFoot } from "@/app/_ui/submit-button";
import { t } from "@/lib/platform/language/translate";
import { askerHints, askerLabels, kindLabels } from "@/lib/privacy/data-subject-requests/labels";
import { askers, rightKinds } from "@/lib/privacy/data-subject-requests/types";
import { recordRequestAction } from "../actions";

type Props = { staff: readonly { id: string; name: string }[]; me: string; today: string; code: string };

/** A request as it came. The number of the case is typed by us, from our own list, never as the asker says it. */
export function RecordForm({ staff, me, today, code }: Props) {
  return (
    <ActionForm action={recordRequestAction} label={t("Record a request")} prefix="request">
      <Radios
        name="kind"
        label={t("What is asked")}
        options={rightKinds.map((value) => ({ value, label: kindLabels[value] }))}
        required
      />
      <Radios
        name="fromWhom"
        label={t("Who asks")}
        options={askers.map((value) => ({ value, label: askerLabels[value], hint: askerHints[value] }))}
        required
      />
      <TextField
        name="caseCode"
        label={t("Case")}
        hint={t("Our number, such as CD-26-0142. Needed for a client and for the person a case is about")}
        defaultValue={code}
        short
        optional
      />
      <TextField name="who" label={t("How they sign")} hint={t("The name they use. It is encrypted")} optional />
      <TextArea name="asked" label={t("What they ask, in their words")} rows={4} />
      <DateField name="receivedOn" label={t("Came on")} defaultValue={today} />
      <DateField
        name="dueOn"
        label={t("To answer by")}
        hint={t("Leave empty for an access request: the law data gives the date. For any other request choose one")}
        optional
      />
      <Select
        name="handlerId"
        label={t("Who handles it")}
        options={staff.map(({ id, name }) => ({ value: id, label: name }))}
        defaultValue={me}
      />
      <SubmitFoot pendingText={t("Saving")}>{t("Save")}</SubmitFoot>
    </ActionForm>
  );
}

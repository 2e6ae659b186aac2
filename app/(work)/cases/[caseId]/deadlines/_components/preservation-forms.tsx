import { Radios, Select } from "@/app/_ui/choice";
import { DateField, TextField } from "@/app/_ui/field";
import { ActionForm } from "@/app/_ui/form";
import { SubmitFoot } from "@/app/_ui/submit-button";
import type { AccountForecast, DeadlinesPage } from "@/lib/escalation/deadlines/types";
import { t } from "@/lib/platform/language/translate";
import { recordPreservationAction, renewPreservationAction } from "../actions";

type Numbers = DeadlinesPage["numbers"];
type Props = { caseId: string; account: AccountForecast; numbers: Numbers };

function NumberField({ numbers }: { numbers: Numbers }) {
  if (numbers.length === 0) return null;
  return (
    <Select
      name="referenceId"
      label={t("The provider's number")}
      hint={t("Record it under References first. With it the packet can show that the account is kept")}
      blank={t("None yet")}
      options={numbers.map((value) => ({ value: value.id, label: value.display }))}
      optional
    />
  );
}

const letterHint = t("The last day, when the provider's letter names one. Otherwise it is counted");

/** An officer's request to the provider. Nothing is sent from here. */
export function RecordForm({ caseId, id, account, numbers }: Props & { id: string }) {
  return (
    <ActionForm action={recordPreservationAction} label={t("Record a request for {label}", { label: account.label })}>
      <input type="hidden" name="caseId" value={caseId} />
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="accountId" value={account.accountId} />
      <div className="cols cols--2">
        <TextField
          name="askedBy"
          label={t("Which office asked")}
          hint={t("The station or the unit. Do not include names")}
          required
        />
        <DateField name="askedOn" label={t("Asked on")} required />
        <DateField name="acceptedOn" label={t("Accepted on")} optional />
        <DateField name="refusedOn" label={t("Refused on")} optional />
        <DateField name="expiresOn" label={t("Kept until")} hint={letterHint} optional />
        <NumberField numbers={numbers} />
        <TextField name="note" label={t("Note")} optional />
      </div>
      <SubmitFoot variant="secondary" pendingText={t("Recording the request")}>
        {t("Record the request")}
      </SubmitFoot>
    </ActionForm>
  );
}

const accepted = [
  { value: "renewed", label: t("Renewed"), hint: t("The officer asked again and the data is still preserved") },
  { value: "expiry", label: t("Another last day"), hint: t("The provider's letter names it") },
];
const asked = [
  { value: "accepted", label: t("Accepted") },
  { value: "refused", label: t("Refused") },
];

/** What came of a request. */
export function AnswerForm({ caseId, account, numbers }: Props) {
  if (!account.keepId) return null;
  const choices = account.acceptedOn
    ? accepted.filter((option) => !(account.renewed && option.value === "renewed"))
    : asked;
  return (
    <ActionForm
      action={renewPreservationAction}
      label={t("Record what came of it for {label}", { label: account.label })}
    >
      <input type="hidden" name="caseId" value={caseId} />
      <input type="hidden" name="preservationId" value={account.keepId} />
      <Radios name="answer" label={t("What came of it")} options={choices} required />
      <div className="cols cols--2">
        <DateField name="on" label={t("On which day")} required />
        <DateField name="expiresOn" label={t("Kept until")} hint={letterHint} optional />
        <NumberField numbers={numbers} />
      </div>
      <SubmitFoot variant="secondary" pendingText={t("Recording the answer")}>
        {t("Record the answer")}
      </SubmitFoot>
    </ActionForm>
  );
}

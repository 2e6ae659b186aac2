import { Checkbox, Select } from "@/app/_ui/choice";
import { TextArea, TextField } from "@/app/_ui/field";
import { ActionForm } from "@/app/_ui/form";
import { SubmitFoot } from "@/app/_ui/submit-button";
import { t } from "@/lib/platform/language/translate";
import { categoryLabels } from "@/lib/privacy/breaches/labels";
import { recordBreachAction } from "../actions";

type Person = { id: string; name: string };

/** What s 22 requires to be reported, and what determines who is affected. Names of clients do not belong here. */
export function RecordForm({ staff, zone }: { staff: readonly Person[]; zone: string }) {
  return (
    <ActionForm action={recordBreachAction} label={t("Record a breach")} prefix="breach">
      <input type="hidden" name="zone" value={zone} />
      <TextField
        name="discovered"
        type="datetime-local"
        label={t("Discovered")}
        hint={t("Time in {zone}", { zone })}
        short
      />
      <fieldset className="field">
        <legend>{t("Kinds of data")}</legend>
        {Object.entries(categoryLabels).map(([value, label], at) => (
          <Checkbox
            key={value}
            id={at > 0 ? `breach-${value}` : undefined}
            name="categories"
            value={value}
            label={label}
          />
        ))}
      </fieldset>
      <TextArea
        name="what"
        label={t("What happened")}
        hint={t("Without a client's name: a notice is drafted from this")}
      />
      <TextArea name="grounds" label={t("Grounds to believe it")} rows={3} />
      <TextArea name="consequences" label={t("Possible consequences for the people concerned")} rows={3} />
      <TextArea name="measures" label={t("What was done, and will be")} rows={3} />
      <TextArea name="advice" label={t("What they can do themselves")} rows={3} />
      <TextField name="who" label={t("Who did it, if that is known")} optional />
      <h3>{t("Who is affected")}</h3>
      <p className="muted">{t("Read from the log: what this account did or saw in this time, on these cases.")}</p>
      <Select
        name="memberId"
        label={t("Account")}
        blank={t("Any account")}
        options={staff.map(({ id, name }) => ({ value: id, label: name }))}
        optional
      />
      <TextField name="from" type="datetime-local" label={t("From")} short optional />
      <TextField name="until" type="datetime-local" label={t("Until")} short optional />
      <TextArea
        name="cases"
        label={t("Case numbers")}
        hint={t("One in a line, such as CD-26-0012")}
        rows={3}
        optional
      />
      <SubmitFoot pendingText={t("Recording")}>{t("Record the breach")}</SubmitFoot>
    </ActionForm>
  );
}

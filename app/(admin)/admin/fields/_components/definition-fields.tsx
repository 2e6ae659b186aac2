import { Radios, Select } from "@/app/_ui/choice";
import { choicesOf } from "@/app/_ui/choices-of";
import { TextArea, TextField } from "@/app/_ui/field";
import { named } from "@/app/_ui/named";
import {
  audienceLabels,
  fieldKindLabels,
  recordLabels,
  requirementLabels,
} from "@/lib/organisation/custom-fields/labels";
import type { CustomField } from "@/lib/organisation/custom-fields/types";
import { t } from "@/lib/platform/language/translate";

/** What can be changed of a field. */
export const definitionFields = named({
  label: { label: t("Label") },
  help: { label: t("Help") },
  choices: { label: t("Choices") },
  audience: { label: t("Who sees it"), options: choicesOf(audienceLabels) },
  required: { label: t("When it is required"), options: choicesOf(requirementLabels) },
});

/** What is settled when a field is added. */
export function NewFieldFields() {
  return (
    <>
      <div className="pair">
        <Select name="record" label={t("Belongs to")} options={choicesOf(recordLabels)} blank={t("Choose")} required />
        <Select
          name="kind"
          label={t("What is typed or chosen")}
          options={choicesOf(fieldKindLabels)}
          blank={t("Choose")}
          required
        />
      </div>
      <Radios
        name="storage"
        label={t("How it is kept")}
        options={[
          {
            value: "suited",
            label: t("As suits the kind"),
            hint: t("Texts are encrypted; numbers, dates and choices can be filtered and counted"),
          },
          {
            value: "sealed",
            label: t("Encrypted"),
            hint: t("For what could lead to a person. Lists cannot show it or filter by it"),
          },
          {
            value: "open",
            label: t("Not encrypted"),
            hint: t("Only for what says nothing about anybody. Whoever copies the database can read it"),
          },
        ]}
        defaultValue="suited"
      />
    </>
  );
}

export function DefinitionFields({ field }: { field?: CustomField }) {
  const hasChoices = field === undefined || field.kind === "choice";
  const { label, help, choices, audience, required } = definitionFields;
  return (
    <>
      <TextField
        {...label}
        hint={t("As it stands in the form and at the top of a column")}
        maxLength={80}
        defaultValue={field?.label}
        required
      />
      <TextField
        {...help}
        hint={t("A sentence below the label, with an example")}
        maxLength={300}
        defaultValue={field?.help ?? ""}
        optional
      />
      {hasChoices ? (
        <TextArea
          {...choices}
          hint={
            field
              ? t("One on each line. One that you take out stays readable where it was chosen")
              : t("Only for a choice from a list: one on each line. “Not known” is always there")
          }
          rows={5}
          defaultValue={field?.choices.flatMap((choice) => (choice.retired ? [] : choice.label)).join("\n")}
          optional={field === undefined}
        />
      ) : null}
      <Select
        {...audience}
        hint={field ? t("Fewer people may come to see it, never more") : undefined}
        defaultValue={field?.audience ?? "all"}
      />
      <Select
        {...required}
        hint={t(
          "For cases, and for incidents before a packet. “Not known” counts as an answer, and “Save and finish later” opens a case without it",
        )}
        defaultValue={field?.required ?? "never"}
      />
    </>
  );
}

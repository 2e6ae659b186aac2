import { Checkbox, Select } from "@/app/_ui/choice";
import { DateField, TextArea, TextField } from "@/app/_ui/field";
import { longestText, notKnown } from "@/lib/organisation/custom-fields/rules";
import type { CustomField, CustomValue } from "@/lib/organisation/custom-fields/types";
import { t } from "@/lib/platform/language/translate";

type Input = CustomField & Partial<CustomValue>;

type InputsProps = {
  fields: readonly Input[];
  /** In a form with several parts: `client.` */
  prefix?: string;
};

/** The fields of an organisation's own in a form, in their order, with what the record has. */
export function CustomInputs({ fields, prefix = "" }: InputsProps) {
  if (fields.length === 0) return null;
  return (
    <div className="cols cols--2">
      {fields.map((field) => (
        <CustomInput key={field.id} field={field} prefix={prefix} />
      ))}
    </div>
  );
}

function CustomInput({ field, prefix }: { field: Input; prefix: string }) {
  const { id, kind, isSealed, help, isUnknown } = field;
  const frame = {
    name: `${prefix}custom.${id}`,
    label: field.label,
    hint: [help, isSealed ? t("Encrypted") : null].filter(Boolean).join(". ") || undefined,
    optional: field.required === "never",
  };
  const value = field.value ?? "";
  if (kind === "long_text")
    return <TextArea {...frame} rows={3} maxLength={longestText.long_text} defaultValue={value} />;
  if (kind === "short_text") return <TextField {...frame} maxLength={longestText.short_text} defaultValue={value} />;
  if (kind === "choice" || kind === "tick") {
    return (
      <Select
        {...frame}
        options={[...optionsOf(field), { value: notKnown, label: t("Not known") }]}
        blank={t("Choose")}
        defaultValue={isUnknown ? notKnown : value}
      />
    );
  }
  const unknown = (
    <Checkbox
      name={`${prefix}customUnknown.${id}`}
      label={t("{label}: not known", { label: field.label })}
      defaultChecked={isUnknown}
    />
  );
  return (
    <div className="stack stack--s">
      {kind === "date" ? (
        <DateField {...frame} defaultValue={value} />
      ) : (
        <TextField {...frame} inputMode="decimal" short defaultValue={value} />
      )}
      {field.required === "never" && !isUnknown ? null : unknown}
    </div>
  );
}

/** A choice that is no longer used stays where the record has it. */
function optionsOf({ kind, choices, value }: Input) {
  if (kind === "tick") {
    return [
      { value: "yes", label: t("Yes") },
      { value: "no", label: t("No") },
    ];
  }
  return choices
    .filter(({ key, retired }) => !retired || key === value)
    .map(({ key, label, retired }) => ({
      value: key,
      label: retired ? t("{label} (no longer used)", { label }) : label,
    }));
}

import { Checkbox } from "@/app/_ui/choice";
import { TextField } from "@/app/_ui/field";
import { t } from "@/lib/platform/language/translate";

export type EventChoice = { type: string; label: string };

type FieldsProps = {
  choices: readonly EventChoice[];
  webhook?: { name: string; address: string; types: readonly string[] };
};

/** What it is called, where it leads, and what it is told. */
export function WebhookFields({ choices, webhook }: FieldsProps) {
  return (
    <>
      <TextField
        name="name"
        label={t("Name")}
        hint={t("For you, such as the system that receives it.")}
        defaultValue={webhook?.name}
        maxLength={80}
        required
      />
      <TextField
        name="address"
        label={t("Address")}
        hint={t("https, a public host by its name. Whoever runs it learns when something happens on a case.")}
        defaultValue={webhook?.address}
        maxLength={1000}
        inputMode="url"
        autoComplete="off"
        spellCheck={false}
        required
      />
      <fieldset className="field">
        <legend>{t("What it is told")}</legend>
        {choices.map(({ type, label }, at) => (
          <Checkbox
            key={type}
            name="types"
            id={`types-${type}`}
            value={type}
            label={label}
            hint={<span className="ref">{type}</span>}
            error={at === 0 ? undefined : ""}
            defaultChecked={webhook?.types.includes(type)}
          />
        ))}
      </fieldset>
    </>
  );
}

import { TextField } from "@/app/_ui/field";
import { fieldWords } from "@/lib/integrations/connectors/labels";
import { enquiryFields, type Mapping } from "@/lib/integrations/connectors/types";
import { t } from "@/lib/platform/language/translate";

/** What the form is called, and which of its questions answers which of ours. */
export function ConnectorFields({ name, mapping }: { name?: string; mapping: Mapping }) {
  return (
    <>
      <TextField
        name="name"
        label={t("Name")}
        hint={t("For you, such as the form that sends.")}
        defaultValue={name}
        maxLength={80}
        required
      />
      <fieldset className="field">
        <legend>{t("Which question of the form answers which of ours")}</legend>
        <p className="hint">
          {t(
            "The name of the question as it stands in the form. An answer that no line takes is added to what happened, with its question.",
          )}
        </p>
        <div className="stack stack--below">
          {enquiryFields.map((field) => (
            <TextField
              key={field}
              name={`mapping.${field}`}
              label={fieldWords[field]}
              defaultValue={mapping[field]}
              maxLength={200}
              autoComplete="off"
              spellCheck={false}
              optional
            />
          ))}
        </div>
      </fieldset>
    </>
  );
}

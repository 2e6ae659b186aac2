import { Checkbox, Select } from "@/app/_ui/choice";
import { ConfirmField } from "@/app/_ui/confirm-field";
import { EmptyState } from "@/app/_ui/empty-state";
import { TextField } from "@/app/_ui/field";
import { ActionForm } from "@/app/_ui/form";
import { SubmitButton } from "@/app/_ui/submit-button";
import type { Confirmation } from "@/lib/auth/sessions/types";
import { factWords } from "@/lib/integrations/receiving-systems/labels";
import { usualMapping } from "@/lib/integrations/receiving-systems/rules";
import { openFacts, sealedFacts } from "@/lib/integrations/receiving-systems/types";
import { t } from "@/lib/platform/language/translate";
import { addReceivingSystemAction } from "../actions";

type FormProps = { owners: readonly { id: string; name: string }[]; confirm: Confirmation };

/** Whose system, where it is, and which of our facts goes into which field of theirs. */
export function AddSystemForm({ owners, confirm }: FormProps) {
  if (owners.length === 0) {
    return (
      <EmptyState icon="users" title={t("The directory of services is empty")}>
        {t("A client agrees to be referred to a service. Ask a caseworker to add it under Services first.")}
      </EmptyState>
    );
  }
  return (
    <ActionForm action={addReceivingSystemAction} label={t("Send cases to Primero")}>
      <p>
        {t(
          "A caseworker can then send one case at a time, when the client agreed to a referral to this service. Nothing is sent by itself.",
        )}
      </p>
      <Select
        name="serviceId"
        label={t("Whose system it is")}
        options={owners.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <TextField
        name="address"
        label={t("Address")}
        hint={t("The https address of the host alone, such as https://primero.example.org")}
        maxLength={1000}
        required
      />
      <TextField name="userName" label={t("Account there")} maxLength={200} autoComplete="off" required />
      <TextField
        name="systemPassword"
        type="password"
        label={t("Password there")}
        hint={t("Of an account that may only create cases. It is encrypted and never shown again.")}
        maxLength={200}
        autoComplete="off"
        required
      />
      <fieldset className="field">
        <legend>{t("Which of our facts goes into which field of theirs")}</legend>
        <p className="hint">
          {t("The name of the field as the other system has it. What has no field does not leave.")}
        </p>
        <div className="stack stack--below">
          {openFacts.map((fact) => (
            <MappingField key={fact} fact={fact} />
          ))}
          {sealedFacts.map((fact) => (
            <div key={fact} className="stack">
              <MappingField fact={fact} />
              <Checkbox
                name={`sealedSeen.${fact}`}
                label={t("This is encrypted here. It may leave: {what}", { what: factWords[fact] })}
              />
            </div>
          ))}
        </div>
      </fieldset>
      <ConfirmField asks={confirm} />
      <div className="row">
        <SubmitButton pendingText={t("Adding it")}>{t("Add the system")}</SubmitButton>
      </div>
    </ActionForm>
  );
}

function MappingField({ fact }: { fact: keyof typeof factWords }) {
  return (
    <TextField
      name={`mapping.${fact}`}
      label={factWords[fact]}
      defaultValue={usualMapping[fact]}
      maxLength={100}
      autoComplete="off"
      spellCheck={false}
      optional
    />
  );
}

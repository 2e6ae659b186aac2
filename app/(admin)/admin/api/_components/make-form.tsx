import { Checkbox, Select } from "@/app/_ui/choice";
import { ConfirmField } from "@/app/_ui/confirm-field";
import { DateField, TextArea, TextField } from "@/app/_ui/field";
import { ActionForm } from "@/app/_ui/form";
import { SubmitButton } from "@/app/_ui/submit-button";
import type { Confirmation } from "@/lib/auth/sessions/types";
import { scopeLabels } from "@/lib/integrations/api-tokens/labels";
import { apiScopes } from "@/lib/integrations/api-tokens/types";
import { t } from "@/lib/platform/language/translate";
import { makeApiTokenAction } from "../actions";
import { TokenOnce } from "./token-once";

type MakeProps = {
  people: readonly { id: string; name: string; role: string }[];
  confirm: Confirmation;
  latest: string;
};

export function MakeForm({ people, confirm, latest }: MakeProps) {
  return (
    <ActionForm action={makeApiTokenAction} label={t("Make a token")} announceSaved={false}>
      <TokenOnce />
      <TextField name="name" label={t("What it is for")} hint={t("For example: numbers from the hotline")} required />
      <Select
        name="memberId"
        label={t("In whose name it acts")}
        hint={t("It sees and does what this member may, and the log names both. They have to agree first.")}
        blank={t("Choose a member")}
        options={people.map(({ id, name, role }) => ({ value: id, label: `${name}, ${role.toLowerCase()}` }))}
        required
      />
      <fieldset className="field">
        <legend>{t("What it may do")}</legend>
        {apiScopes.map((scope, index) => (
          <Checkbox
            key={scope}
            name="scopes"
            id={index === 0 ? undefined : `scopes-${scope.replace(":", "-")}`}
            value={scope}
            label={scopeLabels[scope]}
            error={index === 0 ? undefined : ""}
          />
        ))}
      </fieldset>
      <DateField
        name="untilOn"
        label={t("Until which day it works")}
        hint={t("At most a year")}
        max={latest}
        required
      />
      <TextArea
        name="networks"
        label={t("From which networks")}
        hint={t("One in each line, such as 203.0.113.0/24. Empty: from anywhere")}
        rows={2}
        maxLength={2000}
        optional
      />
      <ConfirmField asks={confirm} />
      <div className="row">
        <SubmitButton pendingText={t("Making the token")}>{t("Make a token")}</SubmitButton>
      </div>
    </ActionForm>
  );
}

import { Select } from "@/app/_ui/choice";
import { ConfirmField } from "@/app/_ui/confirm-field";
import { ActionForm } from "@/app/_ui/form";
import { SubmitFoot } from "@/app/_ui/submit-button";
import type { Confirmation } from "@/lib/auth/sessions/types";
import { t } from "@/lib/platform/language/translate";
import { assignRoleAction } from "../actions";

type AssignProps = {
  people: readonly { id: string; name: string; now: string }[];
  own: readonly { id: string; name: string }[];
  confirm: Confirmation;
};

/** Asks for a role of the organisation's own for somebody who works here. */
export function AssignForm({ people, own, confirm }: AssignProps) {
  return (
    <ActionForm action={assignRoleAction} label={t("Give somebody a role of your own")} prefix="assign">
      <Select
        name="memberId"
        label={t("Person")}
        blank={t("Choose a person")}
        options={people.map(({ id, name, now }) => ({ value: id, label: `${name}, ${now}` }))}
      />
      <Select
        name="customRoleId"
        label={t("Role")}
        blank={t("The role itself, without any of ours")}
        options={own.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <ConfirmField asks={confirm} />
      <SubmitFoot variant="secondary" pendingText={t("Asking")}>
        {t("Ask for this")}
      </SubmitFoot>
    </ActionForm>
  );
}

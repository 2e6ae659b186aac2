import { Checkbox, Radios, Select } from "@/app/_ui/choice";
import { choicesOf } from "@/app/_ui/choices-of";
import { ConfirmField } from "@/app/_ui/confirm-field";
import { ActionForm } from "@/app/_ui/form";
import { SubmitButton } from "@/app/_ui/submit-button";
import type { Confirmation } from "@/lib/auth/sessions/types";
import { losses, waysOfMakingSure } from "@/lib/organisation/members/labels";
import { t } from "@/lib/platform/language/translate";
import { LinkOnce } from "../../_components/link-once";
import { changeRoleAction, removeMemberAction, renewAccessAction } from "../actions";
import { EndTheirsForm } from "./end-theirs";

type Role = "caseworker" | "supervisor" | "admin" | "liaison";

type ManageProps = {
  person: { id: string; name: string; role: Role };
  roleWords: Record<Role, string>;
  confirm: Confirmation;
  confirmEnd: Confirmation;
  waits: string | null;
};

/** A `details`, so that it works without script. Removing asks for a tick first: there is no undo. */
export function ManagePerson({ person, roleWords, confirm, confirmEnd, waits }: ManageProps) {
  const staff = (["caseworker", "supervisor", "admin"] as const).map((value) => ({ value, label: roleWords[value] }));
  return (
    <details>
      <summary>
        {t("Change")}
        <span className="vh"> {person.name}</span>
      </summary>
      <div className="stack stack--below">
        {person.role === "liaison" ? null : (
          <ActionForm action={changeRoleAction} label={t("Change the role of {name}", { name: person.name })}>
            <input type="hidden" name="memberId" value={person.id} />
            <Select name="role" label={t("Role")} options={staff} defaultValue={person.role} />
            <ConfirmField asks={confirm} />
            <div className="row">
              <SubmitButton variant="secondary" pendingText={t("Changing the role")}>
                {t("Change role")}
              </SubmitButton>
            </div>
          </ActionForm>
        )}
        <EndTheirsForm person={person} confirm={confirmEnd} />
        <RenewForm person={person} confirm={confirm} waits={waits} />
        <ActionForm action={removeMemberAction} label={t("Remove {name}", { name: person.name })} guard={false}>
          <input type="hidden" name="memberId" value={person.id} />
          <Checkbox
            name="sure"
            label={t("Remove {name}", { name: person.name })}
            hint={t(
              "They are signed out at once and cannot sign in again on their own. What they did stays in the history.",
            )}
          />
          <ConfirmField asks={confirm} />
          <div className="row">
            <SubmitButton variant="danger" pendingText={t("Removing")}>
              {t("Remove")}
            </SubmitButton>
          </div>
        </ActionForm>
      </div>
    </details>
  );
}

const whatIsLost = Object.entries(losses).map(([value, words]) => ({ value, ...words }));
const ways = choicesOf(waysOfMakingSure);

/** For a forgotten password, a lost device, or either in the hands of somebody else. */
function RenewForm({ person, confirm, waits }: Pick<ManageProps, "person" | "confirm" | "waits">) {
  return (
    <ActionForm
      action={renewAccessAction}
      label={t("New sign-in link for {name}", { name: person.name })}
      guard={false}
      announceSaved={false}
    >
      <LinkOnce what={t("sign-in link")} waits={waits} />
      <input type="hidden" name="memberId" value={person.id} />
      <Radios name="lost" label={t("What {name} lost", { name: person.name })} options={whatIsLost} />
      <Select
        name="madeSure"
        label={t("How you made sure that {name} asks for this", { name: person.name })}
        hint={t(
          "Kept in the log. A message, a mail or a call that came in proves nothing: somebody else may have written it.",
        )}
        options={ways}
        blank={t("Choose how")}
      />
      <p className="muted">
        {t("When the link is used, the old password and open sessions stop. Earlier links close now.")}
      </p>
      <ConfirmField asks={confirm} />
      <div className="row">
        <SubmitButton variant="secondary" pendingText={t("Making the link")}>
          {t("New sign-in link")}
        </SubmitButton>
      </div>
    </ActionForm>
  );
}

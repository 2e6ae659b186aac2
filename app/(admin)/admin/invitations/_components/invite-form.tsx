"use client";

import { Radios, Select } from "@/app/_ui/choice";
import { ConfirmField } from "@/app/_ui/confirm-field";
import { TextField } from "@/app/_ui/field";
import { ActionForm } from "@/app/_ui/form";
import { SubmitButton } from "@/app/_ui/submit-button";
import type { Confirmation } from "@/lib/auth/sessions/types";
import { t } from "@/lib/platform/language/translate";
import { LinkOnce } from "../../_components/link-once";
import { inviteMemberAction } from "../actions";

const roles = [
  { value: "caseworker", label: t("Caseworker"), hint: t("Opens and works on cases.") },
  { value: "supervisor", label: t("Supervisor"), hint: t("Sees every case and approves packets.") },
  { value: "admin", label: t("Administrator"), hint: t("Manages people and sees no case.") },
  { value: "liaison", label: t("Police liaison"), hint: t("An officer or prosecutor. Sees only what is handed over.") },
];

type InviteProps = {
  confirm: Confirmation;
  waits: string | null;
  /** Roles of the organisation's own. */
  own: readonly { value: string; label: string }[];
};

export function InviteForm({ confirm, waits, own }: InviteProps) {
  return (
    <ActionForm action={inviteMemberAction} label={t("Invite a person")} announceSaved={false}>
      <LinkOnce what={t("invitation link")} waits={waits} />
      <TextField name="name" label={t("Name")} required />
      <TextField name="email" label={t("Work e-mail")} type="email" required />
      <Radios name="role" label={t("Role")} options={roles} required />
      {own.length > 0 ? (
        <Select
          name="customRoleId"
          label={t("Role of your own")}
          hint={t("Built on the role above, less what you took away")}
          options={own}
          blank={t("None")}
          optional
        />
      ) : null}
      <fieldset className="field">
        <legend>{t("Only for a police liaison")}</legend>
        <div className="stack stack--below">
          <TextField name="rank" label={t("Rank")} hint={t("For example Detective Sergeant")} />
          <TextField name="agency" label={t("Agency")} hint={t("For example the police or the prosecution")} />
          <TextField name="unit" label={t("Station or unit")} />
          <TextField name="forceNumber" label={t("Force number")} />
          <TextField
            name="address"
            label={t("Address of the office")}
            hint={t("E-mail or postal. Not a private one")}
            optional
          />
          <TextField
            name="phone"
            label={t("Phone of the office")}
            hint={t("Somebody else calls it back before a handover")}
            optional
          />
        </div>
      </fieldset>
      <ConfirmField asks={confirm} />
      <div className="row">
        <SubmitButton pendingText={t("Making the link")}>{t("Make an invitation link")}</SubmitButton>
      </div>
    </ActionForm>
  );
}

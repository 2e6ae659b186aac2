"use client";

import { Radios } from "@/app/_ui/choice";
import { ConfirmField } from "@/app/_ui/confirm-field";
import { TextField } from "@/app/_ui/field";
import { ActionForm } from "@/app/_ui/form";
import { SubmitButton } from "@/app/_ui/submit-button";
import type { Confirmation } from "@/lib/auth/sessions/types";
import { LinkOnce } from "../../_components/link-once";
import { inviteMemberAction } from "../actions";

const roles = [
  { value: "caseworker", label: "Caseworker", hint: "Opens and works on cases." },
  { value: "supervisor", label: "Supervisor", hint: "Sees every case and approves packets." },
  { value: "admin", label: "Administrator", hint: "Manages people and sees no case." },
  { value: "liaison", label: "Police liaison", hint: "An officer or prosecutor. Sees only what is handed over." },
];

type InviteProps = { confirm: Confirmation; waits: string | null };

export function InviteForm({ confirm, waits }: InviteProps) {
  return (
    <ActionForm action={inviteMemberAction} label="Invite a person" announceSaved={false}>
      <LinkOnce what="invitation link" waits={waits} />
      <TextField name="name" label="Name" required />
      <TextField name="email" label="Work e-mail" type="email" required />
      <Radios name="role" label="Role" options={roles} required />
      <fieldset className="field">
        <legend>Only for a police liaison</legend>
        <div className="stack pt-2">
          <TextField name="rank" label="Rank" hint="For example Detective Sergeant" />
          <TextField name="agency" label="Agency" hint="For example the police or the prosecution" />
          <TextField name="unit" label="Station or unit" />
          <TextField name="forceNumber" label="Force number" />
          <TextField name="address" label="Address of the office" hint="E-mail or postal. Not a private one" optional />
          <TextField
            name="phone"
            label="Phone of the office"
            hint="Somebody else calls it back before a handover"
            optional
          />
        </div>
      </fieldset>
      <ConfirmField asks={confirm} />
      <div className="row">
        <SubmitButton pendingText="Making the link">Make an invitation link</SubmitButton>
      </div>
    </ActionForm>
  );
}

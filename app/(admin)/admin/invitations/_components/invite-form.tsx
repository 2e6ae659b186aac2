"use client";

import { useContext } from "react";
import { Radios } from "@/app/_ui/choice";
import { TextField } from "@/app/_ui/field";
import { ActionForm, type FormAction } from "@/app/_ui/form";
import { FormContext } from "@/app/_ui/form-context";
import { Notice } from "@/app/_ui/notice";
import { RefNumberWithCopy } from "@/app/_ui/number";
import { SubmitButton } from "@/app/_ui/submit-button";

const roles = [
  { value: "caseworker", label: "Caseworker", hint: "Opens and works on cases." },
  { value: "supervisor", label: "Supervisor", hint: "Sees every case and approves packets." },
  { value: "admin", label: "Administrator", hint: "Manages people and sees no case." },
  { value: "liaison", label: "Police liaison", hint: "An officer or prosecutor. Sees only what is handed over." },
];

export function InviteForm({ action }: { action: FormAction }) {
  return (
    <ActionForm action={action} label="Invite a person" sayWhenSaved={false}>
      <LinkOnce />
      <TextField name="name" label="Name" required />
      <TextField name="email" label="Work e-mail" type="email" required />
      <Radios name="role" label="Role" options={roles} required />
      <fieldset className="field">
        <legend>Only for a police liaison</legend>
        <div className="stack pt-2">
          <TextField name="rank" label="Rank" hint="For example Detective Sergeant" />
          <TextField name="agency" label="Agency" hint="For example SAPS" />
          <TextField name="unit" label="Station or unit" />
          <TextField name="forceNumber" label="Force number" />
        </div>
      </fieldset>
      <div className="row">
        <SubmitButton pendingText="Making the link">Make an invitation link</SubmitButton>
      </div>
    </ActionForm>
  );
}

/** The link is in the answer to this one form only. */
function LinkOnce() {
  const { state } = useContext(FormContext);
  if (state.status !== "saved" || !state.message) return null;
  return (
    <Notice kind="done" title="Give this link to the person. It is shown once" live>
      <p className="break-all">
        <RefNumberWithCopy value={state.message} what="invitation link" />
      </p>
      <p>Send it by a way that only they read. It stops working after 72 hours.</p>
    </Notice>
  );
}

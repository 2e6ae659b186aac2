"use client";

import { AddPasskeyForm } from "@/app/_ui/add-passkey-form";
import { AskedCheckbox } from "@/app/_ui/asked-checkbox";
import { Checkbox, Radios, Select } from "@/app/_ui/choice";
import { Clash, RecordVersions } from "@/app/_ui/clash";
import { ConfirmField } from "@/app/_ui/confirm-field";
import { ErrorSummary } from "@/app/_ui/error-summary";
import { DateField, FileField, TextArea, TextField } from "@/app/_ui/field";
import { ActionForm, FormFoot } from "@/app/_ui/form";
import type { FormState } from "@/app/_ui/form-state";
import { Frozen } from "@/app/_ui/frozen";
import { PasskeyButton } from "@/app/_ui/passkey-button";
import { SubmitButton } from "@/app/_ui/submit-button";
import { TotpForm } from "@/app/_ui/totp-form";
import { answers, clashed, failed } from "./answers";
import { Piece, State } from "./piece";

const ways = [
  { value: "sms", label: "By SMS" },
  { value: "hand", label: "By hand", hint: "On a slip of the station" },
];
const stations = [
  { value: "1", label: "Voorbeeldfontein", group: "Gauteng" },
  { value: "2", label: "Elders", group: "Western Cape" },
];
const modules = Array.from({ length: 21 }, (_, y) => Array.from({ length: 21 }, (_, x) => (x * y + x + y) % 3 === 0));

/** Every field once. */
function Fields({ prefix }: { prefix: string }) {
  return (
    <>
      <Select name="station" label="Station" options={stations} blank="Choose a station" />
      <Radios name="given" label="How it came" options={ways} />
      <TextField name="number" label="Number" hint="As in the SMS, for example CAS 123/4/2026" short />
      <DateField name="on" label="Given on" optional />
      <TextArea name="note" label="Note" rows={2} optional />
      <FileField name="proof" label="Picture of the SMS" optional />
      <Checkbox name="sure" label="I compared it" hint="With the SMS, digit by digit" id={`${prefix}-sure`} />
    </>
  );
}

/** Components for filling in and submitting. */
export function FormPieces() {
  return (
    <>
      <Piece file="form">
        <State name="as it is drawn; it answers with errors">
          <NumberForm name="Record a number" action={answers.failed} prefix="drawn" />
        </State>
        <State name="as it comes back: error-summary, and each field with its message">
          <NumberForm name="Record a number again" action={answers.saved} prefix="back" initial={failed} />
        </State>
        <State name="at work for ever">
          <ActionForm action={answers.never} label="Never answered" guard={false}>
            <SubmitButton pendingText="Saving the number">Save the number</SubmitButton>
          </ActionForm>
        </State>
        <State name="saved">
          <ActionForm
            action={answers.saved}
            label="Saved"
            guard={false}
            initial={{ status: "saved", message: "Number saved.", fields: {}, values: {} }}
          >
            <SubmitButton pendingText="Saving the number">Save another</SubmitButton>
          </ActionForm>
        </State>
        <State name="the case is restricted">
          <Frozen>
            <NumberForm name="Record a number" action={answers.saved} prefix="frozen" />
          </Frozen>
        </State>
      </Piece>
      <Piece file="error-summary">
        <ErrorSummary
          state={{ status: "failed", message: "The case is closed.", fields: {}, values: {} }}
          prefix="alone"
          title="Not opened yet"
        />
      </Piece>
      <Piece file="field">
        <TextField name="alone" label="With an error from outside a form" error="Say which." id="field-alone" />
      </Piece>
      <Piece file="choice">
        <Select name="chosen" label="Station" options={stations} defaultValue="2" short id="choice-chosen" />
        <Radios name="radio" label="How it came" options={ways} defaultValue="hand" id="choice-radio" />
        <Checkbox name="ticked" label="I compared it" defaultChecked id="choice-ticked" />
      </Piece>
      <Piece file="asked-checkbox">
        <ActionForm
          action={answers.saved}
          label="A yes that is asked"
          guard={false}
          initial={{ status: "failed", fields: { keep: "The number looks odd: keep it as it is?" }, values: {} }}
        >
          <AskedCheckbox name="keep" label="Keep it as it is" />
        </ActionForm>
      </Piece>
      <Piece file="clash">
        <RecordVersions versions={{}} zone="Africa/Johannesburg">
          <ActionForm action={answers.saved} label="Two versions" guard={false} initial={clashed}>
            <Clash record="note" fields={{ note: { name: "note", label: "Note" } }} />
          </ActionForm>
        </RecordVersions>
      </Piece>
      <Piece file="confirm-field">
        {(["tick", "password", "password-or-passkey", "password-and-code"] as const).map((asks) => (
          <State key={asks} name={asks}>
            <ActionForm action={answers.saved} label={`Confirm: ${asks}`} guard={false}>
              <ConfirmField asks={asks} />
            </ActionForm>
          </State>
        ))}
        {(["passkey", "first-passkey", "waiting-passkey"] as const).map((asks) => (
          <State key={asks} name={asks}>
            <ActionForm action={answers.saved} label={`Confirm: ${asks}`} guard={false}>
              <ConfirmField asks={asks} when="Only with the sealed annex." />
            </ActionForm>
          </State>
        ))}
      </Piece>
      <Piece file="submit-button">
        <ActionForm action={answers.saved} label="Two ways to send" guard={false}>
          <div className="row">
            <SubmitButton pendingText="Saving" icon="save">
              Save
            </SubmitButton>
            <SubmitButton pendingText="Dropping" variant="danger" small name="do" value="drop">
              Drop it
            </SubmitButton>
          </div>
        </ActionForm>
      </Piece>
      <Piece file="passkey-button">
        <PasskeyButton ceremony="confirm" otherwise="This browser cannot use a passkey.">
          Use your passkey
        </PasskeyButton>
      </Piece>
      <Piece file="add-passkey-form">
        <AddPasskeyForm suggested="Laptop at work" />
      </Piece>
      <Piece file="totp-form">
        <TotpForm seed={{ modules, text: "ABCD EFGH IJKL MNOP" }} action={answers.failed} label="Turn the app on" />
      </Piece>
    </>
  );
}

type FormProps = {
  name: string;
  action: typeof answers.failed | typeof answers.saved;
  prefix: string;
  initial?: FormState;
};

function NumberForm({ name, action, prefix, initial }: FormProps) {
  return (
    <ActionForm action={action} label={name} prefix={prefix} initial={initial} guard={false}>
      <Fields prefix={prefix} />
      <FormFoot>
        <SubmitButton pendingText="Saving the number">Save the number</SubmitButton>
      </FormFoot>
    </ActionForm>
  );
}

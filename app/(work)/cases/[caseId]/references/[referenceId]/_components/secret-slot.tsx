"use client";

import { useContext } from "react";
import { Chip } from "@/app/_ui/chip";
import { ConfirmField } from "@/app/_ui/confirm-field";
import { Disclosure } from "@/app/_ui/disclosure";
import { TextField } from "@/app/_ui/field";
import { ActionForm } from "@/app/_ui/form";
import { FormContext } from "@/app/_ui/form-context";
import { Icon } from "@/app/_ui/icon";
import { Panel } from "@/app/_ui/panel";
import { SubmitFoot } from "@/app/_ui/submit-button";
import type { Confirmation } from "@/lib/auth/sessions/types";
import type { SecretView } from "@/lib/casework/references/queries";
import { t } from "@/lib/platform/language/translate";
import { destroySecretAction, revealSecretAction, storeSecretAction } from "../../actions";

type SlotProps = {
  referenceId: string;
  secrets: readonly SecretView[];
  mayAdd: boolean;
  /** What revealing one asks. */
  confirm: Confirmation;
};

/** Secrets that go with a number, such as a PIN: sealed, shown only with a reason and a fresh proof, never exported. */
export function SecretSlot({ referenceId, secrets, mayAdd, confirm }: SlotProps) {
  return (
    <Panel title={t("Sealed slot")} id="secrets" padded={false}>
      <p className="panel__body muted">
        {t(
          "For a PIN or a password that goes with this number. It is sealed, never exported, and each look is logged.",
        )}
      </p>
      {secrets.map((secret) =>
        secret.destroyed ? (
          <Gone key={secret.id} secret={secret} />
        ) : (
          <Sealed key={secret.id} secret={secret} confirm={confirm} />
        ),
      )}
      {mayAdd ? (
        <Disclosure label={t("Add a secret")}>
          <ActionForm action={storeSecretAction} label={t("Add a secret")} className="stack">
            <input type="hidden" name="referenceId" value={referenceId} />
            <TextField
              name="label"
              label={t("What it is")}
              hint={t("For example: PIN")}
              maxLength={60}
              defaultValue={t("PIN")}
            />
            <TextField name="secret" label={t("The secret")} hint={t("At most 200 characters.")} maxLength={200} />
            <SubmitFoot variant="secondary" icon="lock" pendingText={t("Sealing")}>
              {t("Seal it")}
            </SubmitFoot>
          </ActionForm>
        </Disclosure>
      ) : null}
    </Panel>
  );
}

function Gone({ secret }: { secret: SecretView }) {
  return (
    <p className="panel__body row">
      <Chip icon="ban">{t("{label}, destroyed", { label: secret.label })}</Chip>
    </p>
  );
}

function Sealed({ secret, confirm }: { secret: SecretView; confirm: Confirmation }) {
  return (
    <Disclosure
      label={
        <span className="row row--tight">
          <Icon name="lock" />
          {t("{label}, sealed{value}", {
            label: secret.label,
            value: secret.by ? t(" by {by}", { by: secret.by }) : "",
          })}
        </span>
      }
    >
      <div className="stack stack--l">
        <ActionForm
          whileRestricted
          action={revealSecretAction}
          label={t("Reveal the {label}", { label: secret.label })}
          guard={false}
          className="stack"
        >
          <input type="hidden" name="secretId" value={secret.id} />
          <Shown label={secret.label} />
          <TextField
            name="reason"
            label={t("Why do you need to see it?")}
            hint={t("For example: to add a picture together with the client")}
          />
          <ConfirmField asks={confirm} />
          <SubmitFoot variant="secondary" icon="eye" pendingText={t("Opening")}>
            {t("Reveal it")}
          </SubmitFoot>
        </ActionForm>
        <ActionForm
          action={destroySecretAction}
          label={t("Destroy the {label}", { label: secret.label })}
          guard={false}
          className="stack"
        >
          <input type="hidden" name="secretId" value={secret.id} />
          <p className="muted">{t("This cannot be undone. The history still shows that there was one.")}</p>
          <SubmitFoot variant="danger" icon="trash-2" pendingText={t("Destroying")}>
            {t("Destroy it")}
          </SubmitFoot>
        </ActionForm>
      </div>
    </Disclosure>
  );
}

function Shown({ label }: { label: string }) {
  const { state } = useContext(FormContext);
  if (!state.values.shown) return null;
  return (
    <p>
      {label}: <span className="ref">{state.values.shown}</span>
    </p>
  );
}

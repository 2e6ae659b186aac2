"use client";

import { rich } from "@/app/_ui/rich";
import { t } from "@/lib/platform/language/translate";
import { Checkbox } from "./choice";
import { FieldBox, TextField } from "./field";
import { useField } from "./form-context";
import { PageLink } from "./page-link";
import { PasskeyButton } from "./passkey-button";

type ConfirmFieldProps = {
  /** What the session still has to prove: nothing for five minutes after it did. */
  asks:
    | "none"
    | "tick"
    | "password"
    | "password-or-passkey"
    | "password-and-code"
    | "passkey"
    | "first-passkey"
    | "waiting-passkey";
  /** When it is required, if not always: "Only with the sealed annex." */
  when?: string;
};

/** Asks for proof before an act that nobody may perform from an unattended desk. */
export function ConfirmField({ asks: rendered, when }: ConfirmFieldProps) {
  // A proof that ran out between drawing and sending: the answer says what is wanted, and the field is there for it.
  const passkey = useField("passkey").error;
  const password = useField("password").error;
  const code = useField("appCode").error;
  const wanted = passkey ? "passkey" : code ? "password-and-code" : password ? "password" : "none";
  const asks = rendered !== "none" ? rendered : wanted;
  const counts = [when, t("Confirms that it is you. Valid for five minutes.")].filter(Boolean).join(" ");
  if (asks === "none") return null;
  if (asks === "passkey" || asks === "first-passkey" || asks === "waiting-passkey")
    return <PasskeyField counts={counts} has={asks} />;
  if (asks === "tick") {
    return (
      <Checkbox
        name="confirmed"
        label={t("Confirm it is you")}
        hint={t("In the demo, tick this instead of a password. {counts}", { counts })}
      />
    );
  }
  if (asks === "password-and-code") return <BothFields counts={counts} optional={when !== undefined} />;
  return (
    <>
      <TextField
        name="password"
        type="password"
        label={t("Your password")}
        hint={t("Or six digits from your authenticator app. {counts}", { counts })}
        autoComplete="current-password"
        optional={when !== undefined}
      />
      {asks === "password-or-passkey" ? (
        <PasskeyButton ceremony="confirm" variant="secondary">
          {t("Use your passkey instead")}
        </PasskeyButton>
      ) : null}
    </>
  );
}

/** For somebody without a passkey: either alone is too little for what says who and where a client is. */
function BothFields({ counts, optional }: { counts: string; optional: boolean }) {
  return (
    <>
      <TextField
        name="password"
        type="password"
        label={t("Your password")}
        hint={t("And a code below. With a passkey you would need neither.")}
        autoComplete="current-password"
        optional={optional}
      />
      <TextField
        name="appCode"
        label={t("Code from your authenticator app")}
        hint={t("Six digits that you did not use yet. {counts}", { counts })}
        autoComplete="one-time-code"
        inputMode="numeric"
        optional={optional}
      />
    </>
  );
}

/** Where a person could be talked into giving a code, only a passkey counts: it works only on the real site. */
function PasskeyField({ counts, has }: { counts: string; has: "passkey" | "first-passkey" | "waiting-passkey" }) {
  const field = useField("passkey");
  return (
    <FieldBox name="passkey" label={t("Your passkey")} hint={counts} inputId={field.id} shownError={field.error}>
      <div id={field.id} tabIndex={-1}>
        {has === "passkey" ? (
          <PasskeyButton
            ceremony="confirm"
            variant="secondary"
            otherwise={t("This browser cannot use your passkey. Sign in with another one.")}
          >
            {t("Confirm with your passkey")}
          </PasskeyButton>
        ) : has === "waiting-passkey" ? (
          <p>
            {rich(
              "Your passkey was added without another one, so you cannot use it for this yet. <link>See when you can</link>, and who can allow it sooner.",
              { link: (words) => <PageLink href="/account/security">{words}</PageLink> },
            )}
          </p>
        ) : (
          <p>
            {rich("You have none yet. <link>Add a passkey first</link>, then come back.", {
              link: (words) => <PageLink href="/account/security">{words}</PageLink>,
            })}
          </p>
        )}
      </div>
    </FieldBox>
  );
}

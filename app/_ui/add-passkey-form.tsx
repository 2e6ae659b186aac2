"use client";

import { type FormEvent, useId } from "react";
import { t } from "@/lib/platform/language/translate";
import { Button } from "./button";
import { FieldBox } from "./field";
import { usePasskey } from "./use-passkey";

/** A name, then the device prompt. Without JavaScript a passkey cannot be created, and the page says so. */
export function AddPasskeyForm({ suggested }: { suggested: string }) {
  const id = useId();
  const {
    can,
    busy,
    said: message,
    start,
  } = usePasskey("add", (to) => window.location.assign(to ?? "/account/security"));
  if (can === false) return <p>{t("This browser makes no passkeys. Use another one, or an authenticator app.")}</p>;

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    void start({ name: String(new FormData(event.currentTarget).get("name") ?? "") });
  }

  return (
    <form className="form" aria-label={t("Add a passkey")} onSubmit={submit} noValidate>
      <noscript>
        <p>{t("Passkeys need JavaScript in this browser. Use an authenticator app instead.")}</p>
      </noscript>
      <FieldBox
        name="name"
        label={t("Name of this passkey")}
        hint={t("So that you know it again, for example: Laptop at work")}
        inputId={id}
        shownError={message}
      >
        <input
          className="input"
          id={id}
          name="name"
          defaultValue={suggested}
          maxLength={60}
          autoComplete="off"
          aria-describedby={message ? `${id}-hint ${id}-error` : `${id}-hint`}
          aria-invalid={message ? true : undefined}
        />
      </FieldBox>
      <div className="row">
        <Button type="submit" variant="primary" icon="fingerprint" aria-disabled={busy || !can || undefined}>
          {busy ? t("Waiting for your device") : t("Make a passkey")}
        </Button>
      </div>
    </form>
  );
}

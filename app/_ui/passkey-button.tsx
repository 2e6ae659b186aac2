"use client";

import { useRouter } from "next/navigation";
import { useId, useState } from "react";
import { t } from "@/lib/platform/language/translate";
import { Button, type ButtonVariant } from "./button";
import { FieldError } from "./field";
import { Notice } from "./notice";
import { usePasskey } from "./use-passkey";

type PasskeyButtonProps = {
  /**
   * For sign-in it navigates to the person's start page; for confirmation it rerenders the page and keeps what was
   * typed.
   */
  ceremony: "sign_in" | "confirm";
  variant?: ButtonVariant;
  children: string;
  /** Shown if the browser does not support it and nothing else is offered. */
  otherwise?: string;
};

/** Asks the device for a passkey. Not rendered without JavaScript: the other forms work without it. */
export function PasskeyButton({ ceremony, variant = "primary", children, otherwise }: PasskeyButtonProps) {
  const router = useRouter();
  const id = useId();
  const [done, setDone] = useState(false);
  const {
    can,
    busy,
    said: message,
    start,
  } = usePasskey(ceremony, (to) => {
    if (to) window.location.assign(to);
    else {
      setDone(true);
      router.refresh();
    }
  });
  if (done && ceremony === "confirm") return <Notice kind="done" title={t("Confirmed. Now go on.")} live />;
  if (!can) return can === false && otherwise ? <p>{otherwise}</p> : null;
  return (
    <div className="stack stack--s">
      <div role="alert">{message ? <FieldError id={`${id}-error`}>{message}</FieldError> : null}</div>
      <div className="row">
        <Button
          variant={variant}
          icon="fingerprint"
          aria-disabled={busy || undefined}
          aria-describedby={message ? `${id}-error` : undefined}
          onClick={() => start()}
        >
          {busy ? t("Waiting for your device") : children}
        </Button>
      </div>
    </div>
  );
}

"use client";

import { useContext } from "react";
import { FormContext } from "@/app/_ui/form-context";
import { Notice } from "@/app/_ui/notice";
import { RefNumberWithCopy } from "@/app/_ui/number";
import { t } from "@/lib/platform/language/translate";

/** The secret is in the answer to the one form around this only. */
export function SecretOnce() {
  const { state } = useContext(FormContext);
  if (state.status !== "saved" || !state.message) return null;
  return (
    <Notice kind="done" title={t("Give this secret to the receiver. It is shown once")} live>
      <p className="break-all">
        <RefNumberWithCopy value={state.message} what={t("secret of the webhook")} />
      </p>
      <p>{t("With it the receiver checks that a message is yours, by any library for Standard Webhooks.")}</p>
    </Notice>
  );
}

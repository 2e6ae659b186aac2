"use client";

import { useContext } from "react";
import { FormContext } from "@/app/_ui/form-context";
import { Notice } from "@/app/_ui/notice";
import { RefNumberWithCopy } from "@/app/_ui/number";
import { t } from "@/lib/platform/language/translate";

/** The code is in the answer to the one form around this, and nowhere else. */
export function CodeOnce({ address }: { address: string }) {
  const { state } = useContext(FormContext);
  if (state.status !== "saved" || !state.message) return null;
  return (
    <Notice kind="done" title={t("Type this code into the extension within ten minutes")} live>
      <p>
        <RefNumberWithCopy value={state.message} what={t("code")} />
      </p>
      <p>{t("It works once and is not shown again. The address there is {address}.", { address })}</p>
    </Notice>
  );
}

"use client";

import { useContext } from "react";
import { FormContext } from "@/app/_ui/form-context";
import { Notice } from "@/app/_ui/notice";
import { RefNumberWithCopy } from "@/app/_ui/number";
import { t } from "@/lib/platform/language/translate";

/** The token is in the answer to the one form around this, and nowhere else. */
export function TokenOnce() {
  const { state } = useContext(FormContext);
  if (state.status !== "saved" || !state.message) return null;
  return (
    <Notice kind="done" title={t("Put this token into the program. It is shown once")} live>
      <p className="break-all">
        <RefNumberWithCopy value={state.message} what={t("API token")} />
      </p>
      <p>{t("It opens nothing until the member agrees to it, under Your account.")}</p>
      <p>{t("Never send it by mail. If it got into other hands, end it here.")}</p>
    </Notice>
  );
}

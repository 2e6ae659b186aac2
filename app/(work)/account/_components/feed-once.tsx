"use client";

import { useContext } from "react";
import { FormContext } from "@/app/_ui/form-context";
import { Notice } from "@/app/_ui/notice";
import { RefNumberWithCopy } from "@/app/_ui/number";
import { t } from "@/lib/platform/language/translate";

/** The address is in the answer to the one form around this, and nowhere else. */
export function FeedOnce() {
  const { state } = useContext(FormContext);
  if (state.status !== "saved" || !state.message) return null;
  return (
    <Notice kind="done" title={t("Give this address to your calendar program. It is shown once")} live>
      <p className="break-all">
        <RefNumberWithCopy value={state.message} what={t("calendar address")} />
      </p>
      <p>{t("Whoever has it can read the days and the case numbers. Close it here if it got into other hands.")}</p>
    </Notice>
  );
}

"use client";

import { useContext } from "react";
import { FormContext } from "@/app/_ui/form-context";
import { Notice } from "@/app/_ui/notice";
import { RefNumberWithCopy } from "@/app/_ui/number";
import { t } from "@/lib/platform/language/translate";

/** The secret is in the answer to the one form around this only. */
export function TokenOnce({ address }: { address: string }) {
  const { state } = useContext(FormContext);
  if (state.status !== "saved" || !state.message) return null;
  return (
    <Notice kind="done" title={t("Put this header into the other system. It is shown once")} live>
      <p className="break-all">
        <RefNumberWithCopy value={`Authorization: Bearer ${state.message}`} what={t("header of the connector")} />
      </p>
      <p className="break-all">{t("Let it send each submission as JSON to {address}", { address })}</p>
    </Notice>
  );
}

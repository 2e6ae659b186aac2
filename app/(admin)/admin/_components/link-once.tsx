"use client";

import { useContext } from "react";
import { FormContext } from "@/app/_ui/form-context";
import { Notice } from "@/app/_ui/notice";
import { RefNumberWithCopy } from "@/app/_ui/number";
import { t } from "@/lib/platform/language/translate";

/**
 * The link is in the answer to the one form around this only. `what` names it: "invitation link". `waits` says which of
 * them a supervisor releases first.
 */
export function LinkOnce({ what, waits }: { what: string; waits: string | null }) {
  const { state } = useContext(FormContext);
  if (state.status !== "saved" || !state.message) return null;
  return (
    <Notice kind="done" title={t("Give this link to the person. It is shown once")} live>
      <p className="break-all">
        <RefNumberWithCopy value={state.message} what={what} />
      </p>
      {waits ? <p>{waits}</p> : null}
      <p>{t("Send it in a way that only they can read. It stops working after 72 hours.")}</p>
    </Notice>
  );
}

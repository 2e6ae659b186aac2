"use client";

import { useContext } from "react";
import { FormContext } from "@/app/_ui/form-context";
import { Notice } from "@/app/_ui/notice";
import { RefNumberWithCopy } from "@/app/_ui/number";

/** The link is in the answer to the one form around this only. `what` names it: "invitation link". */
export function LinkOnce({ what }: { what: string }) {
  const { state } = useContext(FormContext);
  if (state.status !== "saved" || !state.message) return null;
  return (
    <Notice kind="done" title="Give this link to the person. It is shown once" live>
      <p className="break-all">
        <RefNumberWithCopy value={state.message} what={what} />
      </p>
      <p>Send it by a way that only they read. It stops working after 72 hours.</p>
    </Notice>
  );
}

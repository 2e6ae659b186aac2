"use client";

import { useState } from "react";
import { t } from "@/lib/platform/language/translate";
import { Button } from "./button";

type Props = { text: string; what: string; caution?: string; label?: string };

/** Copies a number. `what` names it for a screen reader: "CAS number". `caution` is shown once it was copied. */
export function CopyButton({ text, what, caution, label = t("Copy") }: Props) {
  const [copied, setCopied] = useState(false);
  async function copy() {
    await navigator.clipboard.writeText(text);
    setCopied(true);
  }
  return (
    <>
      <Button variant="quiet" small icon={copied ? "check" : "copy"} onClick={copy} onBlur={() => setCopied(false)}>
        {copied ? t("Copied") : label}
        <span className="vh"> {what}</span>
      </Button>
      <span className="vh" role="status">
        {copied ? [t("Copied {what}", { what }), caution].filter(Boolean).join(". ") : ""}
      </span>
      {copied && caution ? (
        <span className="small" aria-hidden="true">
          {caution}
        </span>
      ) : null}
    </>
  );
}

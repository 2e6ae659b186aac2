"use client";

import { useState } from "react";
import { Button } from "./button";

/** Copies a number. `what` names it for a screen reader: "CAS number". */
export function CopyButton({ text, what }: { text: string; what: string }) {
  const [copied, setCopied] = useState(false);
  async function copy() {
    await navigator.clipboard.writeText(text);
    setCopied(true);
  }
  return (
    <>
      <Button look="quiet" small icon={copied ? "check" : "copy"} onClick={copy} onBlur={() => setCopied(false)}>
        {copied ? "Copied" : "Copy"}
        <span className="vh"> {what}</span>
      </Button>
      <span className="vh" role="status">
        {copied ? `Copied ${what}` : ""}
      </span>
    </>
  );
}

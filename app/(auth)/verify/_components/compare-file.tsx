"use client";

import { type ChangeEvent, useEffect, useState } from "react";
import { Notice } from "@/app/_ui/notice";
import type { CheckedVersion } from "@/lib/packets/packets/types";
import { t } from "@/lib/platform/language/translate";
import { hashOf } from "../hash-of";

type Outcome = "working" | "unreadable" | { match: CheckedVersion | null };

/** Hashes a PDF in this browser and says which version it is. The file goes nowhere. Without script it is not there. */
export function CompareFile({ versions }: { versions: readonly CheckedVersion[] }) {
  const [ready, setReady] = useState(false);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  useEffect(() => setReady(true), []);
  if (!ready) return null;

  async function compare(event: ChangeEvent<HTMLInputElement>) {
    const file = event.target.files?.[0];
    if (!file) return;
    setOutcome("working");
    const hash = await hashOf(file).catch(() => null);
    setOutcome(hash ? { match: versions.find((version) => version.sha256 === hash) ?? null } : "unreadable");
  }

  return (
    <div className="stack stack--s">
      <div className="field">
        <label htmlFor="compare-file">{t("Compare a PDF with these")}</label>
        <div className="hint" id="compare-file-hint">
          {t("It is read here in your browser and sent nowhere.")}
        </div>
        <span className="fileinput">
          <input
            type="file"
            id="compare-file"
            accept="application/pdf,.pdf"
            aria-describedby="compare-file-hint"
            onChange={compare}
          />
        </span>
      </div>
      <div role="status">{outcome ? <Said outcome={outcome} /> : null}</div>
    </div>
  );
}

function Said({ outcome }: { outcome: Outcome }) {
  if (outcome === "working") return <p>{t("Reading the file …")}</p>;
  if (outcome === "unreadable") return <Notice kind="warning" title={t("The browser cannot read this file")} />;
  const { match } = outcome;
  if (!match) {
    return (
      <Notice kind="overdue" title={t("This file is none of them")}>
        {t("Its bytes are not those of any approved version. It was changed, signed again, or is another file.")}
      </Notice>
    );
  }
  if (match.withdrawnAt)
    return (
      <Notice kind="overdue" title={t("This is version {version}, which was withdrawn", { version: match.version })} />
    );
  if (match.replacedBy) {
    const message = t("This is version {version}. Version {replacedBy} replaces it", {
      version: match.version,
      replacedBy: match.replacedBy,
    });
    return <Notice kind="warning" title={message} />;
  }
  return <Notice kind="done" title={t("This is version {version}, byte for byte", { version: match.version })} />;
}

"use client";

import { useContext } from "react";
import { FormContext } from "@/app/_ui/form-context";
import { Notice } from "@/app/_ui/notice";
import { t } from "@/lib/platform/language/translate";
import type { CodesState } from "../codes-state";

/** The codes are in the answer to the one form around this, and nowhere else. */
export function CodesOnce() {
  const { codes } = useContext(FormContext).state as CodesState;
  if (!codes) return null;
  return (
    <Notice kind="done" title={t("Write these down or print them. They are shown once")} live>
      <ul className="stack stack--s">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <p>{t("Keep them apart from your password and your phone.")}</p>
    </Notice>
  );
}

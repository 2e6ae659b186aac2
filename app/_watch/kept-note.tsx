"use client";

import { useEffect, useState } from "react";
import { Notice } from "@/app/_ui/notice";
import { t } from "@/lib/platform/language/translate";
import { hasKept } from "./sealed-typing";

/** On the page that a lock leads to. */
export function KeptNote() {
  const [kept, setKept] = useState(false);
  useEffect(() => setKept(hasKept()), []);
  if (!kept) return null;
  return (
    <Notice kind="info" icon="lock" title={t("What you typed is stored in this tab, encrypted.")}>
      {t("Sign in here to get it back. Closing the tab deletes it.")}
    </Notice>
  );
}

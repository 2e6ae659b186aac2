"use client";

import { useEffect, useState } from "react";
import { t } from "@/lib/platform/language/translate";
import { type Ceremony, holdCeremony, makesPasskeys } from "./passkey-ceremony";

/** `can` is null until the browser was checked, and stays null without JavaScript. */
export function usePasskey(ceremony: Ceremony, onDone: (to: string | undefined) => void) {
  const [can, setCan] = useState<boolean | null>(null);
  const [busy, setBusy] = useState(false);
  const [message, setSaid] = useState<string>();
  useEffect(() => setCan(makesPasskeys()), []);

  async function start(more?: Record<string, string>) {
    if (busy) return;
    setBusy(true);
    setSaid(undefined);
    try {
      onDone((await holdCeremony(ceremony, more)).to);
    } catch (error) {
      setSaid(error instanceof Error ? error.message : t("Try again."));
    } finally {
      setBusy(false);
    }
  }
  return { can, busy, said: message, start };
}

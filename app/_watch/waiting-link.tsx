"use client";

import { useEffect, useState } from "react";
import { Icon } from "@/app/_ui/icon";
import { t } from "@/lib/platform/language/translate";
import { countWaiting, onWaitingChange, sendWaiting } from "./waiting-items";

/** On a prepared device: how much waits to be sent, and where to write while there is no line. Else nothing. */
export function WaitingLink() {
  const [shown, setShown] = useState({ waiting: 0, isAway: false });
  useEffect(() => {
    const look = async () => {
      const waiting = await countWaiting();
      setShown({ waiting: waiting ?? 0, isAway: waiting !== null && !navigator.onLine });
      return waiting;
    };
    const send = async () => {
      if (await look()) await sendWaiting();
    };
    void send();
    const stop = new AbortController();
    const { signal } = stop;
    const end = onWaitingChange(look);
    window.addEventListener("online", send, { signal });
    window.addEventListener("offline", look, { signal });
    return () => {
      end();
      stop.abort();
    };
  }, []);
  const { waiting, isAway } = shown;
  if (waiting === 0 && !isAway) return null;
  // Another document, which its own worker opens offline.
  return (
    <a className="btn btn--quiet btn--small waitinglink" href="/offline/write">
      <Icon name="send" />
      {isAway && waiting === 0 ? t("Offline: write here") : t("{n} to send", { n: waiting })}
    </a>
  );
}

"use client";

import { useEffect, useState } from "react";
import { t } from "@/lib/platform/language/translate";
import { askSession } from "./ask-session";
import { lockPage } from "./cover-page";
import { lockAt } from "./lock-at";
import { lookEvery, minutesLeft } from "./watch-rules";

/** Counts down on the page of the cover, and goes on when the session was opened in another tab. */
export function Covered() {
  const [left, setLeft] = useState<number | null>(null);
  useEffect(() => {
    const at = lockAt();
    const stop = new AbortController();
    const { signal } = stop;
    const look = () => {
      if (Date.now() >= at) void lockPage();
      else setLeft(minutesLeft(at, Date.now()));
    };
    const ask = async () => {
      const answer = document.hidden ? "away" : await askSession("POST");
      if (answer === "covered" || answer === "away" || signal.aborted) return;
      location.replace(answer.who === null ? "/sign-in?ended=1" : "/");
    };
    look();
    const timer = setInterval(look, lookEvery);
    document.addEventListener("visibilitychange", ask, { signal });
    window.addEventListener("pageshow", (event) => event.persisted && location.reload(), { signal });
    return () => {
      clearInterval(timer);
      stop.abort();
    };
  }, []);
  return (
    <p className="muted">
      {left === null
        ? t("After 30 minutes without use you are signed out.")
        : t("{left, plural, one {In # minute you are signed out.} other {In # minutes you are signed out.}}", { left })}
    </p>
  );
}

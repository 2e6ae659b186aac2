"use client";

import { useEffect, useRef, useState } from "react";
import { Button } from "@/app/_ui/button";
import { Icon } from "@/app/_ui/icon";
import { minutesLeft, type Watched } from "./watch-rules";

type CoverProps = { shown: Exclude<Watched, "open">; idle: number; goOn: () => Promise<"open" | "ended" | "away"> };

const words = {
  covered: { title: "The screen is hidden", button: "Show the page again", icon: "eye-off" },
  warned: { title: "Are you still there?", button: "Stay signed in", icon: "hourglass" },
  locked: { title: "You were signed out", button: "I have signed in: go on", icon: "lock" },
} as const;

/** A sheet over everything: nothing below it can be read, reached by keyboard or read aloud. */
export function Cover({ shown, idle, goOn }: CoverProps) {
  const sheet = useRef<HTMLDialogElement>(null);
  const [said, setSaid] = useState("");
  const { title, button, icon } = words[shown];

  useEffect(() => {
    const dialog = sheet.current;
    dialog?.showModal();
    const back = () => {
      if (document.visibilityState === "visible" && shown === "locked") void goOn();
    };
    document.addEventListener("visibilitychange", back);
    return () => {
      document.removeEventListener("visibilitychange", back);
      dialog?.close();
    };
  }, [shown, goOn]);

  async function press() {
    const found = await goOn();
    if (found === "ended") setSaid("Nobody is signed in yet in this browser. Sign in first, in the other tab.");
    if (found === "away") setSaid("The server does not answer. Check your connection, then try again.");
  }

  return (
    <dialog ref={sheet} className="cover" aria-labelledby="cover-title" onCancel={(event) => event.preventDefault()}>
      <div className="cover__box">
        <h2 id="cover-title" className="row row--tight">
          <Icon name={icon} />
          {title}
        </h2>
        <p className="muted">{sayWhy(shown, idle)}</p>
        <div className="row">
          {shown === "locked" ? (
            <a className="btn btn--primary" href="/sign-in" target="_blank" rel="noopener">
              Sign in in a new tab
            </a>
          ) : null}
          <Button look={shown === "locked" ? "secondary" : "primary"} onClick={press} autoFocus>
            {button}
          </Button>
        </div>
        <p role="status" className="small">
          {said}
        </p>
      </div>
    </dialog>
  );
}

function sayWhy(shown: CoverProps["shown"], idle: number): string {
  if (shown === "locked") return "Nobody used this page for 30 minutes. What you typed is kept below, in this tab.";
  if (shown === "covered") return "Nothing is lost. After 30 minutes without use you are signed out.";
  const left = minutesLeft(idle);
  return `Nobody used this page for a while. You will be signed out in ${left} ${left === 1 ? "minute" : "minutes"}.`;
}

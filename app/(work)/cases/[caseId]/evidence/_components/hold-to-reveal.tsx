"use client";

import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { classes } from "@/app/_ui/classes";
import { Icon } from "@/app/_ui/icon";

/** After this long unseen the picture is forgotten, and the next look is a new line in the ledger. */
const forgetAfterMs = 60_000;

/** Blurred and grey until the button is held with a finger, the mouse, Space or Enter. Each reveal is logged first. */
export function HoldToReveal({ exhibitId, label, large }: { exhibitId: string; label: string; large?: boolean }) {
  const [held, setHeld] = useState(false);
  const { picture, trouble, fetchPicture, forgetSoon } = usePicture(exhibitId);

  function press() {
    if (held) return;
    setHeld(true);
    void fetchPicture();
  }

  function release() {
    setHeld(false);
    forgetSoon();
  }

  function key(event: KeyboardEvent, act: () => void) {
    if (event.key !== " " && event.key !== "Enter") return;
    event.preventDefault();
    if (!event.repeat) act();
  }

  const open = held && picture !== null;
  return (
    <div className={classes("exhibit__view", large && "exhibit__view--large", open && "is-open")}>
      {picture ? (
        <img className="shot" src={picture} alt={open ? `Exhibit ${label}` : ""} draggable={false} />
      ) : (
        <Veil />
      )}
      {trouble ? <p className="exhibit__trouble small">{trouble}</p> : null}
      <button
        className="hold"
        type="button"
        aria-pressed={held}
        onPointerDown={press}
        onPointerUp={release}
        onPointerCancel={release}
        onPointerLeave={release}
        onKeyDown={(event) => key(event, press)}
        onKeyUp={(event) => key(event, release)}
        onBlur={release}
        onContextMenu={(event) => event.preventDefault()}
      >
        <Icon name={open ? "eye-off" : "eye"} />
        {held && !picture && !trouble ? "Opening" : "Hold to reveal"}
        <span className="vh"> {label}</span>
      </button>
    </div>
  );
}

function usePicture(exhibitId: string) {
  const [picture, setPicture] = useState<string | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const asking = useRef(false);
  const held = useRef<string | null>(null);

  function keep(url: string | null) {
    if (held.current) URL.revokeObjectURL(held.current);
    held.current = url;
    setPicture(url);
  }

  useEffect(
    () => () => {
      clearTimeout(timer.current);
      if (held.current) URL.revokeObjectURL(held.current);
      held.current = null;
    },
    [],
  );

  async function fetchPicture() {
    clearTimeout(timer.current);
    if (held.current || asking.current) return;
    asking.current = true;
    setTrouble(null);
    try {
      const response = await fetch(`/api/evidence/${exhibitId}/preview`, { method: "POST" });
      if (response.ok) keep(URL.createObjectURL(await response.blob()));
      else setTrouble("There is no picture of this file. Download it instead.");
    } catch {
      setTrouble("The connection was lost. Try again.");
    } finally {
      asking.current = false;
    }
  }

  function forgetSoon() {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => keep(null), forgetAfterMs);
  }

  return { picture, trouble, fetchPicture, forgetSoon };
}

/** Stands for the picture: nothing of the file is loaded before somebody asks for it. */
function Veil() {
  return (
    <svg className="shot" viewBox="0 0 320 180" preserveAspectRatio="xMidYMid slice" aria-hidden="true">
      <rect width="320" height="180" className="veil" />
      <rect x="20" y="18" width="170" height="34" rx="10" className="veil veil--light" />
      <rect x="130" y="64" width="170" height="26" rx="10" className="veil veil--dark" />
      <rect x="20" y="102" width="210" height="48" rx="10" className="veil veil--light" />
    </svg>
  );
}

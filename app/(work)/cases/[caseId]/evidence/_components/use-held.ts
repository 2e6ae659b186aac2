"use client";

import { type KeyboardEvent, type PointerEvent, type SyntheticEvent, useEffect, useState } from "react";

/**
 * True only while a button is held: with a finger, the mouse, Space or Enter. Letting go, leaving the button, another
 * tab or another window ends it at once.
 */
export function useHeld({ onPress, onRelease }: { onPress: () => void; onRelease: () => void }) {
  const [held, setHeld] = useState(false);

  function press() {
    if (held) return;
    setHeld(true);
    onPress();
  }

  function release() {
    if (!held) return;
    setHeld(false);
    onRelease();
  }

  useEffect(() => {
    if (!held) return;
    const letGo = () => release();
    window.addEventListener("blur", letGo);
    document.addEventListener("visibilitychange", letGo);
    return () => {
      window.removeEventListener("blur", letGo);
      document.removeEventListener("visibilitychange", letGo);
    };
  });

  function key(event: KeyboardEvent, act: () => void) {
    if (event.key !== " " && event.key !== "Enter") return;
    event.preventDefault();
    if (!event.repeat) act();
  }

  const handlers = {
    onPointerDown: (event: PointerEvent) => {
      if (event.button === 0) press();
    },
    onPointerUp: release,
    onPointerCancel: release,
    onPointerLeave: release,
    onKeyDown: (event: KeyboardEvent) => (event.key === "Escape" ? release() : key(event, press)),
    onKeyUp: (event: KeyboardEvent) => key(event, release),
    onBlur: release,
    onContextMenu: (event: SyntheticEvent) => event.preventDefault(),
  };
  return { held, handlers };
}

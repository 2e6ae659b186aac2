"use client";

import { Button } from "@/app/_ui/button";

/** Opens the list of keys; `ShortcutKeys` listens for the event. */
export const openKeysEvent = "crossdocket:keys";

export function KeysButton() {
  return (
    <span className="keys">
      <Button
        variant="quiet"
        iconOnly
        icon="keyboard"
        aria-label="Keyboard shortcuts"
        title="Keyboard shortcuts"
        onClick={() => document.dispatchEvent(new Event(openKeysEvent))}
      />
    </span>
  );
}

"use client";

import { Button } from "@/app/_ui/button";
import { t } from "@/lib/platform/language/translate";

/** Opens the list of keys; `ShortcutKeys` listens for the event. */
export const openKeysEvent = "crossdocket:keys";

export function KeysButton() {
  return (
    <span className="keys">
      <Button
        variant="quiet"
        iconOnly
        icon="keyboard"
        aria-label={t("Keyboard shortcuts")}
        title={t("Keyboard shortcuts")}
        onClick={() => document.dispatchEvent(new Event(openKeysEvent))}
      />
    </span>
  );
}

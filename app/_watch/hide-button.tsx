"use client";

import { Button } from "@/app/_ui/button";
import { t } from "@/lib/platform/language/translate";

/** Covers the page; `Watch` listens for the event. */
export const hideEvent = "crossdocket:hide";

/** For when somebody comes near. Without script there is nothing that could cover the page, so there is no button. */
export function HideButton() {
  return (
    <span className="scripted">
      <Button
        variant="quiet"
        small
        icon="eye-off"
        title={t("Hide the screen")}
        onClick={() => document.dispatchEvent(new Event(hideEvent))}
      >
        {t("Hide")}
      </Button>
    </span>
  );
}

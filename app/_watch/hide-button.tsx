"use client";

import { Button } from "@/app/_ui/button";
import { t } from "@/lib/platform/language/translate";

/** Covers the page; `Watch` listens for the event. */
export const hideEvent = "crossdocket:hide";

/** For when somebody comes near. Without script there is nothing that could cover the page, so there is no button. */
export function HideButton({ iconOnly = false }: { iconOnly?: boolean }) {
  return (
    <span className="scripted">
      <Button
        variant="quiet"
        small={!iconOnly}
        iconOnly={iconOnly}
        icon="eye-off"
        aria-label={iconOnly ? t("Hide") : undefined}
        title={t("Hide the screen")}
        onClick={() => document.dispatchEvent(new Event(hideEvent))}
      >
        {iconOnly ? null : t("Hide")}
      </Button>
    </span>
  );
}

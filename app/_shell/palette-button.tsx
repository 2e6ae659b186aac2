"use client";

import { buttonClass } from "@/app/_ui/button";
import { Icon } from "@/app/_ui/icon";
import { t } from "@/lib/platform/language/translate";

/** Opens the palette, which listens for the event. */
export const openPaletteEvent = "crossdocket:palette";

/** Without JavaScript it is a plain link to the search. */
export function PaletteButton({ iconOnly = false }: { iconOnly?: boolean }) {
  return (
    <a
      href="/search"
      className={iconOnly ? buttonClass({ variant: "quiet", iconOnly }) : "findbtn"}
      aria-label={iconOnly ? t("Find, or go to a page or case") : undefined}
      aria-haspopup="dialog"
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        document.dispatchEvent(new Event(openPaletteEvent));
      }}
    >
      <Icon name={iconOnly ? "search" : "list-filter"} />
      {iconOnly ? null : t("Search or jump to…")}
      {iconOnly ? null : <kbd className="kbd">{t("Ctrl K")}</kbd>}
    </a>
  );
}

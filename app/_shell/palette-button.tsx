"use client";

import { buttonClass } from "@/app/_ui/button";
import { Icon } from "@/app/_ui/icon";
import { t } from "@/lib/platform/language/translate";

const openPaletteEvent = "crossdocket:palette";

/** Opens the search over the page, with what was typed or pasted so far. */
export function openPalette(text = ""): void {
  document.dispatchEvent(new CustomEvent(openPaletteEvent, { detail: text }));
}

/** @returns what ends the listening */
export function onOpenPalette(open: (text: string) => void): () => void {
  const show = (event: Event) => open(String((event as CustomEvent<string>).detail ?? ""));
  document.addEventListener(openPaletteEvent, show);
  return () => document.removeEventListener(openPaletteEvent, show);
}

/** The search of a phone. Without JavaScript it is a plain link to the page of the search. */
export function PaletteButton() {
  return (
    <a
      href="/search"
      className={buttonClass({ variant: "quiet", iconOnly: true })}
      aria-label={t("Search or jump to")}
      aria-haspopup="dialog"
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        openPalette();
      }}
    >
      <Icon name="search" />
    </a>
  );
}

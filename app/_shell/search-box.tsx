"use client";

import type { ClipboardEvent, KeyboardEvent, MouseEvent } from "react";
import { Icon } from "@/app/_ui/icon";
import { SeekForm } from "@/app/_ui/seek-form";
import { t } from "@/lib/platform/language/translate";
import { openPalette } from "./palette-button";

/**
 * The one search box. A click, a letter or a paste opens the search over the page; without JavaScript, and with Enter,
 * it is a form that leads to the page of the search.
 */
export function SearchBox({ seek }: { seek: (form: FormData) => Promise<void> }) {
  return (
    <search>
      <SeekForm action={seek} className="findbtn">
        <Icon name="search" />
        <label className="vh" htmlFor="search-box">
          {t("Search or jump to")}
        </label>
        <input
          id="search-box"
          name="q"
          type="search"
          placeholder={t("Search or jump to")}
          autoComplete="off"
          aria-haspopup="dialog"
          onClick={openWith}
          onKeyDown={openByKey}
          onPaste={openByPaste}
        />
        <kbd className="kbd">{t("Ctrl K")}</kbd>
      </SeekForm>
    </search>
  );
}

/** What stood in the box goes on in the search. */
function moveOn(box: HTMLInputElement, more: string): void {
  const text = `${box.value}${more}`;
  box.value = "";
  openPalette(text);
}

function openWith(event: MouseEvent<HTMLInputElement>): void {
  moveOn(event.currentTarget, "");
}

function openByKey(event: KeyboardEvent<HTMLInputElement>): void {
  if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey || event.key.length > 1) return;
  event.preventDefault();
  moveOn(event.currentTarget, event.key === "/" ? "" : event.key);
}

function openByPaste(event: ClipboardEvent<HTMLInputElement>): void {
  event.preventDefault();
  moveOn(event.currentTarget, event.clipboardData.getData("text/plain"));
}

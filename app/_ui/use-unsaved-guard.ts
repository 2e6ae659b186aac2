"use client";

import { type RefObject, useEffect, useMemo, useRef } from "react";
import { t } from "@/lib/platform/language/translate";

const question = t("You have changes that are not saved. Leave this page?");

/** A field without a name is not sent, such as a box that only filters a list: nothing in it can be lost. */
export const isSent = (field: EventTarget): boolean => "name" in field && Boolean(field.name);

/**
 * Asks before leaving a page with unsaved text: by closing the tab, or by an internal link. Listens in the capture
 * phase, because the router follows a link before the event bubbles to the document. `searchStays`: the form stays
 * while only the query string changes, so that such a link does not count as leaving.
 */
export function useUnsavedGuard(on: boolean, form: RefObject<HTMLFormElement | null>, { searchStays = false } = {}) {
  const dirty = useRef(false);

  useEffect(() => {
    if (!on) return;
    function unload(event: BeforeUnloadEvent) {
      if (dirty.current && form.current?.isConnected) event.preventDefault();
    }
    function click(event: MouseEvent) {
      if (!dirty.current || !form.current?.isConnected || !leavesPage(event, searchStays)) return;
      if (window.confirm(question)) {
        dirty.current = false;
        return;
      }
      event.preventDefault();
      event.stopPropagation();
    }
    window.addEventListener("beforeunload", unload);
    document.addEventListener("click", click, true);
    return () => {
      window.removeEventListener("beforeunload", unload);
      document.removeEventListener("click", click, true);
    };
  }, [on, form, searchStays]);

  return useMemo(
    () => ({
      mark: () => {
        dirty.current = true;
      },
      clear: () => {
        dirty.current = false;
      },
    }),
    [],
  );
}

function leavesPage(event: MouseEvent, searchStays: boolean): boolean {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return false;
  const link = event.target instanceof Element ? event.target.closest("a") : null;
  if (!link?.href || link.target === "_blank" || link.hasAttribute("download")) return false;
  const to = new URL(link.href);
  return to.pathname !== window.location.pathname || (!searchStays && to.search !== window.location.search);
}

"use client";

import { type RefObject, useEffect, useMemo, useRef } from "react";
import { t } from "@/lib/platform/language/translate";

const question = t("You have changes that are not saved. Leave this page?");

/** A field without a name is not sent, such as a box that only filters a list: nothing in it can be lost. */
export const isSent = (field: EventTarget): boolean => "name" in field && Boolean(field.name);

type Guard = {
  form: RefObject<HTMLFormElement | null>;
  searchStays: boolean;
  /** Something was typed. Nothing is lost if the fields hold what they held before. */
  isTyped: boolean;
  before: string;
  /** There is something to lose whatever the fields hold: a form that was not accepted, files that are chosen. */
  isHeld: boolean;
};

/** The guards of the forms on this page. */
const guards = new Set<Guard>();

/**
 * Whether this page may be left for another address. Asks once, for all its forms. What leads elsewhere without a link,
 * such as a key or the search, asks here.
 */
export function mayLeave(to: string): boolean {
  const asking = [...guards].filter((guard) => isUnsaved(guard) && leavesPage(to, guard));
  if (asking.length === 0) return true;
  if (!window.confirm(question)) return false;
  for (const guard of asking) release(guard);
  return true;
}

/**
 * Asks before leaving a page with unsaved text: by closing the tab, by an internal link, or by going back where the
 * browser lets a page ask (not in every browser). `searchStays`: the form stays while only the query string changes, so
 * that this does not count as leaving.
 */
export function useUnsavedGuard(on: boolean, form: RefObject<HTMLFormElement | null>, { searchStays = false } = {}) {
  const own = useRef<Guard>({ form, searchStays, isTyped: false, before: "", isHeld: false });

  useEffect(() => {
    if (!on) return;
    const guard = own.current;
    guard.before = valuesOf(guard);
    guards.add(guard);
    if (guards.size === 1) listen();
    return () => {
      guards.delete(guard);
      if (guards.size === 0) stopListening();
    };
  }, [on]);

  return useMemo(
    () => ({
      type: () => {
        own.current.isTyped = true;
      },
      mark: () => {
        own.current.isHeld = true;
      },
      clear: () => {
        release(own.current);
        own.current.before = valuesOf(own.current);
      },
    }),
    [],
  );
}

function release(guard: Guard): void {
  guard.isTyped = false;
  guard.isHeld = false;
}

const isUnsaved = (guard: Guard): boolean =>
  guard.form.current?.isConnected === true && (guard.isHeld || (guard.isTyped && valuesOf(guard) !== guard.before));

function valuesOf({ form }: Guard): string {
  const values = form.current ? [...new FormData(form.current)] : [];
  return JSON.stringify(values.map(([name, value]) => [name, typeof value === "string" ? value : value.name]));
}

function leavesPage(href: string, { searchStays }: Guard): boolean {
  const to = new URL(href, window.location.href);
  return to.pathname !== window.location.pathname || (!searchStays && to.search !== window.location.search);
}

/** In the capture phase, because the router follows a link before the event bubbles to the document. */
function listen(): void {
  window.addEventListener("beforeunload", unload);
  document.addEventListener("click", click, true);
  window.navigation?.addEventListener("navigate", traverse);
}

function stopListening(): void {
  window.removeEventListener("beforeunload", unload);
  document.removeEventListener("click", click, true);
  window.navigation?.removeEventListener("navigate", traverse);
}

function unload(event: BeforeUnloadEvent): void {
  if ([...guards].some(isUnsaved)) event.preventDefault();
}

function click(event: MouseEvent): void {
  const href = followed(event);
  if (href === null || mayLeave(href)) return;
  event.preventDefault();
  event.stopPropagation();
}

/** Back and forward. Another document asks by itself, as closing the tab does. */
function traverse(event: NavigateEvent): void {
  if (event.navigationType !== "traverse" || !event.cancelable || !event.destination.sameDocument) return;
  if (!mayLeave(event.destination.url)) event.preventDefault();
}

/** The address that a click leads to in this tab. */
function followed(event: MouseEvent): string | null {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return null;
  const link = event.target instanceof Element ? event.target.closest("a") : null;
  if (!link?.href || link.target === "_blank" || link.hasAttribute("download")) return null;
  return link.href;
}

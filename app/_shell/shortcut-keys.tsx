"use client";

import type { Route } from "next";
import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { Dialog, DialogBody } from "@/app/_ui/dialog";
import { mayLeave } from "@/app/_ui/use-unsaved-guard";
import { t } from "@/lib/platform/language/translate";
import { openKeysEvent } from "./keys-button";
import { writeNoteEvent } from "./note-event";
import { openPalette } from "./palette-button";
import { meaningOf } from "./shortcut-rules";

export type Shortcut = { keys: string; label: string; href: Route };

const storageKey = "crossdocket.single-keys";
const patience = 1200;

/** Single letters can be turned off (WCAG 2.1.4); the choice stays in this browser. */
export function ShortcutKeys({ shortcuts, find }: { shortcuts: readonly Shortcut[]; find: boolean }) {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const before = useRef<{ key: string; at: number } | undefined>(undefined);

  useEffect(() => {
    function show() {
      setOpen(true);
    }
    function press(event: KeyboardEvent) {
      if (isTyping(event) || localStorage.getItem(storageKey) === "off") return;
      const begun = before.current && event.timeStamp - before.current.at < patience ? before.current.key : undefined;
      before.current = undefined;
      const meaning = meaningOf(
        event.key,
        begun,
        shortcuts.map((shortcut) => shortcut.keys),
      );
      if (meaning.act === "none") return;
      // On a page where nothing can be noted nobody takes it up, and the key stays an ordinary one.
      if (meaning.act === "note" && document.dispatchEvent(new Event(writeNoteEvent, { cancelable: true }))) return;
      event.preventDefault();
      if (meaning.act === "wait") before.current = { key: event.key, at: event.timeStamp };
      if (meaning.act === "help") setOpen(true);
      if (meaning.act === "find") openPalette();
      if (meaning.act === "go") {
        const target = shortcuts.find((shortcut) => shortcut.keys === meaning.keys);
        if (target && mayLeave(target.href)) router.push(target.href);
      }
    }
    document.addEventListener("keydown", press);
    document.addEventListener(openKeysEvent, show);
    return () => {
      document.removeEventListener("keydown", press);
      document.removeEventListener(openKeysEvent, show);
    };
  }, [router, shortcuts]);

  return (
    <Dialog open={open} onOpenChange={setOpen} title={t("Keyboard shortcuts")}>
      <DialogBody>
        <KeyList shortcuts={shortcuts} find={find} />
        <SingleKeysSwitch />
      </DialogBody>
    </Dialog>
  );
}

function isTyping(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return true;
  const at = event.target;
  if (!(at instanceof HTMLElement)) return false;
  return at.isContentEditable || at.closest("input, textarea, select, dialog, details.plainmenu[open]") !== null;
}

function KeyList({ shortcuts, find }: { shortcuts: readonly Shortcut[]; find: boolean }) {
  const search = [
    { keys: "/", label: t("Search or jump to: a page, a case, a number, a person or an act") },
    { keys: t("Ctrl K"), label: t("The same, also while you type in a field") },
    { keys: t("Ctrl V"), label: t("Outside a field: search for what you copied, such as an SMS") },
  ];
  const fixed = [
    ...(find ? search : []),
    { keys: "n", label: t("Write a note or log a contact, on a case") },
    { keys: "?", label: t("Show these keys") },
    { keys: t("Shift Shift Shift"), label: t("Quick exit: signs out and shows a blank page") },
    { keys: t("Esc"), label: t("Close, and go back to where you were") },
  ];
  return (
    <dl className="keylist">
      {[...fixed, ...shortcuts].map((shortcut) => (
        <div key={shortcut.keys}>
          <dt>
            {shortcut.keys.split(" ").map((key) => (
              <kbd className="kbd" key={key}>
                {key}
              </kbd>
            ))}
          </dt>
          <dd>{shortcut.label}</dd>
        </div>
      ))}
    </dl>
  );
}

function SingleKeysSwitch() {
  const [on, setOn] = useState(() => localStorage.getItem(storageKey) !== "off");
  return (
    <label className="choice">
      <input
        type="checkbox"
        checked={on}
        onChange={(event) => {
          setOn(event.target.checked);
          localStorage.setItem(storageKey, event.target.checked ? "on" : "off");
        }}
      />
      <span>{t("Single keys are on")}</span>
      <small>{t("Turn them off if you speak to your computer or press keys by accident.")}</small>
    </label>
  );
}

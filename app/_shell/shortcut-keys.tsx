"use client";

import type { Route } from "next";
import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { Coming } from "@/app/_ui/coming";
import { Dialog, DialogBody } from "@/app/_ui/dialog";
import { useLater } from "@/app/_ui/use-later";
import { mayLeave } from "@/app/_ui/use-unsaved-guard";
import { t } from "@/lib/platform/language/translate";
import { openKeysEvent } from "./keys-button";
import { writeNoteEvent } from "./note-event";
import { openPalette } from "./palette-button";
import { meaningOf } from "./shortcut-rules";
import { singleKeysName } from "./single-keys-name";

export type Shortcut = { keys: string; label: string; href: Route };

const patience = 1200;
const loadList = () => import("./key-list").then(({ KeyList }) => KeyList);

/** Single letters can be turned off (WCAG 2.1.4); the choice stays in this browser. */
export function ShortcutKeys({ shortcuts, find }: { shortcuts: readonly Shortcut[]; find: boolean }) {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const { part: KeyList, failed, ask } = useLater(loadList, open);
  const before = useRef<{ key: string; at: number } | undefined>(undefined);

  useEffect(() => {
    function show() {
      setOpen(true);
    }
    function press(event: KeyboardEvent) {
      if (isTyping(event) || localStorage.getItem(singleKeysName) === "off") return;
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
        {KeyList ? <KeyList shortcuts={shortcuts} find={find} /> : <Coming failed={failed} ask={ask} />}
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

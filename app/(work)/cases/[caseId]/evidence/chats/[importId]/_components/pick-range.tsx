"use client";

import { type KeyboardEvent, type MouseEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { t } from "@/lib/platform/language/translate";
import { plural } from "@/lib/platform/text/amounts";

const boxesIn = (list: HTMLElement | null) => [
  ...(list?.querySelectorAll<HTMLInputElement>("input[name=messageIds]") ?? []),
];

/** Ticks in a list: with Shift a whole range, with the arrow keys from one to the next. Says how many are ticked. */
export function PickRange({ children }: { children: ReactNode }) {
  const last = useRef<HTMLInputElement | null>(null);
  const list = useRef<HTMLDivElement>(null);
  const [count, setCount] = useState(0);
  const boxes = () => boxesIn(list.current);

  function tell() {
    setCount(boxes().filter((box) => box.checked).length);
  }

  // Another page, or ticks that became incidents: the rows are new, and so is the count.
  useEffect(() => {
    setCount(boxesIn(list.current).filter((box) => box.checked).length);
  }, [children]);

  function click(event: MouseEvent<HTMLDivElement>) {
    const box = event.target;
    if (!(box instanceof HTMLInputElement) || box.name !== "messageIds") return;
    const all = boxes();
    const from = last.current ? all.indexOf(last.current) : -1;
    if (event.shiftKey && from !== -1) {
      const [low, high] = [from, all.indexOf(box)].sort((a, b) => a - b);
      for (const input of all.slice(low, (high ?? 0) + 1)) input.checked = box.checked;
    }
    last.current = box;
    tell();
  }

  function press(event: KeyboardEvent<HTMLDivElement>) {
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    const box = event.target;
    if (step === 0 || !(box instanceof HTMLInputElement) || box.name !== "messageIds") return;
    const next = boxes()[boxes().indexOf(box) + step];
    if (!next) return;
    event.preventDefault();
    if (event.shiftKey) next.checked = box.checked;
    last.current = box;
    next.focus();
    tell();
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the ticks inside are the controls; this only widens a click
    <div ref={list} onClick={click} onKeyDown={press} onChange={tell}>
      {children}
      <p className="msgform__count small muted" role="status">
        {count > 0 ? t("{count} ticked", { count: plural(count, "message") }) : ""}
      </p>
    </div>
  );
}

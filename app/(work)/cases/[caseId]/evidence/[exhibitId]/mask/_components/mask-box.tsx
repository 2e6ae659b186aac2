"use client";

import { type KeyboardEvent, useEffect, useRef } from "react";
import { boxWords, fineStep, keyStep, moveBox, resizeBox } from "@/lib/evidence/redactions/rules";
import { t } from "@/lib/platform/language/translate";
import { placeOf } from "./place-of";
import type { Drawn, DrawnBox } from "./use-boxes";

type Props = { box: DrawnBox; number: number; drawn: Drawn; onGrab: (box: DrawnBox) => void };

/** One box on the page. It is a button, so that a keyboard can reach it and a screen reader announces its position. */
export function MaskBox({ box, number, drawn, onGrab }: Props) {
  const button = useRef<HTMLButtonElement>(null);
  const wanted = drawn.focus === box.key;
  useEffect(() => {
    if (!wanted) return;
    button.current?.focus();
    drawn.focused();
  }, [wanted, drawn.focused]);

  function key(event: KeyboardEvent) {
    const step = event.altKey ? fineStep : keyStep;
    const by = arrows[event.key];
    if (by) {
      const far = { x: by.x * step, y: by.y * step };
      drawn.put(box.key, event.shiftKey ? resizeBox(box, far) : moveBox(box, far));
    } else if (event.key === "Delete" || event.key === "Backspace") drawn.remove(box.key);
    else if (event.key.toLowerCase() === "z" && (event.ctrlKey || event.metaKey)) drawn.undo();
    else return;
    event.preventDefault();
  }

  return (
    <button
      ref={button}
      id={`mask-box-${box.key}`}
      type="button"
      className="mask__box"
      style={placeOf(box)}
      aria-label={t("Box {number}: {box}", { number, box: boxWords(box) })}
      aria-describedby="mask-keys"
      onPointerDown={() => onGrab(box)}
      onKeyDown={key}
    >
      {number}
    </button>
  );
}

const arrows: Record<string, { x: number; y: number } | undefined> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

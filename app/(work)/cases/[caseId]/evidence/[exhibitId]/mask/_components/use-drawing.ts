"use client";

import { type PointerEvent, useRef, useState } from "react";
import type { Box } from "@/lib/evidence/derivatives/types";
import { boxBetween, isOnPage, moveBox } from "@/lib/evidence/redactions/rules";
import type { Drawn, DrawnBox } from "./use-boxes";

type Point = { x: number; y: number };
type Grab = { kind: "draw"; from: Point } | { kind: "move"; from: Point; box: DrawnBox; moved: boolean };

/** Draws a new box with one pointer, or moves one: mouse, pen and finger alike. Points are parts of the page. */
export function useDrawing(drawn: Drawn) {
  const grab = useRef<Grab | null>(null);
  const [draft, setDraft] = useState<Box | null>(null);

  function start(event: PointerEvent<HTMLDivElement>) {
    if (event.button !== 0 || !event.isPrimary) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    if (grab.current?.kind !== "move") grab.current = { kind: "draw", from: pointOf(event) };
    else grab.current = { ...grab.current, from: pointOf(event) };
  }

  function move(event: PointerEvent<HTMLDivElement>) {
    const held = grab.current;
    if (!held || !event.isPrimary) return;
    const to = pointOf(event);
    if (held.kind === "draw") setDraft(boxBetween(held.from, to));
    else {
      drawn.put(held.box.key, moveBox(held.box, { x: to.x - held.from.x, y: to.y - held.from.y }), !held.moved);
      grab.current = { ...held, moved: true };
    }
  }

  function end() {
    if (grab.current?.kind === "draw" && draft && isOnPage(draft) && draft.width * draft.height > smallest) {
      drawn.add(draft);
    }
    grab.current = null;
    setDraft(null);
  }

  function cancel() {
    grab.current = null;
    setDraft(null);
  }

  return {
    draft,
    handlers: { onPointerDown: start, onPointerMove: move, onPointerUp: end, onPointerCancel: cancel },
    /** Called by a box before the press reaches the page below it. */
    startMove: (box: DrawnBox) => {
      grab.current = { kind: "move", from: { x: 0, y: 0 }, box, moved: false };
    },
  };
}

/** A tap is no box: less than this part of the page was covered. */
const smallest = 0.00005;

function pointOf({ currentTarget, clientX, clientY }: PointerEvent<HTMLDivElement>): Point {
  const { left, top, width, height } = currentTarget.getBoundingClientRect();
  return { x: (clientX - left) / width, y: (clientY - top) / height };
}

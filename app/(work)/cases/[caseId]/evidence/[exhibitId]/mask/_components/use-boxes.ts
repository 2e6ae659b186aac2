"use client";

import { useRef, useState } from "react";
import type { Box } from "@/lib/evidence/derivatives/types";
import { boxInTheMiddle, maxBoxes } from "@/lib/evidence/redactions/rules";

/** A box on the page; its number in the list is its place, its key stays when others are taken away. */
export type DrawnBox = Box & { key: number };

/** The boxes of one page with one step back for each change. */
export function useBoxes() {
  const [keyed, setKeyed] = useState<readonly DrawnBox[]>([]);
  const [past, setPast] = useState<readonly (readonly DrawnBox[])[]>([]);
  /** The box that gets the focus once it is drawn, because a key added it. */
  const [focus, setFocus] = useState<number | null>(null);
  const next = useRef(1);

  function change(to: readonly DrawnBox[], remember = true) {
    if (remember) setPast((before) => [...before.slice(-99), keyed]);
    setKeyed(to);
  }

  function add(box: Box, focusIt = false) {
    if (keyed.length >= maxBoxes) return;
    const key = next.current++;
    change([...keyed, { ...box, key }]);
    if (focusIt) setFocus(key);
  }

  return {
    keyed,
    boxes: keyed.map(({ key: _, ...box }): Box => box),
    full: keyed.length >= maxBoxes,
    focus,
    focused: () => setFocus(null),
    add,
    addInTheMiddle: () => add(boxInTheMiddle(keyed.length), true),
    /** `remember` is off while a box goes on being dragged: the whole drag is one step. */
    put: (key: number, box: Box, remember = true) =>
      change(
        keyed.map((drawnBox) => (drawnBox.key === key ? { ...box, key } : drawnBox)),
        remember,
      ),
    remove: (key: number) => change(keyed.filter((drawnBox) => drawnBox.key !== key)),
    canUndo: past.length > 0,
    undo: () => {
      const last = past.at(-1);
      if (!last) return;
      setKeyed(last);
      setPast(past.slice(0, -1));
    },
    clear: () => {
      setKeyed([]);
      setPast([]);
    },
  };
}

export type Drawn = ReturnType<typeof useBoxes>;

import type { Box } from "@/lib/evidence/derivatives/types";

/** A box in parts of the page, as the browser places it. */
export function placeOf({ x, y, width, height }: Box) {
  const part = (value: number) => `${value * 100}%`;
  return { left: part(x), top: part(y), width: part(width), height: part(height) };
}

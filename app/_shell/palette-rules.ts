/** One line of the palette, and where it leads. */
export type PaletteLine = { label: string; href: string; note: string };

/** What `/api/find` answers. */
export type PaletteAnswer = { cases: PaletteLine[]; acts: PaletteLine[] };

export type PaletteGroup = { name: string; lines: PaletteLine[] };

/** The case whose page an address is, or null. */
export function caseOfPath(path: string): string | null {
  return /^\/cases\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?:\/|$)/.exec(path)?.[1] ?? null;
}

/** Every word typed begins a word of the label. */
export function fits(label: string, typed: string): boolean {
  const words = label.toLowerCase().split(/[^\p{L}\p{N}]+/u);
  return typed
    .toLowerCase()
    .split(/\s+/)
    .filter(Boolean)
    .every((part) => words.some((word) => word.startsWith(part)));
}

/** Acts on this case first, then cases, then pages; empty groups are left out. */
export function groupsFor(pages: readonly PaletteLine[], answer: PaletteAnswer, typed: string): PaletteGroup[] {
  const groups = [
    { name: "On this case", lines: answer.acts.filter((line) => fits(line.label, typed)) },
    { name: "Cases", lines: answer.cases },
    { name: "Pages", lines: pages.filter((line) => fits(line.label, typed)) },
  ];
  return groups.filter((group) => group.lines.length > 0);
}

/** The place after a press of an arrow, Home or End; round at both ends. */
export function moved(at: number, key: string, length: number): number {
  if (length === 0) return 0;
  if (key === "ArrowDown") return (at + 1) % length;
  if (key === "ArrowUp") return (at + length - 1) % length;
  if (key === "Home") return 0;
  return key === "End" ? length - 1 : Math.min(at, length - 1);
}

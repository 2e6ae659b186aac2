/** One line of the palette, and where it leads. */
export type PaletteLine = { label: string; href: string; note: string };

/** What a person may start. It is found by its other words too. */
export type Act = { label: string; words: string; href: string };

/** What `/api/find` answers. */
export type PaletteAnswer = { cases: PaletteLine[]; acts: PaletteLine[]; people: PaletteLine[] };

export type PaletteGroup = { name: string; lines: PaletteLine[] };

/** What the page itself knows, without asking. */
type Known = { pages: readonly PaletteLine[]; acts: readonly Act[] };

/** Where a line leads that sends what was typed to the search: clients are looked for there alone, in a POST. */
export const toSearch = "/search";

/** Of a pasted message so many signs stand in the line that looks for all of it. */
const maxAnnounced = 60;

/** How it stands with what was sent to the search. */
export type Sent = "nothing" | "looking" | "unanswered";

/** What is said under the lines: to the eye and to a reader, or to a reader alone. */
export function announcementOf(lines: number, asking: boolean, sent: Sent): { toAll: string; toReader: string } {
  const toReader = lines > 0 ? `${lines} to choose from` : "";
  if (sent === "looking") return { toAll: "Looking", toReader: "" };
  if (sent === "unanswered")
    return { toAll: "No answer came. What you typed is still here: press Enter to send it again.", toReader };
  return { toAll: lines > 0 || asking ? "" : "Nothing matches. Try fewer words, or press Escape.", toReader };
}

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

/**
 * Acts on this case first, then cases, pages, acts and people; empty groups are left out. The last line takes what was
 * typed to the search, which stands there whether anything is found or not, so it says nothing of what there is.
 * The answer may still be the one to fewer letters: whoever does not fit what stands typed by now is left out.
 */
export function groupsFor({ pages, acts }: Known, answer: PaletteAnswer, typed: string): PaletteGroup[] {
  const begun = acts.filter((act) => fits(`${act.label} ${act.words}`, typed));
  const whole = typed.trim();
  const message = whole.length > maxAnnounced ? `${whole.slice(0, maxAnnounced)}…` : whole;
  const search = { label: `Look for “${message}” among numbers, cases and clients`, href: toSearch, note: "Search" };
  const groups = [
    { name: "On this case", lines: answer.acts.filter((line) => fits(line.label, typed)) },
    { name: "Cases", lines: answer.cases },
    { name: "Pages", lines: pages.filter((line) => fits(line.label, typed)) },
    { name: "Start", lines: begun.map(({ label, href }) => ({ label, href, note: "" })) },
    { name: "People", lines: answer.people.filter((line) => fits(line.label, typed)) },
    { name: "Everywhere", lines: whole.length > 1 ? [search] : [] },
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

import { t } from "@/lib/platform/language/translate";

/** One line of the search, and where it leads. `caseId`: the numbers that were typed are recorded on this case. */
export type PaletteLine = { label: string; href: string; note: string; caseId?: string };

/** An action a person may start, which can also be found by its other words. */
export type Act = { label: string; words: string; href: string };

/** An act on the open case, or a part of it. */
export type CaseAct = Act & { note: string };

/** What `/api/find` answers. */
export type PaletteAnswer = {
  /** Official numbers that were typed and that no case has yet, each with a case that waits for one. */
  numbers: PaletteLine[];
  cases: PaletteLine[];
  acts: CaseAct[];
  /** Acts on one of several cases. */
  others: PaletteLine[];
  people: PaletteLine[];
};

export type PaletteGroup = { name: string; lines: PaletteLine[] };

/** What the page itself knows, without asking. */
type Known = { pages: readonly PaletteLine[]; acts: readonly Act[] };

/** The target of a line that submits what was typed to the search: clients are searched for only there, in a POST. */
export const toSearch = "/search";

/** The number of characters of a pasted message shown in the line that searches for all of it. */
const maxAnnounced = 60;

/** The state of what was submitted to the search. */
export type Sent = "nothing" | "looking" | "unanswered";

/** The status text below the lines: visible to all, or only for screen readers. */
export function announcementOf(lines: number, asking: boolean, sent: Sent): { toAll: string; toReader: string } {
  const toReader = lines > 0 ? t("{lines} to choose from", { lines }) : "";
  if (sent === "looking") return { toAll: t("Looking"), toReader: "" };
  if (sent === "unanswered")
    return { toAll: t("No response. What you typed is still here: press Enter to send it again."), toReader };
  return { toAll: lines > 0 || asking ? "" : t("Nothing matches. Try fewer words, or press Escape."), toReader };
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
 * New numbers first, then actions on this case, cases, pages, actions and people; empty groups are omitted. The last line
 * submits what was typed to the search and is always there, so it does not reveal what exists. The answer may be for
 * fewer letters than are typed by now: what no longer matches is omitted.
 */
export function groupsFor({ pages, acts }: Known, answer: PaletteAnswer, typed: string): PaletteGroup[] {
  const begun = acts.filter((act) => fits(`${act.label} ${act.words}`, typed));
  const whole = typed.trim();
  const message = whole.length > maxAnnounced ? `${whole.slice(0, maxAnnounced)}…` : whole;
  const search = {
    label: t("Look for “{message}” among numbers, cases and clients", { message }),
    href: toSearch,
    note: t("Search"),
  };
  const onCase = answer.acts.filter((act) => fits(`${act.label} ${act.words}`, typed));
  const groups = [
    { name: t("New numbers"), lines: answer.numbers },
    { name: t("On this case"), lines: onCase.map(({ label, href, note }) => ({ label, href, note })) },
    { name: t("Cases"), lines: answer.cases },
    { name: t("Pages"), lines: pages.filter((line) => fits(line.label, typed)) },
    { name: t("Start"), lines: begun.map(({ label, href }) => ({ label, href, note: "" })) },
    { name: t("On a case"), lines: answer.others },
    { name: t("People"), lines: answer.people.filter((line) => fits(line.label, typed)) },
    { name: t("Everywhere"), lines: whole.length > 1 ? [search] : [] },
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

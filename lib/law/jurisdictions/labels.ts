import { labelTable } from "@/lib/platform/language/label-table";
import { t } from "@/lib/platform/language/translate";
import { formatDate } from "@/lib/platform/text/format";
import type { ClockKind, LegalSource, Mark, Platform } from "./types";

/** How well a source was read, as shown on screens. The letters appear only in print, with their key. */
export const markWords: Record<Mark, string> = {
  V: t("Read in the primary text"),
  V2: t("Read in a secondary source"),
  S: t("Stated in the reporting guide"),
  G: t("General knowledge, no source read"),
  C: t("Not confirmed: check before you rely on it"),
};

/** The same for unread sources, where a sentence does not fit. */
export const weakMarkWords = labelTable(() => ({ G: t("No source read"), C: t("Not confirmed") }));

export type WeakMark = keyof typeof weakMarkWords;

export const isWeakMark = (mark: Mark): mark is WeakMark => mark in weakMarkWords;

/** Who sets a time limit, shown with it on a screen. */
export const clockKindWords: Record<ClockKind, string> = {
  L: t("Set by law"),
  P: t("Provider’s own rule"),
  D: t("Our default"),
};

/** The same in full, for a sentence. */
export const clockKindMeanings: Record<ClockKind, string> = {
  L: t("set by law"),
  P: t("the provider’s own rule"),
  D: t("our default, no legal force"),
};

/** What several marks say of one entry: each is for a part of it. */
function describeMarks(words: readonly string[]): string[] {
  if (words.length < 2) return [...words];
  const parts = words.map((word) => `${word.charAt(0).toLowerCase()}${word.slice(1)}`);
  return [t("In part: {parts}", { parts: parts.join("; ") })];
}

const readingWords = (marks: readonly Mark[]) => [
  ...describeMarks(marks.filter((mark) => mark !== "C").map((mark) => markWords[mark])),
  ...(marks.includes("C") ? [markWords.C] : []),
];

/** `Source: POPIA s 22, checked 24 Nov 2026. Read in a secondary source.` */
export function sourceNote({ source, marks, checkedOn }: Omit<LegalSource, "text">): string {
  return [
    t("Source: {source}, checked {checkedOn}", { source, checkedOn: formatDate(checkedOn) }),
    ...readingWords(marks),
  ]
    .map((words) => `${words}.`)
    .join(" ");
}

/** The grade of a line of a checklist, `V model, G C` or `D`, in sentences; what it says beside the letters is for print. */
export function gradeWords(grade: string): string {
  const letters = new Set(grade.match(/\b(?:V2|[VSGCD])\b/g));
  const marks = (Object.keys(markWords) as Mark[]).filter((mark) => letters.has(mark));
  const words = [...readingWords(marks), ...(letters.has("D") ? [t("Our default, no legal force")] : [])];
  return words.map((word) => `${word}.`).join(" ");
}

/** The marks that no time limit is shown without. Our own default rests on no source, and its word says so. */
export function weakMarks(kind: ClockKind, sources: readonly LegalSource[]): WeakMark[] {
  if (kind === "D") return [];
  return (["G", "C"] as const).filter((mark) => sources.some((source) => source.marks.includes(mark)));
}

/** The marks of something that rests on no source at all, or on one to be confirmed; empty when one was read. */
export function onlyWeakMarks(sources: readonly LegalSource[]): WeakMark[] {
  const all = sources.flatMap((source) => source.marks);
  return all.every(isWeakMark) ? [...new Set(all)] : [];
}

export const notifiesSubjectLabels: Record<Platform["notifiesSubject"], string> = {
  yes: t("Tells the user by default"),
  usually: t("Usually tells the user"),
  where_law_requires: t("Tells the user where the law requires it"),
  not_stated: t("Does not say whether it tells the user"),
  operator_sees_it: t("The site operator sees the complaint"),
  unknown: t("Not known whether it tells the user"),
};

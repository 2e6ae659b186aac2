import type { ClockKind, LegalSource, Mark, Platform } from "./types";

/** What each confidence mark means, for the reader. */
export const markMeanings: Record<Mark, string> = {
  V: "Verified in a primary text",
  V2: "Verified in a secondary source",
  S: "Stated in the reporting guide",
  G: "General knowledge, no source read",
  C: "To confirm before it is relied on",
};

/** The letter shown with every clock. */
export const clockKindMeanings: Record<ClockKind, string> = {
  L: "set by law",
  P: "the provider\u2019s own rule",
  D: "our default, no legal force",
};

/** The marks that no time limit is shown without. Our own default rests on no source, and its letter says so. */
export function weakMarks(kind: ClockKind, sources: readonly LegalSource[]): Mark[] {
  if (kind === "D") return [];
  return (["G", "C"] as const).filter((mark) => sources.some((source) => source.marks.includes(mark)));
}

/** The marks of something that rests on no source at all, or on one to be confirmed; empty when one was read. */
export function onlyWeakMarks(sources: readonly LegalSource[]): Mark[] {
  const all = sources.flatMap((source) => source.marks);
  return all.every((mark) => mark === "G" || mark === "C") ? [...new Set(all)] : [];
}

export const notifiesSubjectLabels: Record<Platform["notifiesSubject"], string> = {
  yes: "Tells the user by default",
  usually: "Usually tells the user",
  where_law_requires: "Tells the user where the law requires it",
  not_stated: "Does not say whether it tells the user",
  operator_sees_it: "The site operator sees the complaint",
  unknown: "Not known whether it tells the user",
};

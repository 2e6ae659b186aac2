import type { Fact, LegalSource, Mark } from "@/lib/jurisdictions/types";

/** The day the whole reference was compiled and read against its sources. */
export const checkedOn = "2026-11-24";

/**
 * One source line. Every legal string carries its source, its marks and the date it was checked.
 * @param text what the source says, in our words
 * @param source where it was read
 */
export function cite(text: string, source: string, ...marks: [Mark, ...Mark[]]): LegalSource {
  return { text, source, marks, checkedOn };
}

/** A fact that one source says: its line of source repeats the fact. */
export function fact(text: string, source: string, ...marks: [Mark, ...Mark[]]): Fact {
  return { text, sources: [cite(text, source, ...marks)] };
}

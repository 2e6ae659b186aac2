import { exhibitLabel } from "@/lib/evidence/exhibits/rules";
import type { CaseRecord } from "./read-case";

export const exhibitCode = (row: { number: number }): string => exhibitLabel(row.number);
export const accountCode = (row: { number: number }): string => `A${row.number}`;
export const incidentCode = (row: { kind: string; number: number }): string =>
  `${row.kind === "event" ? "C" : "I"}-${row.number}`;

/** UTC to the second, as in the snapshot. */
export const iso = (at: Date): string => `${at.toISOString().slice(0, 19)}Z`;

/** A member by code, never by name. */
export function staffCode(record: CaseRecord, memberId: string | null): string {
  return (memberId && record.codeOf.get(memberId)) || "Crossdocket";
}

/** Codes of exhibits linked to an incident, limited to those in this packet. */
export function exhibitsOf(record: CaseRecord, incidentId: string, chosen: ReadonlySet<string>): string[] {
  const linked = new Set(record.links.filter((link) => link.incidentId === incidentId).map((link) => link.exhibitId));
  return record.exhibits.filter((row) => linked.has(row.id) && chosen.has(row.id)).map(exhibitCode);
}

/** The codes that a text names, each once: `I-8`, `E-09`, `A5`, `R-1`, `C-2`. */
export function codesIn(text: string): string[] {
  return [...new Set(text.match(/\b(?:[ICR]-\d+|E-\d+|A\d+)\b/g) ?? [])];
}

/** A source of the law data in words, its marks in brackets: they are boxed in print. */
export function sourceWords({ source, marks }: { source: string; marks: readonly string[] }): string {
  return `${ourNotes.test(source) ? "not confirmed" : source} [${marks.join(" ")}]`;
}

/** Sources that are notes of ours: a receiver cannot read them. */
const ourNotes = /^(open point|domain reference|peers|packet model)\b/i;

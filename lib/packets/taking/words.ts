import { exhibitLabel } from "@/lib/evidence/rules";
import type { CaseRecord } from "./read-case";

export const exhibitCode = (row: { number: number }): string => exhibitLabel(row.number);
export const accountCode = (row: { number: number }): string => `A${row.number}`;
export const incidentCode = (row: { kind: string; number: number }): string =>
  `${row.kind === "event" ? "C" : "I"}-${row.number}`;

/** UTC to the second, as the snapshot wants it. */
export const iso = (at: Date): string => `${at.toISOString().slice(0, 19)}Z`;

/** A member by code, never by name. */
export function staffCode(record: CaseRecord, memberId: string | null): string {
  return (memberId && record.codeOf.get(memberId)) || "Crossdocket";
}

/** Exhibit codes tied to an incident, of those that travel with this packet. */
export function exhibitsOf(record: CaseRecord, incidentId: string, chosen: ReadonlySet<string>): string[] {
  const tied = new Set(record.ties.filter((tie) => tie.incidentId === incidentId).map((tie) => tie.exhibitId));
  return record.exhibits.filter((row) => tied.has(row.id) && chosen.has(row.id)).map(exhibitCode);
}

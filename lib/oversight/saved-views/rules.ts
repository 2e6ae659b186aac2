import { type ListColumn, listColumns } from "./types";

/** Columns that suit a role: who answers for others sees whose case it is; who works alone sees the work. */
const suited = {
  supervisor: ["risk", "ladder", "owner", "activity", "due"],
  other: ["risk", "ladder", "activity", "due"],
} as const satisfies Record<string, readonly ListColumn[]>;

/** The columns of a list, in their fixed order: those of the view, else those of the person, else those of the role. */
export function columnsFor(role: string, chosen: readonly string[] | null | undefined): ListColumn[] {
  const wanted: readonly string[] = chosen ?? (role === "supervisor" ? suited.supervisor : suited.other);
  return listColumns.filter((column) => wanted.includes(column));
}

/** Known columns out of stored text; null when nothing was chosen. */
export function readColumns(stored: readonly string[] | null): ListColumn[] | null {
  return stored && listColumns.filter((column) => stored.includes(column));
}

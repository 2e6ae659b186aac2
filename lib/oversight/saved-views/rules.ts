import { type AnyColumn, type ListColumn, listColumns, type OwnColumn } from "./types";

/** Columns that suit a role: who answers for others sees whose case it is; who works alone sees the work. */
const suited = {
  supervisor: ["risk", "ladder", "owner", "activity", "due"],
  other: ["risk", "ladder", "activity", "due"],
} as const satisfies Record<string, readonly ListColumn[]>;

export const ownColumn = (fieldId: string): OwnColumn => `own-${fieldId}`;

export function isOwnColumn(text: string): text is OwnColumn {
  return /^own-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
}

/**
 * The columns of a list, in their fixed order: those of the view, else those of the person, else those of the role.
 * @param own what a list can show of the organisation's own fields, in their order
 */
export function columnsFor(
  role: string,
  chosen: readonly string[] | null | undefined,
  own: readonly OwnColumn[] = [],
): AnyColumn[] {
  const wanted: readonly string[] = chosen ?? (role === "supervisor" ? suited.supervisor : suited.other);
  return [...listColumns, ...own].filter((column) => wanted.includes(column));
}

/** Known columns out of stored text; null when nothing was chosen. */
export function readColumns(stored: readonly string[] | null): AnyColumn[] | null {
  return stored && [...listColumns.filter((column) => stored.includes(column)), ...stored.filter(isOwnColumn)];
}

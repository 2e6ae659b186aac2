import { askExhibit, askKeep, askReason } from "./labels";

/** The fields of a row that differ from the desired values, by name. */
export function changedFields<T extends Record<string, unknown>>(before: T, after: Partial<T>): string[] {
  return Object.entries(after).flatMap(([field, value]) => (before[field] === value ? [] : [field]));
}

/** `A1` */
export function accountCode(number: number): string {
  return `A${number}`;
}

type Link = {
  confidence: string;
  linkReason: string | null;
  hasExhibit: boolean;
  /** Ticked in answer to the question. */
  keepConfirmed: boolean;
};

/**
 * What a confirmed link still needs: always a reason; an exhibit unless the person said that there is none.
 * @param exhibitField the field at which the question is asked
 */
export function missingForConfirmed(link: Link, exhibitField = "exhibitId"): Record<string, string> {
  if (link.confidence !== "confirmed") return {};
  return {
    ...(link.linkReason ? {} : { linkReason: askReason }),
    ...(link.hasExhibit || link.keepConfirmed ? {} : { [exhibitField]: askExhibit, keepConfirmed: askKeep }),
  };
}

/** Subjects on one page of the board; each has accounts and identifiers below it. */
export const subjectsOnPage = 15;

/** The number of accounts, and of identifiers, shown per subject; all of them are on the subject's own page. */
export const entriesOnBoard = 5;

/** Accounts, and identifiers, on one page of a single subject. */
export const entriesOnPage = 25;

import { askExhibit, askKeep, askReason } from "./labels";

/** Which facts of a row differ from what is wanted, by name. */
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
  /** Ticked after the question was asked. */
  keepConfirmed: boolean;
};

/**
 * What a confirmed link still needs: its reason always; an exhibit unless the person said that it stays without one.
 * @param exhibitField the field beside which the question is asked
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

/** Accounts, and identifiers, of a subject that stand on the board; all of them are on a page of the subject's own. */
export const entriesOnBoard = 5;

/** Accounts, and identifiers, on one page of a single subject. */
export const entriesOnPage = 25;

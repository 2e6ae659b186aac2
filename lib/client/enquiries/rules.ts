import { officeZone } from "@/lib/law/office/rules";
import { addDays, type CivilDate } from "@/lib/platform/time/calendar";
import { civilDate } from "@/lib/platform/time/clock";
import type { Danger, EnquiryWords } from "./types";

/** The places of what was written, under the key of the enquiry. */
export const wordsPlace = (id: string) => ({ table: "enquiries", column: "words", row: id });
export const reasonPlace = (id: string) => ({ table: "enquiries", column: "reason", row: id });
export const messagePlace = (id: string) => ({ table: "enquiry_messages", column: "words", row: id });

export const readWords = (json: string): EnquiryWords => JSON.parse(json) as EnquiryWords;

/** So many days after it was written it is to be answered; in danger, on the same day. Our own default, kind D. */
const answerDays = 2;

/** What one enquiry holds at most; then she is asked to phone. */
export const mostMessages = 50;

type Dated = { danger: Danger; writtenAt: Date };

/** The day, as in the office, by which it is to be answered. */
export function dueOn({ danger, writtenAt }: Dated): CivilDate {
  return addDays(civilDate(writtenAt, officeZone()), danger === "yes" ? 0 : answerDays);
}

/** Not answered and not decided, and its day has passed. */
export function isOverdue(row: Dated & { state: string; answeredAt: Date | null }, now: Date): boolean {
  return row.state === "open" && row.answeredAt === null && civilDate(now, officeZone()) > dueOn(row);
}

export const hasNews = ({ newsAt, seenAt }: { newsAt: Date; seenAt: Date | null }): boolean =>
  seenAt === null || newsAt > seenAt;

/** What she wrote, as it goes into a case: marked as hers. Empty when she wrote nothing. */
export const quoted = (words: string): string => (words === "" ? "" : `“${words}”`);

/** A number that she gave, if she did: for calls and messages to a phone. */
export function phoneOf({ contact }: Pick<EnquiryWords, "contact">): string {
  return /^\+?[\d\s().-]{6,}$/.test(contact) ? contact : "";
}

export const emailOf = ({ contact }: Pick<EnquiryWords, "contact">): string =>
  /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(contact) ? contact : "";

import type { Role } from "@/lib/kernel/access/roles";
import { quoted } from "@/lib/platform/text/text";
import type { CoverKind, WordCover } from "./types";

/** What a form offers, and what stands in place of the words. */
export const coverLabels: Record<CoverKind, { label: string; hint: string }> = {
  person: { label: "Another person", hint: "A name, what they are called, or a number of theirs." },
  child: { label: "A child", hint: "A name, a school, a class." },
  address: { label: "An address", hint: "A street, a house, a place of work." },
  unrelated: { label: "Not about this case", hint: "What nobody needs who reads the packet." },
  other: { label: "Something else", hint: "Your own words below are printed in its place." },
};

const inPlace: Record<Exclude<CoverKind, "other">, string> = {
  person: "another person",
  child: "a child",
  address: "an address",
  unrelated: "not about this case",
};

/** Marks that say what we say. What stands in brackets beside them was written by somebody and may name somebody. */
export const ourMarks = new RegExp(`\\[covered: (?:${Object.values(inPlace).map(quoted).join("|")})\\]`, "g");

/** Whether what stands in place of words is ours. */
export const isOurs = (says: string): boolean => Object.values<string>(inPlace).includes(says);

/** `a child`, or the words of whoever covered. */
export function describeCover({ kind, reason }: Pick<WordCover, "kind" | "reason">): string {
  return kind === "other" ? (reason ?? "without a reason") : inPlace[kind];
}

/** `[covered: a child]`: what a reader sees in place of the words. */
export const coverMark = (cover: Pick<WordCover, "kind" | "reason">): string => `[covered: ${describeCover(cover)}]`;

/** Said where a page offers nothing, and where it is asked for all the same. */
export const nothingToCover = "No text could be read from this file, so there is nothing to cover.";

/** What the ledger says of it: by this sentence a packet tells it from what was covered. */
export const liftedSentence = "A cover of words taken back; the original is unchanged";

/** Who covered, as a reader is told: a role and never a name. */
export const coverMakers: Record<Role, string> = {
  caseworker: "a caseworker",
  supervisor: "a supervisor",
  admin: "an administrator",
  liaison: "an officer",
};

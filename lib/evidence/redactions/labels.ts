import type { Role } from "@/lib/kernel/access/roles";
import { labelTable } from "@/lib/platform/language/label-table";
import { t } from "@/lib/platform/language/translate";
import { quoted } from "@/lib/platform/text/text";
import type { CoverKind, WordCover } from "./types";

/** The choices of a form, and what replaces the words. */
export const coverLabels: Record<CoverKind, { label: string; hint: string }> = labelTable(() => ({
  person: { label: t("Another person"), hint: t("A name, what they are called, or a number of theirs.") },
  child: { label: t("A child"), hint: t("A name, a school, a class.") },
  address: { label: t("An address"), hint: t("A street, a house, a place of work.") },
  unrelated: { label: t("Not about this case"), hint: t("What readers of the packet do not need.") },
  other: { label: t("Something else"), hint: t("Your own words below are printed in its place.") },
}));

const inPlace: Record<Exclude<CoverKind, "other">, string> = labelTable(() => ({
  person: t("another person"),
  child: t("a child"),
  address: t("an address"),
  unrelated: t("not about this case"),
}));

/** Marks with our own wording. The text in brackets next to them was written by a person and may name somebody. */
export const ourMarks = (): RegExp =>
  new RegExp(`\\[covered: (?:${Object.values(inPlace).map(quoted).join("|")})\\]`, "g");

/** Whether the replacement of words has our own wording. */
export const isOurs = (says: string): boolean => Object.values<string>(inPlace).includes(says);

/** `a child`, or the wording of the person who covered it. */
export function describeCover({ kind, reason }: Pick<WordCover, "kind" | "reason">): string {
  return kind === "other" ? (reason ?? t("without a reason")) : inPlace[kind];
}

/** `[covered: a child]`: what a reader sees in place of the words. */
export const coverMark = (cover: Pick<WordCover, "kind" | "reason">): string => `[covered: ${describeCover(cover)}]`;

/** Shown where a page offers nothing, and when it is requested anyway. */
export const nothingToCover = t("No text could be read from this file, so there is nothing to cover.");

/** The ledger's sentence for it, by which a packet distinguishes it from a new cover. */
export const liftedSentence = "A cover of words taken back; the original is unchanged";

/** Who covered it, as shown to a reader: a role and never a name. */
export const coverMakers: Record<Role, string> = labelTable(() => ({
  caseworker: t("a caseworker"),
  supervisor: t("a supervisor"),
  admin: t("an administrator"),
  liaison: t("an officer"),
}));

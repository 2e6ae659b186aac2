import type { Role } from "@/lib/kernel/access/roles";

/** What covered words refer to. A closed list, because it is printed in their place. */
export const coverKinds = ["person", "child", "address", "unrelated", "other"] as const;

export type CoverKind = (typeof coverKinds)[number];

/** Words of an exhibit that packets print covered. */
export type WordCover = {
  id: string;
  words: string;
  kind: CoverKind;
  /** The reason, in the words of the person who covered it. */
  reason: string | null;
  /** The one message or line; null: everywhere in the exhibit. */
  place: number | null;
  /** The reading in which that number counts; null where none is kept. */
  reading: string | null;
  /** The role in which it was covered; null if unknown. */
  by: Role | null;
};

export type WordCoverView = WordCover & { madeBy: string; madeAt: Date };

/**
 * What is numbered in an exhibit, and the reading to which the numbers refer: the newest, of a chat before that of a
 * text.
 */
export type NumberedReading = { of: "message" | "line"; id: string };

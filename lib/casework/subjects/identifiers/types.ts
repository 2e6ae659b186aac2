import type { CivilDate } from "@/lib/platform/time/calendar";

export const identifierKinds = ["phone", "email", "wallet", "address", "other"] as const;
export type IdentifierKind = (typeof identifierKinds)[number];

/** Kinds that are found again by keyed tokens, in this case or in another. */
export const keyedKinds = ["phone", "email", "wallet"] as const satisfies IdentifierKind[];
export type KeyedKind = (typeof keyedKinds)[number];

/** Something that identifies a subject and is not an account. */
export type IdentifierView = {
  id: string;
  subjectId: string;
  kind: IdentifierKind;
  value: string;
  confidence: "confirmed" | "probable" | "possible";
  /** What points from it to the subject. */
  linkReason: string | null;
  exhibitId: string | null;
  /** `E-01` */
  exhibit: string | null;
  firstSeenOn: CivilDate | null;
  lastSeenOn: CivilDate | null;
};

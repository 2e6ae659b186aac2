/** One identifier of a case that also appears on another case visible to the viewer. */
export type MatchView = {
  /** The account or identifier of this case, by its id. */
  ownerKind: "account" | "identifier";
  ownerId: string;
  field: "handle" | "platform_id" | "phone" | "email" | "wallet";
  /** Whom to ask, and how many cases with the same one they own. */
  ask: readonly { name: string; cases: number; isMe: boolean }[];
  seen: readonly { caseId: string; code: string; pseudonym: string }[];
};

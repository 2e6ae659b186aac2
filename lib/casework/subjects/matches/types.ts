/** One identifier of a case that also appears on another case visible to the viewer. */
export type MatchView = {
  /** The account or the identifier of this case, by its id on this case's own board. */
  ownerKind: "account" | "identifier";
  ownerId: string;
  field: "handle" | "platform_id" | "phone" | "email" | "wallet";
  /** Whom to ask, and how many cases they keep with the same one. */
  ask: readonly { name: string; cases: number; isMe: boolean }[];
  seen: readonly { caseId: string; code: string; pseudonym: string }[];
};

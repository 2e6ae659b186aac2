/** What became of a copy that was recalled. */
export const recallOutcomes = ["returned", "destroyed", "kept"] as const;
export type RecallOutcome = (typeof recallOutcomes)[number];

/** One copy that has to come back. `release`: the one whose revocation made it; null when a person asked for it. */
export type RecallView = {
  id: string;
  packetId: string;
  code: string;
  version: number;
  how: "portal" | "paper";
  who: string;
  release: string | null;
  madeBy: string;
  madeAt: Date;
  outcome: RecallOutcome | null;
  settledBy: string | null;
  settledAt: Date | null;
};

/** A version that somebody holds although no release lets them, and why; nothing is recalled yet. */
export type Unreleased = {
  /** Of the handover or the dispatch. */
  id: string;
  how: "portal" | "paper";
  packetId: string;
  caseId: string;
  pseudonym: string;
  code: string;
  version: number;
  who: string;
  cover: "unnamed" | "revoked" | "expired" | "narrow";
};

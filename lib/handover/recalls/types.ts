import type { Cover } from "@/lib/packets/release-cover/types";

/** The outcome of a recalled copy. */
export const recallOutcomes = ["returned", "destroyed", "kept"] as const;
export type RecallOutcome = (typeof recallOutcomes)[number];

/** What caused a recall: a release was revoked, its officer was removed from it, or a person requested the copy. */
export type RecallCause = "revoked" | "taken_off" | "asked";

/** One copy that must be returned. `release`: the one that stopped covering it; null if a person requested it. */
export type RecallView = {
  id: string;
  packetId: string;
  code: string;
  version: number;
  how: "portal" | "paper";
  who: string;
  release: string | null;
  cause: RecallCause;
  madeBy: string;
  madeAt: Date;
  outcome: RecallOutcome | null;
  settledBy: string | null;
  settledAt: Date | null;
};

/** A version held by somebody although no release permits it, and why; nothing is recalled yet. */
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
  cover: Exclude<Cover, "covered">;
};

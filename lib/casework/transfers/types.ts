import type { Risk } from "@/lib/casework/cases/types";

const offerStates = ["open", "accepted", "rejected", "taken_back", "overtaken"] as const;
export type OfferState = (typeof offerStates)[number];

/** An offer of a case. What is known of the case is copied, since who is asked does not see it yet. */
export type OfferView = {
  id: string;
  caseId: string;
  code: string;
  pseudonym: string;
  risk: Risk;
  offeredBy: string;
  offeredTo: string;
  offeredToId: string;
  offeredAt: Date;
  reason: string;
  state: OfferState;
  settledAt: Date | null;
  settledBy: string | null;
  answer: string | null;
};

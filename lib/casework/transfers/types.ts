import type { Risk } from "@/lib/casework/cases/types";

const offerStates = ["open", "accepted", "rejected", "taken_back", "overtaken"] as const;
export type OfferState = (typeof offerStates)[number];

/** An offer of a case. The case details are copied, because the person asked cannot see the case yet. */
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

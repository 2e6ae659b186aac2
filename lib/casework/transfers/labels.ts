import type { OfferState } from "./types";

export const offerLabels: Record<OfferState, string> = {
  open: "Waits for an answer",
  accepted: "Accepted",
  rejected: "Rejected",
  taken_back: "Taken back",
  overtaken: "Over: the case was assigned or closed first",
};

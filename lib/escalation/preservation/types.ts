import type { CivilDate } from "@/lib/platform/time/calendar";

/** What a provider keeps of one account on the request of an officer. */
export type PreservationFact = {
  id: string;
  accountId: string;
  /** The number of the account on the case, as pages call it. */
  accountNumber: number;
  platform: string;
  askedOn: CivilDate;
  acceptedOn: CivilDate | null;
  refusedOn: CivilDate | null;
  renewedOn: CivilDate | null;
  /** The last day as the provider's letter says it; it goes before the calculated one. */
  expiresOn: CivilDate | null;
  /** The provider's number for it, among the numbers of the case. */
  referenceId?: string | null;
};

/** What is kept of an account as things stand, and what may be lost. */
export type Forecast = {
  state: "nothing" | "asked" | "refused" | "covered" | "lapsed";
  coveredUntil: CivilDate | null;
  /** From when a renewal is worth drafting, and the last day to ask for it; null when none is left. */
  renewFrom: CivilDate | null;
  renewUntil: CivilDate | null;
  /** The last day there is with every renewal that the rules allow. */
  goneAfter: CivilDate | null;
  sentence: string;
};

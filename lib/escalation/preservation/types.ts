import type { CivilDate } from "@/lib/platform/time/calendar";

/** What a provider preserves of one account at the request of an officer. */
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
  /** The last day according to the provider's letter; it takes precedence over the computed one. */
  expiresOn: CivilDate | null;
  /** The provider's number for it, among the numbers of the case. */
  referenceId?: string | null;
};

/** What is currently preserved of an account, and what may be lost. */
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

/** What is kept of one account, as the chart shows it: by code only. */
export type ChartedKeep = {
  name: string;
  note: string;
  from: CivilDate | null;
  /** The last day that is certain now; null while nothing is kept. */
  until: CivilDate | null;
  /** The last day that a request or a renewal could reach. */
  possibleUntil: CivilDate | null;
};

/** A request from state to state: when it left, and how long one may take at least, as far as the law data says it. */
export type ChartedRequest = { sentOn: CivilDate | null; mayTakeMonths: number | null; text: string };

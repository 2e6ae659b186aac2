import type { Forecast } from "@/lib/escalation/preservation/types";
import type { CaseClock } from "@/lib/law/clocks/types";
import type { ClockKind, LegalSource } from "@/lib/law/jurisdictions/types";
import type { CivilDate } from "@/lib/platform/time/calendar";

export type ClockChangeView = {
  id: string;
  change: "paused" | "resumed" | "extended" | "answered";
  /** The clock in words; what ran once may have another name by now. */
  clock: string;
  on: CivilDate;
  until: CivilDate | null;
  reason: string;
  by: string;
  at: Date;
};

/** What is kept of one account of the case, and what may be lost. */
export type AccountForecast = {
  accountId: string;
  number: number;
  /** `@quiet.harbour on X`. */
  label: string;
  keepId: string | null;
  askedBy: string | null;
  /** The day on which the provider accepted; null while it has not. */
  acceptedOn: CivilDate | null;
  renewed: boolean;
  forecast: Forecast;
  /** A renewal is worth drafting today. */
  draftRenewal: boolean;
  /** Nothing that still counts is recorded, so a new request may be. */
  mayRecord: boolean;
};

/** A rule that a person may start a clock by. */
export type RuleByHand = {
  code: string;
  title: string;
  kind: ClockKind;
  trigger: string;
  /** `5 court days`, `every 14 days` */
  limitWords: string;
  dated: boolean;
  sources: readonly LegalSource[];
};

export type DeadlinesPage = {
  clocks: readonly CaseClock[];
  /** By the key of a clock, the later day that its rule allows when it is granted. */
  allowed: Readonly<Record<string, CivilDate>>;
  changes: readonly ClockChangeView[];
  rules: readonly RuleByHand[];
  accounts: readonly AccountForecast[];
  /** A request from state to state, as far as one was sent and the law data says how long one takes. */
  request: { sentOn: CivilDate | null; mayTakeMonths: number | null; text: string };
  /** Numbers that providers gave for what they keep. */
  numbers: readonly { id: string; display: string }[];
  today: CivilDate;
  homeZone: string;
  thereZone: string;
  closed: boolean;
};

/** One thing that stays open when a case is closed. */
export type OpenItem = {
  kind: "clock" | "step" | "refusal" | "reference" | "packet" | "release" | "referral" | "preservation" | "document";
  text: string;
  /** The page where it is handled, relative to the case. */
  path: string;
};

export type ClosingPage = {
  open: readonly OpenItem[];
  closed: { on: CivilDate; outcome: string | null; note: string | null; by: string } | null;
  mayClose: boolean;
};

import type { ClockKind, LegalSource } from "@/lib/law/jurisdictions/types";
import type { CivilDate } from "@/lib/platform/time/calendar";

/** A risk of the case at which some of our own deadlines are shorter. */
export type RaisedRisk = "elevated" | "high";

/** A moment at which a person is alerted about a clock. */
export type ClockAlert = {
  /** `60` for "60 days (or hours) after the trigger", `due`, `overdue`. Unique within one clock and one due day. */
  name: string;
  on: CivilDate;
  /** The instant, for a limit in hours whose start is known. */
  at: Date | null;
  urgency: "digest" | "urgent";
};

/** One clock at work on a case, whatever started it. Plain data: the same for pages, feeds and mails. */
export type CaseClock = {
  /**
   * `step:<stepKey>:<code>`, `step:<stepKey>/<report>:<code>`, `case:<code>`, `hand:<id>`, `note:<id>`, `referral:<id>`, `preservation:<id>:<code>`, `release:<id>`, `danger:<id>`,
   * `safety:<id>:<code>`, `refusal:<number>:<code>`: stable while the clock runs.
   */
  key: string;
  /** The rule; null for a date of our own. */
  code: string | null;
  title: string;
  /** What to do while it waits on somebody, where the title does not say it. */
  ask?: string;
  stepKey: string | null;
  /** With the platform, for a clock of one report of the step. */
  stepTitle: string | null;
  /** To which platform the report went of which it is the clock. */
  about?: string;
  /** Where it is answered, below the case, when that is neither a whole step nor the page of deadlines. */
  path?: string;
  kind: ClockKind;
  /** Whose move it is while it runs: ours, or somebody else's by name. */
  waitsOn: string | null;
  startedOn: CivilDate;
  dueOn: CivilDate;
  dueAt: Date | null;
  state: "running" | "soon" | "overdue" | "paused";
  /** `4 days overdue`, `19 h left of 48`, `Paused since 6 Nov`. */
  words: string;
  /** `14 days from last word, 6 Nov 2026`. */
  why: string;
  afterwards: string;
  /** Negative when overdue. */
  daysLeft: number;
  alerts: readonly ClockAlert[];
  sources: readonly LegalSource[];
  /** Why its start cannot be right; such a clock is shown, and counts nothing. Null for every other. */
  warning: string | null;
};

/** A person's changes to a running clock, oldest first. */
export type ClockChangeFact = {
  clockKey: string;
  change: "paused" | "resumed" | "extended";
  on: CivilDate;
  until: CivilDate | null;
};

/** A clock started by a person and not answered yet. */
export type HandClockFact = {
  id: string;
  code: string | null;
  /** The step whose next act it is, and which report of it; null or missing for a date of the whole case. */
  stepKey?: string | null;
  part?: string;
  title: string;
  startedOn: CivilDate;
  startedAt: Date | null;
  dueOn: CivilDate | null;
};

/** What was agreed in a note or a contact to be done next, until it is done. Its words are sealed and not here. */
export type NextActFact = { noteId: string; title: string; notedOn: CivilDate; nextOn: CivilDate };

/** A client was referred to a service, and the service has not answered yet, or nothing is known of what came of it. */
export type ReferralFact = {
  id: string;
  number: number;
  service: string;
  state: "open" | "accepted";
  madeOn: CivilDate;
  answerBy: CivilDate | null;
  answeredOn: CivilDate | null;
  outcomeBy: CivilDate | null;
};

export type ReleaseFact = {
  id: string;
  number: number;
  recipient: string;
  signedOn: CivilDate;
  expiresOn: CivilDate;
};

import type { CaseClock } from "@/lib/law/clocks/types";
import type { ClockKind } from "@/lib/law/jurisdictions/types";
import type { CivilDate } from "@/lib/platform/time/calendar";

export const mailChoices = ["digest_and_urgent", "digest", "none"] as const;
export type MailChoice = (typeof mailChoices)[number];

/** A member's reminder settings. Times are local, `HH:MM` in `zone`. */
export type Wishes = { mails: MailChoice; zone: string; digestAt: string; quietFrom: string; quietUntil: string };

/** An open case with its clocks, as the round hands it over. */
export type CaseToRemind = { id: string; code: string; ownerId: string; clocks: readonly CaseClock[] };

/** A due reminder for one member: which clock, which of its alerts, and why. */
export type DueReminder = {
  clockKey: string;
  dueOn: CivilDate;
  alert: string;
  urgency: "digest" | "urgent";
  why: string;
};

/** One line of a mail: the case by number, its status, and the reason in words without names. */
export type MailLine = {
  caseId: string;
  code: string;
  dueOn: CivilDate;
  overdue: boolean;
  stands: string;
  why: string;
  /** Set if the receiver covers for the absent owner. */
  cover?: Cover | undefined;
};

/** Who is absent, by code, and until when. */
export type Cover = { code: string; untilOn: CivilDate };

export type TeamLine = {
  code: string;
  open: number;
  overdue: number;
  stalled: number;
  /** On the open cases they own: open flags, and review notes that nobody closed. */
  flags: number;
  reviews: number;
  /** Packets of theirs that wait for a decision. */
  toApprove: number;
};

/** What a supervisor is told about the team: counts per person, and missed statutory deadlines. */
export type TeamNews = { people: readonly TeamLine[]; lawOverdue: readonly MailLine[]; more: number };

export type MailText = { subject: string; body: string };

/** A mail as its receiver sees it in their settings. */
export type MailView = {
  id: string;
  subject: string;
  madeAt: Date;
  notBefore: Date;
  sentAt: Date | null;
  failure: string | null;
};

export type FeedView = { id: string; madeAt: Date };

type Whose = "mine" | "team";

/** The filter of the Deadlines page. */
export type DeadlinesAsked = { whose: Whose; kind: ClockKind | null };

/** One deadline of one case, for lists, the month and the calendar feed. */
export type Deadline = CaseClock & {
  caseId: string;
  caseCode: string;
  pseudonym: string;
  /** Time zones of the case's home country, then of the other, for deadlines with an hour. */
  zones: readonly string[];
  /** The absent owner, if the viewer covers for them. */
  coveringFor?: string | undefined;
};

/** One page of deadlines, by the case that is due soonest; `after` is the mark of the next page. */
export type DeadlinePage = { today: CivilDate; zone: string; deadlines: readonly Deadline[]; after: string | null };

/** A deadline of the past that no clock waits for any more. */
export type DoneDeadline = { caseId: string; clockKey: string; pseudonym: string; dueOn: CivilDate; title: string };

export type MonthPage = {
  today: CivilDate;
  zone: string;
  days: readonly CivilDate[];
  deadlines: readonly Deadline[];
  done: readonly DoneDeadline[];
  holidays: ReadonlyMap<CivilDate, readonly string[]>;
  nextHolidays: readonly { country: string; date: CivilDate }[];
  /** True when there are more cases than one month shows. */
  more: boolean;
};

/** A case to which a date can be added. */
export type OpenCase = { id: string; code: string; pseudonym: string };

import type { FlagItem } from "@/lib/casework/flags/types";
import type { ReviewItem } from "@/lib/casework/reviews/types";
import type { OfferView } from "@/lib/casework/transfers/types";
import type { HeldReason } from "@/lib/escalation/incoming-mail/types";
import type { QuestionReason } from "@/lib/handover/handovers/types";
import type { ClockKind } from "@/lib/law/jurisdictions/types";
import type { Away } from "@/lib/organisation/absences/types";
import type { CivilDate } from "@/lib/platform/time/calendar";

/** The lists of the queue: every counter of acts is the length of one of them. */
export type QueueList = "overdue" | "today" | "soon" | "waiting";

/** Counts in the navigation. They stop at 100: `99+`. */
/**
 * `enquiries`: those at which nobody has looked; null where none are taken. `mails`: those that wait; null where none
 * come in.
 */
export type NavCounts = { overdue: number; approvals: number; enquiries: number | null; mails: number | null };

/** One act: what is to be done, about what, why, and who waits. */
export type Act = {
  id: string;
  caseId: string;
  pseudonym: string;
  code: string;
  ownerId: string;
  ownerName: string;
  /** The absent owner, if the viewer covers for them. */
  coveringFor: string | null;
  group: ActGroup;
  what: string;
  /** The number that it is about. */
  object: string | null;
  why: string;
  /** On whom it waits; null while it waits for us alone. */
  waits: string | null;
  dueOn: CivilDate | null;
  late: boolean;
  /** `4 days overdue`; empty without a day. */
  words: string;
  kind: ClockKind | null;
  danger: boolean;
  href: string;
  doIt: DoIt;
};

type ActGroup = "overdue" | "today" | "soon";

/** What can be done about an act without leaving the queue. */
export type DoIt = {
  key: string;
  stepKey: string | null;
  part: string;
  /** Today at the case's home, for the date of a form. */
  today: CivilDate;
  /** A document of the step that is drafted and not sent. */
  draft: { id: string; code: string } | null;
  log: boolean;
  send: boolean;
  /** Until when it may be hidden; null for what cannot be. */
  snoozeUntil: CivilDate | null;
};

/** An act that is hidden until a day, with the reason. */
export type SnoozedAct = {
  snoozeId: string;
  until: CivilDate;
  reason: string;
  by: string;
  act: Act;
};

/** One case with nothing in the queue, and what its ladder says is next. */
export type WorkItem = {
  caseId: string;
  pseudonym: string;
  code: string;
  nextStep: string;
  /** The absent owner, if the viewer covers for them. */
  coveringFor: string | null;
};

/** A step, or one report of it, that is with somebody else. */
export type WaitingItem = {
  id: string;
  caseId: string;
  pseudonym: string;
  stepKey: string | null;
  /** Which report of the step; empty for a step that has none. */
  part: string;
  title: string;
  waitsOn: string;
  submittedOn: CivilDate | null;
  /** The day on which we ask again; null without a clock. */
  askOn: CivilDate | null;
  href: string;
};

export type PacketItem = {
  id: string;
  caseId: string;
  pseudonym: string;
  code: string;
  kind: string;
  version: number;
  receiver: string;
  by: string;
  at: Date;
};

/** An officer's message about a packet of my case. `targetId`: of the question, or of the handover refused. */
export type OfficerItem = {
  targetId: string;
  packetId: string;
  pseudonym: string;
  code: string;
  version: number;
  kind: string;
  officer: string;
  /** Of a question; null for a refusal. */
  reason: QuestionReason | null;
  at: Date;
};

/** What happened at a first-contact link of a case of mine, until somebody has seen it. */
export type FirstContactItem = {
  linkId: string;
  packetId: string;
  pseudonym: string;
  version: number;
  kind: string;
  officer: string;
  event: FirstContactEvent;
  at: Date;
};
export type FirstContactEvent = "redeemed" | "other_browser" | "locked";

/** A list for the landing page: the first few, and how many there are, counted to 100. */
export type Few<T> = { items: readonly T[]; count: number };

export type MyWork = {
  /** Colleagues now absent whom the viewer covers: their open cases are included in the lists below. */
  covering: readonly Away[];
  /** Of a supervisor the team's, or one member's; of a caseworker their own. */
  queue: Queue;
  /** The next step of cases that have nothing in the queue. */
  action: Few<WorkItem>;
  /** How many of my open cases had no activity for 30 days. */
  stalled: number;
  /** Cases that a colleague offers me, flags whose day has come, and review notes that ask me. All of them, to 100. */
  offers: readonly OfferView[];
  flags: readonly FlagItem[];
  reviews: readonly ReviewItem[];
  /** Officers' open questions on my cases, and refusals not marked as seen. Oldest first, up to 100. */
  questions: Few<OfficerItem>;
  refusals: Few<OfficerItem>;
  firstContacts: Few<FirstContactItem>;
  clientNews: Few<ClientNewsItem>;
  enquiries: EnquiryNews;
  mails: Few<MailItem>;
  /** Links of others that wait for my release. */
  releases: Few<PacketItem>;
  /** Packets of mine with a supervisor, and those that came back. */
  sent: readonly PacketItem[];
  returned: readonly PacketItem[];
  /** Packets of mine that an officer acknowledged in the last 14 days. */
  acknowledged: readonly (PacketItem & { liaison: string })[];
  /** Packets of others that wait for my decision. */
  approvals: Few<PacketItem>;
};

/** Acts and waits in order, with how many there are, counted to 100. */
export type Queue = {
  overdue: Few<Act>;
  today: Few<Act>;
  soon: Few<Act>;
  /** The longest wait first. */
  waiting: Few<WaitingItem>;
  snoozed: readonly SnoozedAct[];
};

export type TeamRow = {
  id: string;
  name: string;
  open: number;
  /** Open cases with an overdue date. */
  overdue: number;
  /** The lists of the queue on their open cases. */
  acts: Record<QueueList, number>;
  high: number;
  stalled: number;
  /** Packets drafted by this person that await the viewer. */
  toApprove: number;
  /** Open flags, open review notes, and cases not reviewed for 30 days, on the open cases that they own. */
  flags: number;
  reviews: number;
  notReviewed: number;
  lastActivityAt: Date | null;
  lastReviewedAt: Date | null;
  away: Away | null;
  /** Names of those whom this person covers now. */
  covers: readonly string[];
};

/** What the header of a case says of flags, review notes, an open offer, and an owner who is away. */
/** A client's page on which something happened since a member last marked it as seen. */
export type ClientNewsItem = {
  caseId: string;
  pseudonym: string;
  code: string;
  at: Date;
  /** Files that wait to be accepted. */
  files: number;
};

/** A mail that came in and waits. `ofCase`: the case that it names, if it names one. */
export type MailItem = {
  id: string;
  at: Date;
  /** Why it waits, as a key of lib/escalation/incoming-mail. */
  reason: HeldReason | null;
  ofCase: { code: string; pseudonym: string } | null;
};

/** An enquiry at which somebody has to look. `ofCase`: the case that it is part of. */
export type EnquiryItem = {
  id: string;
  at: Date;
  isDanger: boolean;
  overdue: boolean;
  /** Nobody has read it yet. */
  isFirst: boolean;
  isTakenBack: boolean;
  ofCase: { code: string; pseudonym: string } | null;
};

/** `apart`: how many wait that came in a flood, or from what is likely no person. */
export type EnquiryNews = { items: EnquiryItem[]; apart: number };

export type CaseDesk = {
  flags: number;
  reviews: number;
  offered: boolean;
  /** The client did something on her page that nobody marked as seen. */
  clientNews: boolean;
  away: Away | null;
  covering: boolean;
};

import type { FlagItem } from "@/lib/casework/flags/types";
import type { ReviewItem } from "@/lib/casework/reviews/types";
import type { OfferView } from "@/lib/casework/transfers/types";
import type { QuestionReason } from "@/lib/handover/handovers/types";
import type { Away } from "@/lib/organisation/absences/types";
import type { CivilDate } from "@/lib/platform/time/calendar";

/**
 * Counts in the navigation: overdue cases of My work, cases of the Deadlines page that are overdue or due within a
 * week, and pending approvals. They stop at 100: `99+`.
 */
export type NavCounts = { overdue: number; deadlines: number; approvals: number };

/** One case that needs something: which, what, and by when. */
export type WorkItem = {
  caseId: string;
  pseudonym: string;
  code: string;
  nextStep: string;
  dueOn: CivilDate | null;
  dueLabel: string | null;
  /** The current date in the case's home country, from which "overdue" is computed. */
  today: CivilDate;
  /** The date is over; also today, when the hour of its limit is. */
  late: boolean;
  /** The absent owner, if the viewer covers for them. */
  coveringFor: string | null;
};

/** A step, or one report of it, that is with somebody else. */
export type WaitingItem = {
  caseId: string;
  pseudonym: string;
  stepKey: string;
  /** Which report of the step; empty for a step that has none. */
  part: string;
  title: string;
  waitsOn: string;
  submittedOn: CivilDate | null;
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
  overdue: Few<WorkItem>;
  soon: Few<WorkItem>;
  action: Few<WorkItem>;
  /** Open cases without activity for 30 days, whatever their other state. */
  stalled: Few<WorkItem>;
  /** Cases that a colleague offers me, flags whose day has come, and review notes that ask me. All of them, to 100. */
  offers: readonly OfferView[];
  flags: readonly FlagItem[];
  reviews: readonly ReviewItem[];
  /** The longest wait first, at most 100. `cut`: there are so many open cases that not all were searched. */
  waiting: Few<WaitingItem> & { cut: boolean };
  /** Officers' open questions on my cases, and refusals not marked as seen. Oldest first, up to 100. */
  questions: Few<OfficerItem>;
  refusals: Few<OfficerItem>;
  firstContacts: Few<FirstContactItem>;
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

export type TeamRow = {
  id: string;
  name: string;
  open: number;
  overdue: number;
  /** Cases of which a step was sent and has no answer yet; and those of them that are not overdue. */
  waiting: number;
  waitingInTime: number;
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
export type CaseDesk = { flags: number; reviews: number; offered: boolean; away: Away | null; covering: boolean };

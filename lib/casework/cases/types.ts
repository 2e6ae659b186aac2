import type { SafeContactView } from "@/lib/casework/clients/types";
import type { PlaybookChanges } from "@/lib/law/jurisdictions/compare-playbooks";
import type { CivilDate } from "@/lib/platform/time/calendar";

export const risks = ["standard", "elevated", "high"] as const;
export type Risk = (typeof risks)[number];

/** On which ground the organisation works on a case. */
export const consentGrounds = ["consent", "vital_interest", "other"] as const;
export type ConsentGround = (typeof consentGrounds)[number];

/** How consent was given, as somebody records it. */
export const consentWays = ["read_back", "signed_here", "on_paper"] as const;
/** `own_page`: the client signed on her own page, and a job recorded it. */
export type ConsentWay = (typeof consentWays)[number] | "own_page";

/** What the client agrees to. Giving anything to anybody else is a release, and not among them. */
export const consentPurposes = ["help", "record", "evidence", "police", "numbers"] as const;
export type ConsentPurpose = (typeof consentPurposes)[number];

/** A signature as strokes of points, `[x, y]`, within a box of 1000 by 400. */
export type Strokes = [number, number][][];

/** Something that a supervisor placed on a case and may lift: a hold, or a restriction. */
export type PlacedView = {
  id: string;
  reason: string;
  placedBy: string;
  placedAt: Date;
  liftedBy: string | null;
  liftedAt: Date | null;
  liftReason: string | null;
};

/** The header and navigation of every page of a case. */
export type CaseHeaderView = {
  id: string;
  code: string;
  pseudonym: string;
  clientId: string;
  matter: string;
  risk: Risk;
  /** False: nobody has assessed it yet. */
  riskAssessed: boolean;
  inDanger: boolean;
  level: number;
  levels: number;
  ownerId: string;
  ownerName: string;
  nextDueOn: CivilDate | null;
  nextDueLabel: string | null;
  /** The current date in the case's home country, from which "overdue" is computed. */
  today: CivilDate;
  /** The next date is over; also today, when the hour of its limit is. */
  late: boolean;
  pair: string;
  homeZone: string;
  thereZone: string;
  closedAt: Date | null;
  /** Null if the client cannot be read; the banner then says that nothing is agreed. */
  safeContact: SafeContactView | null;
  counts: {
    references: number;
    incidents: number;
    subjects: number;
    exhibits: number;
    charges: number;
    documents: number;
    letters: number;
    packets: number;
    releases: number;
    refusals: number;
    takedowns: number;
  };
  /** Accounts whose permanent ID is not known yet. */
  needsAccountId: number;
  /** The playbook has a step at which somebody in office may refuse. */
  mayBeRefused: boolean;
  openRefusals: number;
};

/** A step with a record that the playbook does not show. */
export type KeptStep = {
  stepKey: string;
  title: string;
  state: "begun" | "submitted" | "done" | "skipped" | null;
  events: { id: string; event: string; on: string }[];
};

/** The case's playbook version compared with the newest one. */
export type PlaybookMove = {
  version: number;
  publishedOn: string | null;
  newest: { version: number; publishedOn: string } | null;
  /** True when there is a newer version. */
  ahead: boolean;
  /** What a move changes; null if there is no newer version, or this release lacks the version of the case. */
  changes: PlaybookChanges | null;
  /** Recorded steps that the case's own version does not show. */
  kept: KeptStep[];
  /** Recorded steps that would no longer be shown. */
  leaving: KeptStep[];
  mayMove: boolean;
};

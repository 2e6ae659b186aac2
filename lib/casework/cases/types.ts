import type { SafeContactView } from "@/lib/casework/clients/types";
import type { PlaybookChanges } from "@/lib/law/jurisdictions/compare-playbooks";
import type { CivilDate } from "@/lib/platform/time/calendar";

export const risks = ["standard", "elevated", "high"] as const;
export type Risk = (typeof risks)[number];

/** What a supervisor placed on a case and may lift: a hold, or a restriction. */
export type PlacedView = {
  id: string;
  reason: string;
  placedBy: string;
  placedAt: Date;
  liftedBy: string | null;
  liftedAt: Date | null;
  liftReason: string | null;
};

/** What every page of a case shows at its top and in its navigation. */
export type CaseHeaderView = {
  id: string;
  code: string;
  pseudonym: string;
  clientId: string;
  matter: string;
  risk: Risk;
  inDanger: boolean;
  level: number;
  levels: number;
  ownerId: string;
  ownerName: string;
  nextDueOn: CivilDate | null;
  nextDueLabel: string | null;
  /** The day at the case's home now: what "overdue" is calculated from. */
  today: CivilDate;
  /** The next date is over; also today, when the hour of its limit is. */
  late: boolean;
  pair: string;
  homeZone: string;
  thereZone: string;
  closedAt: Date | null;
  /** Null when the client cannot be read; the banner then says that nothing is agreed. */
  safeContact: SafeContactView | null;
  counts: {
    references: number;
    incidents: number;
    subjects: number;
    exhibits: number;
    charges: number;
    documents: number;
    packets: number;
    releases: number;
    refusals: number;
  };
  /** Accounts whose permanent ID is not known yet. */
  needsAccountId: number;
  /** The playbook has a step at which somebody in office may refuse. */
  mayBeRefused: boolean;
  openRefusals: number;
};

/** A step on which something is recorded and which the playbook does not draw. */
export type KeptStep = {
  stepKey: string;
  title: string;
  state: "begun" | "submitted" | "done" | "skipped" | null;
  events: { id: string; event: string; on: string }[];
};

/** Where a case stands between its own version of the playbook and the newest one. */
export type PlaybookMove = {
  version: number;
  publishedOn: string | null;
  newest: { version: number; publishedOn: string } | null;
  /** True when there is a newer version. */
  ahead: boolean;
  /** What a move changes; null when there is nothing to move to, or this release lacks the version of the case. */
  changes: PlaybookChanges | null;
  /** Recorded steps that the case's own version does not draw. */
  kept: KeptStep[];
  /** Recorded steps that would not be drawn any more. */
  leaving: KeptStep[];
  mayMove: boolean;
};

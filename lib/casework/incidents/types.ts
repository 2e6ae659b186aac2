import type { CivilDate } from "@/lib/platform/time/calendar";

export type IncidentView = {
  id: string;
  /** `I-1` for an act, `C-1` for another event */
  code: string;
  kind: "act" | "event";
  nature: string;
  natureText: string;
  /** As the form that changes it sends it. */
  natureValue: string;
  /** Null: not known yet. */
  happenedAt: Date | null;
  /** IANA zone in which it was seen */
  zone: string;
  /** The same in local time of `zone`, in input format: `2026-10-13T10:06` */
  when: string | null;
  timeIsExact: boolean;
  accountId: string | null;
  /** `A1 Instagram, @handle` */
  account: string | null;
  url: string | null;
  words: string | null;
  what: string;
  isKnowledge: boolean;
  /** What it shows that the subject knew; null if nothing was chosen. */
  knowledge: string | null;
  /** `Told to stop`; null if it shows no knowledge */
  knowledgeText: string | null;
  exhibits: { id: string; code: string }[];
  loggedBy: string;
  loggedAt: Date;
};

/**
 * The choices of a form. `all` is false if there are too many to list: then these are the newest as suggestions, and
 * any other is named by its number.
 */
export type PickList = {
  kind: "exhibit" | "incident" | "account";
  all: boolean;
  options: readonly { id: string; code: string; label: string }[];
};

export type IncidentFilter = "all" | "act" | "event";

/** An act as the chart shows it. `gravity`: 0 a threat, 1 an intimate image or a demand, 2 an intrusion, 3 any other. */
export type ChartedAct = { on: CivilDate; account: string | null; gravity: Gravity };

export type Gravity = 0 | 1 | 2 | 3;

/** By code only: no words and no handles. `flags`: what the sender was told and when. */
export type ChartedActs = {
  acts: readonly ChartedAct[];
  accounts: readonly { code: string; label: string }[];
  flags: readonly { on: CivilDate; label: string }[];
};

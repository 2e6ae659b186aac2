export type IncidentView = {
  id: string;
  /** `I-1` for an act, `C-1` for another event */
  code: string;
  kind: "act" | "event";
  nature: string;
  natureText: string;
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

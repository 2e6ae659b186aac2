/** The input of the rules: one log entry. */
export type Seen = {
  seq: number;
  at: Date;
  memberId: string | null;
  subjectId: string;
  action: string;
  detail: Record<string, unknown>;
};

/** An alert that came due. With `rule`, `occasion` makes it exist once. */
export type Raised = {
  rule: AlertKey;
  occasion: string;
  /** Whom it is about. */
  memberId: string | null;
  /** Another person who took part, such as the requester. */
  byId?: string | null;
  count: number;
  seq: number | null;
};

/** A second person's decision that came from the requester's browser. */
export type OneBrowser = { seq: number; memberId: string; byId: string };

/** Clients whose protected details one person had shown on one day of the office. */
export type DayOfReveals = { memberId: string; day: string; clients: number; seq: number };

/** Cases that one person opened on one day of the office. */
export type DayOfViews = { memberId: string; day: string; cases: number; seq: number };

export type AlertKey =
  | "log_broken"
  | "evidence_broken"
  | "virus_found"
  | "refusals_many"
  | "cases_many"
  | "reveals_many"
  | "reveals_share"
  | "files_many"
  | "pace_kept"
  | "sign_in_failures"
  | "confirm_failures"
  | "organisation_exported"
  | "administrator_new"
  | "access_given"
  | "roles_changed"
  | "one_browser"
  | "authenticator_added"
  | "authenticator_removed"
  | "codes_locked"
  | "codes_new"
  | "browser_new"
  | "denial_lifted"
  | "glass_used"
  | "backup_missing"
  | "client_sought"
  | "client_twice"
  | "webhook_failing"
  | "check_failed";

/**
 * How a rule matches. `each`: every entry is an alert; `daily`: entries of one person, day (UTC) and kind of browser
 * are one alert. `many`: this many of one person, or of the organisation, within this many hours of one day (UTC);
 * `row`: consecutive, with none of `ends` between; `share`: of this fraction of the organisation's clients in a day,
 * and at least this many.
 */
export type Look =
  | {
      how: "each";
      actions: readonly string[];
      only?: (entry: Seen) => boolean;
      /** Whom it is about, and who else took part, where that is not who did it. */
      whom?: (entry: Seen) => { memberId: string | null; byId: string | null };
    }
  | { how: "daily"; actions: readonly string[]; only?: (entry: Seen) => boolean; of: (entry: Seen) => string }
  | { how: "pairs"; acts: Readonly<Record<string, readonly string[]>> }
  | { how: "many"; actions: readonly string[]; of: "subject" | "member" | "organisation"; least: number; hours: number }
  | { how: "row"; actions: readonly string[]; ends: readonly string[]; least: number }
  | { how: "views"; most: number; sigmas: number; least: number; days: number }
  | { how: "share"; actions: readonly string[]; share: number; least: number }
  | { how: "missing"; actions: readonly string[]; hours: number };

export type AlertView = {
  id: string;
  rule: string;
  title: string;
  sentence: string;
  advice: string;
  urgent: boolean;
  who: string | null;
  memberId: string | null;
  seq: number | null;
  /** The viewer took part in it, so somebody else must mark it as seen. */
  mine: boolean;
  raisedAt: Date;
  /** When it was done, and with which kind of browser where that is known; of how somebody signs in alone. */
  done: { at: Date; device: string | null } | null;
  acknowledged: { at: Date; by: string } | null;
  /** The clients and cases that it is about, for viewers who may see them. */
  records: readonly AlertRecord[];
  /** It needs an answer, not only to be marked as seen. */
  asks: boolean;
};

export type AlertRecord = { kind: "client" | "case"; id: string; code: string };

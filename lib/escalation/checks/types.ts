export const findings = ["up", "gone", "sign_in", "unclear"] as const;
export type Finding = (typeof findings)[number];

/** What is known of the pages of one platform, as data: sites/platforms.json. */
export type PlatformPages = {
  /** A platform of the law data. */
  key: string;
  hosts: string[];
  /** The parts of a query that name the post; all others are left out of a request. */
  query: string[];
  /** What of an address is the id of a post. */
  id: string;
  /** Where the platform leads who has to sign in. */
  signInPaths: string[];
  rules: { found: Finding; name: string; all: string[] }[];
  limits: string;
  source: string;
  /** Nobody has seen these rules work on a live page yet. */
  mark: "not_seen_live" | "seen_live";
};

/** Why an address is not asked for. */
export type NotAsked = "no_address" | "odd_address" | "not_listed";

/** The settings of the organisation. */
export type CheckSetting = { on: boolean; hosts: string[] };

/** One platform as the settings offer it. */
type HostChoice = {
  platform: string;
  name: string;
  hosts: string[];
  chosen: boolean;
  limits: string;
  source: string;
  seenLive: boolean;
};

export type CheckSettings = CheckSetting & {
  choices: HostChoice[];
  /** Those of the organisation, on no platform's list. */
  own: string[];
  /** Requests go through a proxy. */
  proxied: boolean;
};

/** Of one case: whether the checker looks at its addresses. */
export type CaseChecks = { on: boolean; hosts: string[]; off: boolean };

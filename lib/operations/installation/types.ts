/**
 * `ok`: in order. `look`: somebody should look at it. `fix`: something does not work, or is unsafe. `missing`: nothing
 * was set up. `unknown`: it could not be checked.
 */
export type CheckState = "ok" | "look" | "fix" | "missing" | "unknown";

/**
 * What was found: its state, in words, what to do about it, and where it lies. The place is a path or an address of this
 * machine: `npm run doctor` prints it, and no page shows it.
 */
export type Finding = readonly [state: CheckState, what: string, advice?: string | undefined, place?: string];

/** What the checks know of one organisation. No name of a person, and nothing of a case. */
export type OrganisationFacts = {
  id: string;
  name: string;
  deskEmail: string | null;
  administrators: { all: number; withPasskey: number };
  signature: { certificates: string; fingerprint: string; subject: string; origin: string } | null;
  log: { head: number; anchored: number | null; agrees: boolean; missing: boolean; since: Date | null };
  /** When the code in a test mail was last typed back. */
  mailProvedAt: Date | null;
};

/** What the checks look at. */
export type World = {
  settings: Readonly<Record<string, string | undefined>>;
  dataDir: string;
  demo: boolean;
  now: Date;
  /** A key is there that no file in the data folder holds. */
  keyGiven: boolean;
  /** The address of the app's role; null where there is no database, or it does not run. */
  databaseUrl: string | null;
  /** Null when they could not be read. */
  organisations: readonly OrganisationFacts[] | null;
};

export const areas = ["organisation", "address", "mail", "keys", "data", "files", "proof", "upkeep"] as const;
export type CheckArea = (typeof areas)[number];

export const checkKeys = [
  "organisation",
  "administrators",
  "law",
  "language",
  "address",
  "sign_on",
  "mail",
  "mail_in",
  "key",
  "secrets",
  "backup_keys",
  "backups",
  "drill",
  "database",
  "worker",
  "log",
  "copies",
  "room",
  "storage",
  "sandbox",
  "scanner",
  "time",
  "signature",
  "measurements",
  "faults",
] as const;
export type CheckKey = (typeof checkKeys)[number];

/** The checks that a first run goes through, in this order. */
export const firstSteps = [
  "organisation",
  "administrators",
  "address",
  "mail",
  "backup_keys",
  "law",
  "time",
  "scanner",
] as const satisfies readonly CheckKey[];
export type FirstStep = (typeof firstSteps)[number];

/** A check that turned to "Fix this", or no longer says so. */
export type CheckTurn = { key: CheckKey; failed: boolean };

/** What one check found. `since`: from when on it was in this state, as far as somebody looked. */
export type CheckResult = {
  key: CheckKey;
  area: CheckArea;
  state: CheckState;
  since: Date | null;
  findings: readonly Finding[];
};

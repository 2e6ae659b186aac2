/** The possible problems of a ledger; see labels.ts for the wording. */
export type LedgerProblem =
  | "empty"
  | "first"
  | "changed"
  | "order"
  | "cut"
  | "elsewhere"
  | "other_hash"
  | "other_derivative";

export type BreakKind = "original" | "derivative" | "ledger" | "token";

/** One failed check. `what` says in plain words what is wrong and where. */
export type Break = {
  kind: BreakKind;
  exhibitId: string;
  caseId: string;
  /** `CD-26-0012` */
  caseCode: string;
  /** `E-03` */
  exhibit: string;
  what: string;
};

/** Bytes are those of the files as received, not as stored. */
export type Counts = {
  exhibits: number;
  originals: number;
  derivatives: number;
  bytes: number;
  lines: number;
  tokens: number;
};

export type Report = {
  counts: Counts;
  /** How many there are of each kind, and the first of each; kinds without a break are left out. */
  broken: Partial<Record<BreakKind, { count: number; first: Break }>>;
};

/** Which exhibits are checked. `part` of `parts`: chosen by id only, so that all parts together are all exhibits. */
export type Sample = { parts: number; part: number } | { exhibitIds: readonly string[] };

export type VerifyOptions = {
  sample?: Sample;
  onProgress?: (counts: Counts) => void;
  /** Called for every break as it is found. */
  onBreak?: (found: Break) => void | Promise<void>;
};

/** What a supervisor must know: one break that a check found and that persists. */
export type Alarm = Pick<Break, "kind" | "exhibitId" | "caseId" | "caseCode" | "exhibit"> & { at: Date };

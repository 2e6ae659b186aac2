export type ExportState = "waiting" | "building" | "ready" | "failed" | "refused" | "cleared";

export type ExportView = {
  id: string;
  kind: "case" | "organisation" | "access";
  caseId: string | null;
  caseCode: string | null;
  reason: string;
  state: ExportState;
  askedById: string;
  askedBy: string;
  askedAt: Date;
  decidedBy: string | null;
  decidedAt: Date | null;
  cases: number;
  done: number;
  files: number;
  size: number | null;
  sha256: string | null;
  expiresAt: Date | null;
  takenAt: Date | null;
};

/** An exported value: no id of ours, nothing encrypted, no key. */
export type Plain = string | number | boolean | null | Plain[] | { [key: string]: Plain };

/** One kind of record of a case: its rows as they leave. */
export type Kind = { name: string; title: string; rows: Record<string, Plain>[] };

/** What is withheld from a client's folder: which kind, how many, and why. */
export type LeftOut = { title: string; rows: number; why: string };

/** The contents of a client's folder as numbers and field names, without values. */
export type AccessPreview = {
  kinds: { title: string; rows: number; fields: string[] }[];
  leftOut: LeftOut[];
  /** Places in the text where somebody else was put out. */
  masked: number;
};

/** A head of one organisation's log, as a line of the file of anchors and as an object in the bucket says it. */
export type AnchorLine = {
  organisation: string;
  seq: number;
  /** 64 lower-case hex characters: the hash of that entry. */
  hash: string;
  /** When the entry was written and when this was, ISO 8601 in UTC. */
  at: string;
  madeAt: string;
  /** Somebody began the anchors of this organisation again here; what was anchored before lies elsewhere. */
  begins?: true;
  /** Ed25519 over all of the above, base64. */
  signature?: string;
  /** An RFC 3161 token over `hash`, base64, and who gave it; on a line of its own, later than the anchor's. */
  authority?: string;
  token?: string;
};

/** Whether an anchor bears our signature, none, or one that is not ours. */
export type Signed = "ours" | "not" | "wrong";

/** What the table `audit_anchors` says of one anchor. */
export type AnchorRow = { seq: number; hash: string; signed: Signed; filed: boolean };

/** What was read outside the database: each line of the file, of the bucket, or of a copy that somebody kept. */
export type OutsideAnchor = {
  seq: number;
  hash: string;
  signed: Signed;
  begins: boolean;
  at: string;
  madeAt: string;
  from: "file" | "elsewhere";
};

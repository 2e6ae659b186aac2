/** A head of one organisation's log, as a line of the anchor file and as an object in the bucket. */
export type AnchorLine = {
  organisation: string;
  seq: number;
  /** 64 lower-case hex characters: the hash of that entry. */
  hash: string;
  /** When the entry was written and when this was, ISO 8601 in UTC. */
  at: string;
  madeAt: string;
  /** The anchors of this organisation were restarted here; earlier ones are kept elsewhere. */
  begins?: true;
  /** Ed25519 over all of the above, base64. */
  signature?: string;
  /** An RFC 3161 token over `hash`, base64, and its authority; on a separate line, later than the anchor's. */
  authority?: string;
  token?: string;
};

/** Whether an anchor has our signature, none, or somebody else's. */
export type Signed = "ours" | "not" | "wrong";

/** One anchor in the table `audit_anchors`. */
export type AnchorRow = { seq: number; hash: string; signed: Signed; filed: boolean };

/** What was read outside the database: each line of the file, of the bucket, or of a copy kept elsewhere. */
export type OutsideAnchor = {
  seq: number;
  hash: string;
  signed: Signed;
  begins: boolean;
  at: string;
  madeAt: string;
  from: "file" | "elsewhere";
};

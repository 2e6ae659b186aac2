/** A head of one organisation's log, as a line of the file of anchors and as an object in the bucket says it. */
export type AnchorLine = {
  organisation: string;
  seq: number;
  /** 64 lower-case hex characters: the hash of that entry. */
  hash: string;
  /** When the entry was written and when this was, ISO 8601 in UTC. */
  at: string;
  madeAt: string;
  /** An RFC 3161 token over `hash`, base64, and who gave it; on a line of its own, later than the anchor's. */
  authority?: string;
  token?: string;
};

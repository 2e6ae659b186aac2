/** `slip`: the blank form of a version, to be completed and signed by hand. */
export const paperKinds = ["certificate", "receipt", "slip"] as const;
export type PaperKind = (typeof paperKinds)[number];

/** A paper to be made. `throughId`: the line of the ledger up to which a certificate speaks; if omitted, the handover. */
export type PaperAsked = { packetId: string; handoverId?: string; paper: PaperKind; throughId?: string };

/** A signed paper. Instants are UTC. */
export type PaperView = {
  id: string;
  handoverId: string | null;
  paper: PaperKind;
  name: string;
  sha256: string;
  /** The last line of the ledger that it speaks of, and when that was. */
  throughId: string | null;
  throughAt: Date | null;
  /** SHA-256 of the certificate that signed it. */
  signer: string;
  stamped: boolean;
  signedAt: Date;
};

/** The PDF, or its detached signature (`.p7s`). */
export const paperFiles = ["pdf", "p7s"] as const;
export type PaperFile = (typeof paperFiles)[number];

export type MadePaper = {
  id: string;
  number: number;
  name: string;
  bytes: Uint8Array;
  signature: Uint8Array;
  sha256: string;
  pages: number;
  manifestSha256: string;
  signer: string;
  stamped: boolean;
};

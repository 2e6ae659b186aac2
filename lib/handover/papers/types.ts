import type { HandoverEventName } from "@/lib/handover/handovers/types";
import type { PageSize } from "@/lib/platform/pdf/style";

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

/** What every paper about a handover says of its packet and of its signature. */
export type PaperFacts = {
  /** Of this paper; a slip has that of its version. */
  id: string;
  paper: PaperKind;
  /** The name of the file. */
  name: string;
  organisation: string;
  code: string;
  version: number;
  kind: string;
  /** Of the served part. */
  sha256: string | null;
  pages: number | null;
  manifestSha256: string;
  /** SHA-256 of the certificate that signs it. */
  signer: string;
  size: PageSize;
  at: Date;
};

/** What a certificate and a receipt say of a handover. */
export type HandoverFacts = {
  /** Instants as printed, in both zones. Null: it did not happen. */
  approved: string | null;
  withdrawn: string | null;
  replaced: { version: number; on: string } | null;
  made: string;
  deliveredBy: string;
  /** It went by a link with a code, not through the portal. */
  byLink: boolean;
  officer: { name: string; rank: string; agency: string; unit: string; forceNumber: string };
  parts: readonly { label: string; sha256: string }[];
  /** `hash`: over this line and all before it, 64 hex characters. */
  events: readonly { event: HandoverEventName; note: string | null; when: string; hash: string }[];
};

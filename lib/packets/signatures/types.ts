import type { SignaturePlan } from "@/lib/platform/pdf/write-document";

/** A key that signs or signed. Instants are UTC. */
export type SigningKeyView = {
  id: string;
  origin: "made" | "imported";
  /** SHA-256 of the certificate, 64 lower-case hex characters. */
  fingerprint: string;
  subject: string;
  validFrom: Date;
  validUntil: Date;
  madeAt: Date;
  retiredAt: Date | null;
};

/** The one in use, null before the first packet; and those before it, the newest first. */
export type SignatureView = { current: SigningKeyView | null; retired: SigningKeyView[] };

/** What members tell an officer. */
export type SignatureFactsView = Pick<SigningKeyView, "fingerprint" | "subject" | "validUntil">;

/** Signs while a packet is built. The private key lives as long as this does. */
export type Signer = {
  fingerprint: string;
  subject: string;
  /** For the PDF: who signs, as a reader shows it, and why. */
  signature: (shown: { name: string; reason: string }) => SignaturePlan;
  /** A detached signature (CMS in DER) over a file's SHA-256 of 32 bytes. */
  signFile: (digest: Uint8Array) => Promise<Uint8Array>;
  /** Something was signed, and each signature so far got a time stamp. */
  stamped: () => boolean;
  /** Why the last signature without a stamp has none. */
  unstamped: () => string | null;
};

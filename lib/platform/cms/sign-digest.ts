import "server-only";
import { createHash, type KeyObject, sign } from "node:crypto";
import type { Certificate } from "@/lib/platform/tsa/certificate";
import { signingWay } from "./signing-way";
import { writeSignedAttributes, writeSignedData } from "./write-signed-data";

/** More than any token of a real authority with its certificates. */
const tokenRoom = 12 * 1024;
/** Attributes, names, an RSA signature of 8192 bits, and the lengths around them. */
const ownRoom = 2 * 1024;

export type Signing = {
  /** SHA-256 of what is signed, 32 bytes. */
  digest: Uint8Array;
  key: KeyObject;
  /** The signer's certificate first. */
  chain: readonly [Certificate, ...Certificate[]];
  /** Returns a token over the SHA-256 of the signature (64 lower-case hex characters); null if none is available. */
  timestamp?: (sha256: string) => Promise<Uint8Array | null>;
};

/** `B-T` with a time stamp of the signature, `B-B` without one (ETSI EN 319 142-1). */
export type SignedDigest = { bytes: Buffer; level: "B-B" | "B-T" };

/**
 * Signs a digest as a detached CMS in DER, suitable for a PDF (PAdES) and for a file. It also signs without a token, or
 * if the token does not fit the reserved space.
 * @throws Error if the key does not belong to the first certificate, or is of an unsupported kind
 */
export async function signDigest({ digest, key, chain, timestamp }: Signing): Promise<SignedDigest> {
  const [leaf] = chain;
  const way = signingWay(key);
  if (digest.length !== 32) throw new Error("Not a SHA-256.");
  if (!way) throw new Error("No kind of key that we sign with.");
  if (!leaf.x509.checkPrivateKey(key)) throw new Error("The key is not of this certificate.");
  const signature = sign("sha256", writeSignedAttributes(digest, leaf.bytes), key);
  const token = (await timestamp?.(createHash("sha256").update(signature).digest("hex"))) ?? null;
  const kept = token && token.length <= tokenRoom ? token : null;
  const bytes = writeSignedData({ digest, chain, way, signature, token: kept });
  return { bytes, level: kept ? "B-T" : "B-B" };
}

/** The bytes that a signature by this chain can need at most, its time stamp included. */
export function roomFor(chain: Signing["chain"]): number {
  return chain.reduce((sum, { bytes }) => sum + bytes.length, ownRoom + chain[0].issuer.length + tokenRoom);
}

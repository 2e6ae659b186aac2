import "server-only";
import { createHash } from "node:crypto";
import type { Certificate } from "@/lib/platform/tsa/certificate";
import { readDer, tags, writeDer } from "@/lib/platform/tsa/der";
import { oids } from "./oids";
import { octets, oid, sequence, setOf, small } from "./values";

const context0 = 0xa0;
const context1 = 0xa1;

const attribute = (name: string, value: Uint8Array) => sequence(oid(name), setOf([value]));

/**
 * What is signed: the type of the content, its SHA-256 and the certificate to check it by, so that no other one can be
 * put in its place. No signing time: in a PDF that is for /M alone (ETSI EN 319 142-1).
 */
export function writeSignedAttributes(digest: Uint8Array, leaf: Uint8Array): Buffer {
  const certificate = createHash("sha256").update(leaf).digest();
  return setOf([
    attribute(oids.contentType, oid(oids.data)),
    attribute(oids.messageDigest, octets(digest)),
    // ESSCertIDv2 with its default, SHA-256, left out (RFC 5035).
    attribute(oids.signingCertificateV2, sequence(sequence(sequence(octets(certificate))))),
  ]);
}

export type SignedParts = {
  digest: Uint8Array;
  /** The signer's certificate first. */
  chain: readonly [Certificate, ...Certificate[]];
  /** The algorithm as DER. */
  way: Uint8Array;
  signature: Uint8Array;
  token: Uint8Array | null;
};

/**
 * A detached CMS SignedData of one signer (RFC 5652), in DER. The same parts give the same bytes: a reader who writes
 * again what was read, and compares, has read everything.
 */
export function writeSignedData({ digest, chain, way, signature, token }: SignedParts): Buffer {
  const [leaf] = chain;
  const sha256 = sequence(oid(oids.sha256));
  const signed = writeSignedAttributes(digest, leaf.bytes);
  const unsigned = token ? [setOf([attribute(oids.timeStampToken, token)], context1)] : [];
  const info = sequence(
    small(1),
    sequence(leaf.issuer, serialIn(leaf)),
    sha256,
    writeDer(context0, readDer(signed).body),
    way,
    octets(signature),
    ...unsigned,
  );
  const certificates = setOf(
    chain.map(({ bytes }) => bytes),
    context0,
  );
  const signedData = sequence(small(1), setOf([sha256]), sequence(oid(oids.data)), certificates, setOf([info]));
  return sequence(oid(oids.signedData), writeDer(context0, signedData));
}

/** The serial number as the certificate has it. */
function serialIn({ bytes }: Certificate): Buffer {
  const serial = readDer(bytes).parts[0]?.parts[1];
  if (serial?.tag !== tags.integer) throw new Error("The certificate has no serial number.");
  return serial.bytes;
}

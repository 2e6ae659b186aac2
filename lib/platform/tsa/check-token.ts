import "server-only";
import { createHash, verify } from "node:crypto";
import type { Certificate } from "./certificate";
import { type Der, oidOf, serialOf, tags } from "./der";
import { hashes, oids, schemes } from "./oids";
import { findPath, type Trusted } from "./path";
import { type TokenProblem, TokenRefused } from "./problems";
import { readSignedToken, rewriteToken, type SignedToken } from "./signed-data";
import { readTstInfo, type TstInfo } from "./tst-info";

/** Further than this from our own clock, one of the two is wrong. */
const maxDifferenceMs = 10 * 60_000;

export type Expected = {
  /** The hash that was sent, 64 lower-case hex characters. */
  sha256: string;
  trusted: Trusted;
  /** The nonce of the request; left out when a kept token is checked again. */
  nonce?: Buffer;
  /** Our own clock when the answer came; left out when a kept token is checked again. */
  now?: Date;
};

/** What a token proves. `genTime` is UTC; `serial` is hex; `tsaName` is that of the signer's certificate. */
export type Proven = { genTime: Date; policy: string; serial: string; tsaName: string };

/**
 * Verifies a new token, and removes what is not needed for verification: certificates outside the path, revocation
 * lists, unsigned attributes.
 * @returns what it proves, with the bytes to store: `checkToken` accepts them unchanged
 * @throws TokenRefused
 */
export function acceptToken(token: Uint8Array, expected: Expected): Proven & { token: Buffer } {
  const { read, path } = openToken(token, expected);
  const kept = rewriteToken(read, path);
  return { ...checkToken(kept, expected), token: kept };
}

/**
 * Verifies a stored token (security 3.8), with stricter rules than `openssl ts -verify`: whatever passes here passes
 * there, with `-attime` at its own time once a certificate has expired.
 * @throws TokenRefused
 */
export function checkToken(token: Uint8Array, expected: Expected): Proven {
  const { read, stated, path } = openToken(token, expected);
  const outside = read.bundled.some((certificate) => !path.some(({ bytes }) => bytes.equals(certificate.bytes)));
  if (outside) throw new TokenRefused("stray_certificate");
  if (!rewriteToken(read, path).equals(token)) throw new TokenRefused("not_strict");
  const { genTime, policy, serial } = stated;
  return { genTime, policy, serial, tsaName: read.signer.name };
}

function openToken(token: Uint8Array, { sha256, trusted, nonce, now }: Expected) {
  const read = readSignedToken(token);
  const stated = readTstInfo(read.tstInfo);
  requireSignature(read);
  const path = findPath(read.signer, read.bundled, trusted, stated.genTime);
  requireBinding(read, path);
  requireAnswer(stated, read.signer, { sha256, nonce, now });
  return { read, stated, path };
}

/** The signature covers the attributes, and these the statement. */
function requireSignature(read: SignedToken): void {
  const { attributes, digest, way, signer, tstInfo } = read;
  const hash = hashes[digest];
  const scheme = schemes[way];
  if (!hash || !scheme || (scheme.hash && scheme.hash !== hash)) throw new TokenRefused("weak_algorithm");
  const digestAttribute = attributes.get(oids.messageDigest);
  const covers =
    digestAttribute?.tag === tags.octets && digestAttribute.body.equals(createHash(hash).update(tstInfo).digest());
  const typed = oidOf(attributes.get(oids.contentType)) === oids.tstInfo;
  const holds = covers && typed && signer.key.asymmetricKeyType === scheme.key && isSigned(hash, read);
  if (!holds) throw new TokenRefused("wrong_signature");
}

function isSigned(hash: string, { signedBytes, signature, signer }: SignedToken): boolean {
  try {
    return verify(hash, signedBytes, signer.key, signature);
  } catch {
    return false;
  }
}

/** The signed attributes name the signer's certificate, so that no other one can be put in its place (RFC 5816). */
function requireBinding({ attributes }: SignedToken, path: readonly Certificate[]): void {
  const old = attributes.get(oids.signingCertificate);
  const current = attributes.get(oids.signingCertificateV2);
  const lists = [...(old ? [namesOf(old, () => "sha1")] : []), ...(current ? [namesOf(current, hashOfV2)] : [])];
  const bound = lists.length > 0 && lists.every((names) => isBound(names, path));
  if (!bound) throw new TokenRefused("signer_not_bound");
}

type Named = { hash: string | null; digest: Buffer; issuerSerial: Der | undefined };

function namesOf(attribute: Der, hashOf: (id: Der) => string | null): Named[] {
  return (attribute.parts[0]?.parts ?? []).map((id) => {
    const digest = id.parts.find(({ tag }) => tag === tags.octets);
    const last = id.parts.at(-1);
    const issuerSerial = last?.tag === tags.sequence && id.parts.indexOf(last) > 0 ? last : undefined;
    return { hash: hashOf(id), digest: digest?.body ?? Buffer.alloc(0), issuerSerial };
  });
}

/** ESSCertIDv2 leaves the algorithm out when it is SHA-256. */
const hashOfV2 = ({ parts: [first] }: Der): string | null =>
  first?.tag === tags.octets ? "sha256" : (hashes[oidOf(first?.parts[0])] ?? null);

/** The first name is that of the signer, and each other one that of a certificate above it. */
function isBound(names: readonly Named[], path: readonly Certificate[]): boolean {
  return (
    names.length > 0 &&
    names.every((name, at) => (at === 0 ? path.slice(0, 1) : path).some((certificate) => fits(name, certificate)))
  );
}

function fits({ hash, digest, issuerSerial }: Named, { bytes, issuer, serial }: Certificate): boolean {
  if (!hash || !createHash(hash).update(bytes).digest().equals(digest)) return false;
  if (!issuerSerial) return true;
  const [names, number] = issuerSerial.parts;
  const [name] = names?.parts ?? [];
  return (
    names?.parts.length === 1 &&
    name?.tag === 0xa4 &&
    serialOf(number) === serial &&
    Boolean(name.parts[0]?.bytes.equals(issuer))
  );
}

function requireAnswer(
  stated: TstInfo,
  signer: Certificate,
  { sha256, nonce, now }: Pick<Expected, "sha256" | "nonce" | "now">,
): void {
  const refuse = (problem: TokenProblem) => {
    throw new TokenRefused(problem);
  };
  if (stated.sha256 !== sha256) refuse("wrong_hash");
  if (nonce && stated.nonce !== nonce.toString("hex")) refuse("wrong_nonce");
  if (stated.tsa && !stated.tsa.equals(signer.subject)) refuse("signer_not_bound");
  if (now && Math.abs(stated.genTime.getTime() - now.getTime()) > maxDifferenceMs) refuse("time_differs");
}

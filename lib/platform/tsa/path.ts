import "server-only";
import { X509Certificate } from "node:crypto";
import {
  type Certificate,
  hasStrongKey,
  isForTimeStamps,
  isStrong,
  isUnderstood,
  mayIssue,
  readCertificate,
} from "./certificate";
import { TokenRefused } from "./problems";

/** Longer than any chain of a real authority. */
const maxIssuers = 6;
const maxCandidates = 24;

/** What an administrator trusts: self-signed roots, and issuers below them that a token may omit. */
export type Trusted = { roots: readonly Certificate[]; issuers: readonly Certificate[] };

/** Reads the PEM certificates of a bundle; those that we could not believe are left out. @throws Error when none stays */
export function readTrusted(pem: string): Trusted {
  const blocks = pem.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [];
  const all = blocks.flatMap(readBlock);
  const roots = all.filter(({ issuer, subject }) => issuer.equals(subject));
  if (roots.length === 0) throw new Error("The file of trusted time authorities holds no self-signed certificate.");
  return { roots, issuers: all.filter((certificate) => !roots.includes(certificate)) };
}

/** A bundle of a whole system may hold certificates from before version 3. */
function readBlock(block: string): Certificate[] {
  try {
    return [readCertificate(new X509Certificate(block).raw)];
  } catch {
    return [];
  }
}

/**
 * The certificates from the signer up to a trusted root, each signed by the next and valid at the instant.
 * @throws TokenRefused unknown_authority, weak_algorithm, not_for_time_stamps or outside_validity
 */
export function findPath(
  signer: Certificate,
  bundled: readonly Certificate[],
  trusted: Trusted,
  at: Date,
): Certificate[] {
  if (!isForTimeStamps(signer)) throw new TokenRefused("not_for_time_stamps");
  const between = [...bundled, ...trusted.issuers].slice(0, maxCandidates);
  const path = climb([signer], between, trusted.roots);
  if (!path) throw new TokenRefused("unknown_authority");
  // A root is trusted because it was configured, not because of how it signed itself.
  if (
    !path.every(
      (certificate, place) => isStrong(certificate) || (place === path.length - 1 && hasStrongKey(certificate)),
    )
  ) {
    throw new TokenRefused("weak_algorithm");
  }
  if (!path.every(({ notBefore, notAfter }) => notBefore <= at && at <= notAfter)) {
    throw new TokenRefused("outside_validity");
  }
  return path;
}

function climb(
  path: Certificate[],
  between: readonly Certificate[],
  roots: readonly Certificate[],
): Certificate[] | null {
  const last = path.at(-1);
  if (!last || path.length > maxIssuers || !isUnderstood(last)) return null;
  const root = roots.find((certificate) => isIssuedBy(last, certificate, path.length - 1));
  if (root && isUnderstood(root)) return [...path, root];
  for (const next of between) {
    if (path.some((certificate) => certificate.bytes.equals(next.bytes)) || !isIssuedBy(last, next, path.length - 1))
      continue;
    const found = climb([...path, next], between, roots);
    if (found) return found;
  }
  return null;
}

function isIssuedBy(certificate: Certificate, issuer: Certificate, between: number): boolean {
  if (!certificate.issuer.equals(issuer.subject) || !mayIssue(issuer, between)) return false;
  try {
    return certificate.x509.checkIssued(issuer.x509) && certificate.x509.verify(issuer.key);
  } catch {
    return false;
  }
}

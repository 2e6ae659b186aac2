import "server-only";
import { X509Certificate } from "node:crypto";
import { signingWay } from "@/lib/platform/cms/signing-way";
import { AppError } from "@/lib/platform/errors";
import { type Certificate, keyBits, readCertificate } from "@/lib/platform/tsa/certificate";
import { oids } from "@/lib/platform/tsa/oids";
import { daysLeft } from "./rules";

const leastDays = 30;
const maxCertificates = 6;
/** digitalSignature and nonRepudiation. */
const signs = 0xc0;

/**
 * Reads a signer's certificates from PEM, the signer's own first, and rejects any that a packet could not be signed
 * with, alone or with all those above it up to the root.
 * @throws AppError invalid on `certificates`
 */
export function readSigningChain(pem: string, now: Date): [Certificate, ...Certificate[]] {
  if (/PRIVATE KEY-----/.test(pem)) throw refused("This holds a private key. Paste only certificates here.");
  const blocks = pem.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [];
  const [own, ...above] = blocks.map(readBlock);
  if (!own) throw refused("Paste the certificate as text that begins with -----BEGIN CERTIFICATE-----.");
  if (above.length >= maxCertificates) throw refused(`Paste at most ${maxCertificates} certificates.`);
  requireOwn(own, now);
  requireChain([own, ...above], now);
  return [own, ...above];
}

const refused = (message: string) => new AppError("invalid", message, { certificates: message });

function readBlock(block: string, place: number): Certificate {
  try {
    return readCertificate(new X509Certificate(block).raw);
  } catch {
    throw refused(
      `Certificate ${place + 1} cannot be read. Paste it again, whole, as it was issued (X.509, version 3).`,
    );
  }
}

function requireOwn(own: Certificate, now: Date): void {
  if (!signingWay(own.key)) {
    throw refused("Its key is of another kind. Use RSA with 2048 bits or more, or an elliptic curve: P-256 or P-384.");
  }
  const bits = keyBits(own.extensions.get(oids.keyUsage));
  if (bits !== null && (bits & signs) === 0) {
    throw refused("This certificate is not for signing: ask for one whose key usage is digital signature.");
  }
  if (own.notBefore > now) throw refused("This certificate is not valid yet.");
  if (own.notAfter < now) throw refused("This certificate has expired.");
  if (daysLeft(own.notAfter, now) < leastDays) {
    throw refused(`This certificate ends within ${leastDays} days. Bring in the one that follows it.`);
  }
}

function requireChain(chain: readonly Certificate[], now: Date): void {
  for (const [place, certificate] of chain.entries()) {
    const issuer = chain[place + 1];
    if (issuer && !isSignedBy(certificate, issuer)) {
      throw refused(
        `Certificate ${place + 1} was not issued by the next one. Your own comes first, then its issuer, and so on.`,
      );
    }
    if (certificate.notAfter < now) throw refused(`Certificate ${place + 1} has expired.`);
  }
  const top = chain.at(-1);
  if (chain.length > 1 && top && !isSignedBy(top, top)) {
    throw refused("The chain ends before its root. Add the root at the end, or paste your own certificate alone.");
  }
}

function isSignedBy(certificate: Certificate, issuer: Certificate): boolean {
  try {
    return certificate.issuer.equals(issuer.subject) && certificate.x509.verify(issuer.key);
  } catch {
    return false;
  }
}

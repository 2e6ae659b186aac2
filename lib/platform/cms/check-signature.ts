import "server-only";
import { createHash, verify } from "node:crypto";
import type { Certificate } from "@/lib/platform/tsa/certificate";
import { checkToken, type Proven } from "@/lib/platform/tsa/check-token";
import type { Trusted } from "@/lib/platform/tsa/path";
import { TokenRefused } from "@/lib/platform/tsa/problems";
import type { SignatureProblem } from "./problems";
import { isOurWriting, type ReadSignature, readSignedData } from "./read-signed-data";
import { writeSignedAttributes } from "./write-signed-data";

export type SignatureExpected = {
  /** SHA-256 of what should have been signed, 32 bytes. */
  digest: Uint8Array;
  /** SHA-256 of the certificate that is expected, in hex. Without it anybody may have signed. */
  fingerprint?: string;
  /** The roots of time authorities. Without them a time stamp is reported as unchecked. */
  trusted?: Trusted;
  /** The claimed signing time; a verified time stamp takes precedence. */
  at?: Date;
};

export type CheckedSignature = {
  /** Nothing is wrong. */
  holds: boolean;
  problems: SignatureProblem[];
  /** SHA-256 of the signer's certificate in hex, and its name; null when it cannot be read. */
  fingerprint: string | null;
  subject: string | null;
  stamp: "none" | "unchecked" | "held" | "refused";
  /** UTC, from a stamp that is believed. */
  stampedAt: Date | null;
};

/**
 * Verifies a signature as made by `signDigest`, and no other kind: every byte of it is accounted for. Trust in the
 * signer comes from the fingerprint, which is told by another channel, not from an authority.
 */
export function checkSignature(cms: Uint8Array, expected: SignatureExpected): CheckedSignature {
  const read = readSignedData(cms);
  if (!read) return unreadable;
  const [leaf] = read.chain;
  const fingerprint = createHash("sha256").update(leaf.bytes).digest("hex");
  const { stamp, stampedAt } = checkStamp(read, expected);
  const at = stampedAt ?? expected.at;
  const wrong: Record<SignatureProblem, boolean> = {
    not_ours: !isOurWriting(cms, read),
    unsigned: false,
    added: false,
    changed: !read.digest.equals(expected.digest),
    wrong_signature: !isSigned(read),
    wrong_certificate: read.certificateHash.toString("hex") !== fingerprint,
    other_signer: expected.fingerprint !== undefined && expected.fingerprint !== fingerprint,
    broken_chain: !read.isWhole || !isChain(read.chain),
    outside_validity: at !== undefined && !(leaf.notBefore <= at && at <= leaf.notAfter),
    stamp_refused: stamp === "refused",
  };
  const problems = (Object.keys(wrong) as SignatureProblem[]).filter((problem) => wrong[problem]);
  return { holds: problems.length === 0, problems, fingerprint, subject: leaf.name, stamp, stampedAt };
}

const unreadable: CheckedSignature = {
  holds: false,
  problems: ["not_ours"],
  fingerprint: null,
  subject: null,
  stamp: "none",
  stampedAt: null,
};

/** The attributes are written again from what they state, so that what is checked is what was signed. */
function isSigned({ digest, chain: [leaf], signature }: ReadSignature): boolean {
  try {
    return verify("sha256", writeSignedAttributes(digest, leaf.bytes), leaf.key, signature);
  } catch {
    return false;
  }
}

/** One certificate, or a chain up to a root: each is signed by the next, and the root by itself. */
function isChain(chain: readonly Certificate[]): boolean {
  const isOwn = ({ issuer, subject }: Certificate) => issuer.equals(subject);
  const [leaf, ...above] = chain;
  if (above.length === 0 && leaf && !isOwn(leaf)) return true;
  return chain.every((certificate, place) => {
    const issuer = chain[place + 1] ?? (isOwn(certificate) ? certificate : undefined);
    return issuer !== undefined && certificate.x509.verify(issuer.key);
  });
}

type Stamp = Pick<CheckedSignature, "stamp" | "stampedAt">;

function checkStamp({ token, signature }: ReadSignature, { trusted }: SignatureExpected): Stamp {
  if (!token) return { stamp: "none", stampedAt: null };
  if (!trusted) return { stamp: "unchecked", stampedAt: null };
  const proven = believed(token, createHash("sha256").update(signature).digest("hex"), trusted);
  return proven ? { stamp: "held", stampedAt: proven.genTime } : { stamp: "refused", stampedAt: null };
}

function believed(token: Uint8Array, sha256: string, trusted: Trusted): Proven | null {
  try {
    return checkToken(token, { sha256, trusted });
  } catch (error) {
    if (error instanceof TokenRefused) return null;
    throw error;
  }
}

import { hexOf, inside, oidOf, readDer, sameBytes } from "./der.mjs";
import { Sha256 } from "./sha256.mjs";

const SIGNED_DATA = "1.2.840.113549.1.7.2";
const MESSAGE_DIGEST = "1.2.840.113549.1.9.4";
const TIME_STAMP = "1.2.840.113549.1.9.16.2.14";
const SHA_256 = "2.16.840.1.101.3.4.2.1";
const NAMES = { "2.5.4.3": "name", "2.5.4.10": "organisation" };

/**
 * The contents of a detached signature (CMS, DER): the signer, the digest, and what is needed to verify it.
 * @throws Error if this page cannot read it
 */
export function readSignature(bytes) {
  const [kind, wrapped] = inside(readDer(bytes));
  if (oidOf(kind) !== SIGNED_DATA) throw new Error("not a signature");
  const parts = inside(inside(wrapped)[0]);
  const certificates = inside(parts.find((part) => part.tag === 0xa0)).map(readCertificate);
  const signer = inside(inside(parts.at(-1))[0]);
  const [, by, digestWay] = signer;
  const attributes = signer.find((part) => part.tag === 0xa0);
  const rest = signer.slice(attributes ? 4 : 3);
  const digest =
    attributes &&
    inside(attributes)
      .map(inside)
      .find(([name]) => oidOf(name) === MESSAGE_DIGEST);
  return {
    certificate: certificates.find((certificate) => isSigner(certificate, by)) ?? certificates[0],
    digestOid: oidOf(inside(digestWay)[0]),
    digest: digest ? hexOf(inside(digest[1])[0].body) : null,
    // The signature covers the set itself, not the tag it has here (RFC 5652, 5.4).
    signed: attributes ? Uint8Array.from([0x31, ...attributes.all.subarray(1)]) : null,
    way: inside(rest[0]),
    signature: rest[1].body,
    stamped: rest.slice(2).some((part) => inside(part).some((node) => oidOf(inside(node)[0]) === TIME_STAMP)),
  };
}

function readCertificate(value) {
  const fields = inside(inside(value)[0]);
  const [serial, , issuer, , subject, key] = fields[0].tag === 0xa0 ? fields.slice(1) : fields;
  return { serial, issuer, key, subject: namesIn(subject), fingerprint: new Sha256().update(value.all).hex() };
}

function isSigner(certificate, by) {
  if (by.tag !== 0x30) return false;
  const [issuer, serial] = inside(by);
  return sameBytes(issuer.all, certificate.issuer.all) && sameBytes(serial.all, certificate.serial.all);
}

/** The name and organisation in a certificate. */
function namesIn(subject) {
  const found = inside(subject).flatMap((set) => inside(set).map(inside));
  const named = found.flatMap(([kind, text]) => (NAMES[oidOf(kind)] ? [new TextDecoder().decode(text.body)] : []));
  return [...new Set(named)].join(", ");
}

/**
 * Verifies a detached signature over content with this SHA-256 (64 characters). `state`: good; changed (it is over
 * something else); bad (it does not match its certificate); unknown (an unsupported algorithm); no_crypto (the browser
 * has no API to verify it); unreadable.
 */
export async function checkSignature(bytes, sha256) {
  let read;
  try {
    read = readSignature(bytes);
  } catch {
    return { state: "unreadable", fingerprint: null, subject: "", stamped: false };
  }
  const { fingerprint, subject } = read.certificate;
  const known = { fingerprint, subject, stamped: read.stamped };
  if (read.digestOid !== SHA_256 || !read.signed) return { ...known, state: "unknown" };
  if (read.digest !== sha256) return { ...known, state: "changed" };
  return { ...known, state: await stateOf(read) };
}

async function stateOf(read) {
  const subtle = globalThis.crypto?.subtle;
  if (!subtle) return "no_crypto";
  const way = wayOf(read);
  if (!way) return "unknown";
  try {
    const key = await subtle.importKey("spki", read.certificate.key.all, way.key, false, ["verify"]);
    return (await subtle.verify(way.key, key, way.signature, read.signed)) ? "good" : "bad";
  } catch {
    return "unknown";
  }
}

const CURVES = {
  "1.2.840.10045.3.1.7": { namedCurve: "P-256", size: 32 },
  "1.3.132.0.34": { namedCurve: "P-384", size: 48 },
  "1.3.132.0.35": { namedCurve: "P-521", size: 66 },
};

/** RSA with SHA-256, RSA-PSS, and ECDSA over the usual curves; null for any other. */
function wayOf({ way: [name, settings], certificate, signature }) {
  const oid = oidOf(name);
  if (oid === "1.2.840.113549.1.1.1" || oid === "1.2.840.113549.1.1.11")
    return { key: { name: "RSASSA-PKCS1-v1_5", hash: "SHA-256" }, signature };
  if (oid === "1.2.840.113549.1.1.10") {
    const salt = inside(settings).find((node) => node.tag === 0xa2);
    return {
      key: { name: "RSA-PSS", hash: "SHA-256", saltLength: salt ? inside(salt)[0].body.at(-1) : 20 },
      signature,
    };
  }
  if (oid !== "1.2.840.10045.4.3.2") return null;
  const curve = CURVES[oidOf(inside(inside(certificate.key)[0])[1])];
  if (!curve) return null;
  const key = { name: "ECDSA", namedCurve: curve.namedCurve, hash: "SHA-256" };
  return { key, signature: plainSignature(signature, curve.size) };
}

/** Two numbers of fixed length, as browsers expect. */
function plainSignature(signature, size) {
  const plain = new Uint8Array(size * 2);
  inside(readDer(signature)).forEach((number, i) => {
    const bytes = number.body[0] === 0 ? number.body.subarray(1) : number.body;
    plain.set(bytes, size * (i + 1) - bytes.length);
  });
  return plain;
}

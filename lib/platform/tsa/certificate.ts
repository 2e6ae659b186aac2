import "server-only";
import { type KeyObject, X509Certificate } from "node:crypto";
import { type Der, instantOf, oidOf, readDer, serialOf, smallOf, tags } from "./der";
import { oids, schemes } from "./oids";
import { TokenRefused } from "./problems";

type Extension = { critical: boolean; value: Der };

export type Certificate = {
  /** Its DER. */
  bytes: Buffer;
  /** The same as OpenSSL reads it, and its key. */
  x509: X509Certificate;
  key: KeyObject;
  /** DER of the names, hex of the serial number. */
  issuer: Buffer;
  subject: Buffer;
  serial: string;
  notBefore: Date;
  notAfter: Date;
  extensions: ReadonlyMap<string, Extension>;
  /** The common name of its subject, else its organisation, else an empty text. */
  name: string;
};

/** Reads a certificate of version 3. @throws TokenRefused not_strict when it is none, or not DER */
export function readCertificate(bytes: Uint8Array): Certificate {
  try {
    const der = readDer(bytes);
    const [signed, outer, signature, ...rest] = der.parts;
    const [version, serial, inner, issuer, validity, subject, keyInfo, ...optional] = signed?.parts ?? [];
    const [from, to] = validity?.parts ?? [];
    const notBefore = instantOf(from);
    const notAfter = instantOf(to);
    const whole = signature && keyInfo && issuer && subject && notBefore && notAfter && rest.length === 0;
    if (!whole || version?.tag !== 0xa0 || smallOf(version.parts[0]) !== 2) throw refused();
    if (!outer || !inner?.bytes.equals(outer.bytes)) throw refused();
    const x509 = new X509Certificate(der.bytes);
    return {
      bytes: der.bytes,
      x509,
      key: x509.publicKey,
      issuer: issuer.bytes,
      subject: subject.bytes,
      serial: serialOf(serial),
      notBefore,
      notAfter,
      extensions: readExtensions(optional.find(({ tag }) => tag === 0xa3)),
      name: nameOf(subject),
    };
  } catch {
    throw refused();
  }
}

const refused = () => new TokenRefused("not_strict");

function readExtensions(field: Der | undefined): Map<string, Extension> {
  const found = new Map<string, Extension>();
  for (const { parts } of field?.parts[0]?.parts ?? []) {
    const [name, ...rest] = parts;
    const critical = rest[0]?.tag === tags.boolean && rest[0].body[0] === 0xff;
    const value = rest.at(-1);
    const oid = oidOf(name);
    if (value?.tag !== tags.octets || found.has(oid)) throw refused();
    found.set(oid, { critical, value: readDer(value.body) });
  }
  return found;
}

function nameOf(subject: Der): string {
  const problemWith = (wanted: string) =>
    subject.parts
      .flatMap((set) => set.parts)
      .find(({ parts }) => oidOf(parts[0]) === wanted)
      ?.parts[1]?.body.toString("utf8");
  const name = problemWith(oids.commonName) ?? problemWith(oids.organisation) ?? "";
  // Shown to people: without characters that could reverse or break the line.
  return name.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, "").slice(0, 200);
}

/** True when its issuer signed it in a way that we take, and its own key is not too short. */
export function isStrong(certificate: Certificate): boolean {
  return Boolean(schemes[oidOf(readDer(certificate.bytes).parts[1]?.parts[0])]?.hash) && hasStrongKey(certificate);
}

export function hasStrongKey({ key: { asymmetricKeyType, asymmetricKeyDetails } }: Certificate): boolean {
  return (
    asymmetricKeyType === "ec" || (asymmetricKeyType === "rsa" && (asymmetricKeyDetails?.modulusLength ?? 0) >= 2048)
  );
}

/** Extensions that we know the meaning of; another one that is critical makes a certificate useless to us. */
const known: readonly string[] = [
  oids.extendedKeyUsage,
  oids.keyUsage,
  oids.basicConstraints,
  oids.certificatePolicies,
  oids.subjectAltName,
];

/** True when everything that it marks critical is known, and no names are constrained. */
export function isUnderstood({ extensions }: Certificate): boolean {
  const critical = [...extensions].filter(([, { critical }]) => critical).map(([oid]) => oid);
  return critical.every((oid) => known.includes(oid)) && !extensions.has(oids.nameConstraints);
}

/** RFC 3161 2.3: its only use is time stamping, and that is critical; its key signs, and issues nothing. */
export function isForTimeStamps({ extensions }: Certificate): boolean {
  const extended = extensions.get(oids.extendedKeyUsage);
  const uses = extended?.value.parts.map(oidOf) ?? [];
  const only = extended?.critical === true && uses.length === 1 && uses[0] === oids.timeStamping;
  const bits = keyBits(extensions.get(oids.keyUsage));
  // digitalSignature and nonRepudiation are the two highest bits.
  const signs = bits === null || (bits !== 0 && (bits & 0xff3f) === 0);
  return only && signs && !extensions.get(oids.basicConstraints)?.value.parts.some(({ tag }) => tag === tags.boolean);
}

/** True when it may issue certificates, with so many of other issuers between it and the signer. */
export function mayIssue({ extensions }: Certificate, between: number): boolean {
  const basic = extensions.get(oids.basicConstraints)?.value.parts ?? [];
  const isIssuer = basic[0]?.tag === tags.boolean && basic[0].body[0] === 0xff;
  const limit = basic[1] ? smallOf(basic[1]) : Number.POSITIVE_INFINITY;
  const bits = keyBits(extensions.get(oids.keyUsage));
  const keyCertSign = 0x04;
  return isIssuer && between <= limit && (bits === null || (bits & keyCertSign) !== 0);
}

/** The bits of a key usage, digitalSignature as 0x80; a ninth bit comes above them. Null if there is none. */
export function keyBits(usage: Extension | undefined): number | null {
  if (!usage) return null;
  const [, first = 0, second = 0] = usage.value.body;
  return usage.value.tag === tags.bits ? first | (second << 8) : 0;
}

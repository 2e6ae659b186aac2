import "server-only";
import { type Certificate, readCertificate } from "./certificate";
import { type Der, NotDer, oidOf, readDer, serialOf, smallOf, tags, writeDer } from "./der";
import { oids } from "./oids";
import { TokenRefused } from "./problems";

/** The parts of a token (CMS SignedData of one signer over a TSTInfo), read strictly and not believed yet. */
export type SignedToken = {
  /** The digest algorithms, the content with its type and the signer's part, unchanged. */
  algorithms: Der;
  content: Der;
  signerInfo: Der;
  /** The bytes of the TSTInfo. */
  tstInfo: Buffer;
  bundled: readonly Certificate[];
  signer: Certificate;
  /** Object identifiers of the signer's digest and signature algorithms. */
  digest: string;
  way: string;
  attributes: ReadonlyMap<string, Der>;
  /** What was signed: the attributes as a SET. */
  signedBytes: Buffer;
  signature: Buffer;
};

const context0 = 0xa0;
const context1 = 0xa1;

/** @throws TokenRefused not_strict, not_a_token, not_one_signer */
export function readSignedToken(token: Uint8Array): SignedToken {
  const [type, explicit, ...behind] = strict(token).parts;
  const signedData = explicit?.tag === context0 && explicit.parts.length === 1 ? explicit.parts[0] : undefined;
  if (oidOf(type) !== oids.signedData || !signedData || behind.length > 0) throw new TokenRefused("not_a_token");
  const [version, algorithms, content, ...rest] = signedData.parts;
  const signers = rest.at(-1);
  const certificates = rest.filter(({ tag }) => tag === context0);
  const others = rest.filter(({ tag }) => tag !== context0 && tag !== context1 && tag !== tags.set);
  if (smallOf(version) !== 3 || algorithms?.tag !== tags.set || !content || others.length > 0) throw notOne();
  if (signers?.tag !== tags.set || signers.parts.length !== 1 || certificates.length > 1)
    throw notOne("not_one_signer");
  const signerInfo = signers.parts[0] as Der;
  const bundled = (certificates[0]?.parts ?? []).map(({ bytes }) => readCertificate(bytes));
  const read = readSigner(signerInfo, bundled);
  if (
    algorithms.parts.length !== 1 ||
    !isAlgorithm(algorithms.parts[0]) ||
    oidOf(algorithms.parts[0]?.parts[0]) !== read.digest
  ) {
    throw notOne();
  }
  return { algorithms, content, signerInfo, tstInfo: contentOf(content), bundled, ...read };
}

const notOne = (problem: "not_a_token" | "not_one_signer" = "not_a_token") => new TokenRefused(problem);

function strict(token: Uint8Array): Der {
  try {
    return readDer(token);
  } catch (error) {
    if (error instanceof NotDer) throw new TokenRefused("not_strict");
    throw error;
  }
}

function contentOf({ parts: [type, explicit, ...behind] }: Der): Buffer {
  const octets = explicit?.tag === context0 && explicit.parts.length === 1 ? explicit.parts[0] : undefined;
  if (oidOf(type) !== oids.tstInfo || octets?.tag !== tags.octets || behind.length > 0) throw notOne();
  return octets.body;
}

function readSigner(info: Der, bundled: readonly Certificate[]) {
  const [version, sid, digest, signed, way, signature, ...unsigned] = info.parts;
  const [issuer, serial] = sid?.parts ?? [];
  const whole = smallOf(version) === 1 && sid?.parts.length === 2 && signed?.tag === context0 && isAlgorithm(way);
  if (!whole || !isAlgorithm(digest) || signature?.tag !== tags.octets) throw notOne();
  if (unsigned.length > 1 || unsigned.some(({ tag }) => tag !== context1)) throw notOne();
  const named = bundled.filter(
    (certificate) =>
      issuer?.bytes.equals(certificate.issuer) && certificate.serial === serialOf(serial) && certificate.serial !== "",
  );
  const [signer] = named;
  if (!signer || named.length > 1) throw notOne("not_one_signer");
  return {
    signer,
    digest: oidOf(digest?.parts[0]),
    way: oidOf(way?.parts[0]),
    attributes: readAttributes(signed),
    signedBytes: writeDer(tags.set, signed.body),
    signature: signature.body,
  };
}

/** An algorithm without parameters, or with an explicit NULL. */
function isAlgorithm(der: Der | undefined): boolean {
  const [name, none, ...behind] = der?.parts ?? [];
  return (
    der?.tag === tags.sequence && oidOf(name) !== "" && (!none || none.tag === tags.nothing) && behind.length === 0
  );
}

/** Each attribute once, with one value. */
function readAttributes(set: Der): Map<string, Der> {
  const found = new Map<string, Der>();
  for (const { parts } of set.parts) {
    const [name, values, ...behind] = parts;
    const oid = oidOf(name);
    const value = values?.tag === tags.set && values.parts.length === 1 ? values.parts[0] : undefined;
    if (!value || behind.length > 0 || found.has(oid)) throw notOne();
    found.set(oid, value);
  }
  return found;
}

/**
 * Rebuilds the token from its parsed form, with these certificates only and without unsigned parts. A stored token must
 * equal this, byte for byte, so that nothing in it went unread.
 */
export function rewriteToken(token: SignedToken, keep: readonly Certificate[]): Buffer {
  const { sequence, set } = tags;
  const all = (tag: number, der: Der | undefined) => writeDer(tag, ...(der?.parts ?? []).map(({ bytes }) => bytes));
  const [version, sid, digest, signed, way, signature] = token.signerInfo.parts;
  const certificates = token.bundled.filter((certificate) => keep.some(({ bytes }) => bytes.equals(certificate.bytes)));
  const info = writeDer(
    sequence,
    version?.bytes ?? noBytes,
    all(sequence, sid),
    all(sequence, digest),
    signed?.bytes ?? noBytes,
    all(sequence, way),
    signature?.bytes ?? noBytes,
  );
  const signedData = writeDer(
    sequence,
    Buffer.from([tags.integer, 1, 3]),
    writeDer(set, all(sequence, token.algorithms.parts[0])),
    all(sequence, token.content),
    writeDer(context0, ...certificates.map(({ bytes }) => bytes)),
    writeDer(set, info),
  );
  return writeDer(sequence, writtenOid, writeDer(context0, signedData));
}

const noBytes = Buffer.alloc(0);

/** `signedData` in DER. */
const writtenOid = Buffer.from("06092a864886f70d010702", "hex");

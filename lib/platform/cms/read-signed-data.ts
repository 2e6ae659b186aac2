import "server-only";
import { type Certificate, readCertificate } from "@/lib/platform/tsa/certificate";
import { type Der, oidOf, readDer, serialOf, tags } from "@/lib/platform/tsa/der";
import { oids } from "./oids";
import { signingWay } from "./signing-way";
import { writeSignedData } from "./write-signed-data";

export type ReadSignature = {
  /** The digest and the hash of the certificate that the signed attributes state. */
  digest: Buffer;
  certificateHash: Buffer;
  /** The signer's certificate first, then each issuer that came along, as far as they lead. */
  chain: readonly [Certificate, ...Certificate[]];
  /** All certificates are part of that chain. */
  isWhole: boolean;
  way: Buffer;
  signature: Buffer;
  token: Buffer | null;
};

/** Takes apart what `writeSignedData` writes; null for everything else. Nothing in it is believed yet. */
export function readSignedData(cms: Uint8Array): ReadSignature | null {
  try {
    return takeApart(readDer(cms));
  } catch {
    return null;
  }
}

function takeApart(outer: Der): ReadSignature | null {
  const [, , , certificates, infos] = outer.parts[1]?.parts[0]?.parts ?? [];
  const [, sid, , signed, way, signature, unsigned] = infos?.parts[0]?.parts ?? [];
  if (!certificates || !sid || !signed || !way || !signature) return null;
  const all = certificates.parts.map(({ bytes }) => readCertificate(bytes));
  const [issuer, serial] = sid.parts;
  const leaf = all.find(
    (certificate) => certificate.serial === serialOf(serial) && issuer?.bytes.equals(certificate.issuer),
  );
  const digest = attributeIn(signed, oids.messageDigest)?.body;
  const certificateHash = attributeIn(signed, oids.signingCertificateV2)?.parts[0]?.parts[0]?.parts[0]?.body;
  if (!leaf || !digest || !certificateHash) return null;
  const chain = climb(leaf, all);
  return {
    digest,
    certificateHash,
    chain,
    isWhole: chain.length === all.length,
    way: way.bytes,
    signature: signature.body,
    token: unsigned ? (attributeIn(unsigned, oids.timeStampToken)?.bytes ?? null) : null,
  };
}

function attributeIn(attributes: Der, name: string): Der | undefined {
  const found = attributes.parts.find(({ parts }) => oidOf(parts[0]) === name)?.parts[1];
  return found?.tag === tags.set ? found.parts[0] : undefined;
}

function climb(leaf: Certificate, all: readonly Certificate[]): [Certificate, ...Certificate[]] {
  const chain: [Certificate, ...Certificate[]] = [leaf];
  for (let last = leaf; ; ) {
    const next = all.find((certificate) => !chain.includes(certificate) && certificate.subject.equals(last.issuer));
    if (!next) return chain;
    chain.push(next);
    last = next;
  }
}

/** True when these bytes are the one way in which we write what was read of them, so that nothing in them went unread. */
export function isOurWriting(cms: Uint8Array, read: ReadSignature): boolean {
  const { chain } = read;
  const way = signingWay(chain[0].key);
  if (!way?.equals(read.way) || !read.isWhole) return false;
  return writeSignedData({ ...read, chain }).equals(cms);
}

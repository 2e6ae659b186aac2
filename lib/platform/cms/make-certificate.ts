import "server-only";
import { createPublicKey, type KeyObject, randomBytes, sign } from "node:crypto";
import { tags, writeDer } from "@/lib/platform/tsa/der";
import { oids as stampOids } from "@/lib/platform/tsa/oids";
import { nothing, octets, oid, sequence, setOf, small } from "./values";

const utf8Tag = 0x0c;
const sha256WithRsa = sequence(oid("1.2.840.113549.1.1.11"), nothing);
/** ub-common-name of RFC 5280. */
const longestName = 64;

export type SelfSigned = {
  /** An RSA key. */
  key: KeyObject;
  name: string;
  from: Date;
  until: Date;
};

/**
 * A self-signed certificate (X.509 v3, DER) for signing documents and nothing else. Its seconds are whole: the fraction
 * of an instant is cut off. A name longer than 64 characters is shortened.
 */
export function makeCertificate({ key, name, from, until }: SelfSigned): Buffer {
  const serial = randomBytes(16);
  // A positive integer of full length.
  serial[0] = ((serial[0] ?? 0) & 0x7f) | 0x40;
  const message = [...name].slice(0, longestName).join("");
  const subject = sequence(
    setOf([sequence(oid(stampOids.commonName), writeDer(utf8Tag, Buffer.from(message, "utf8")))]),
  );
  const body = sequence(
    writeDer(0xa0, small(2)),
    writeDer(tags.integer, serial),
    sha256WithRsa,
    subject,
    sequence(instant(from), instant(until)),
    subject,
    createPublicKey(key).export({ type: "spki", format: "der" }),
    writeDer(0xa3, extensions),
  );
  return sequence(body, sha256WithRsa, writeDer(tags.bits, Buffer.from([0]), sign("sha256", body, key)));
}

const critical = writeDer(tags.boolean, Buffer.from([0xff]));

/** It issues nothing (cA FALSE is the default, so it is left out), and its key signs: digitalSignature, nonRepudiation. */
const extensions = sequence(
  sequence(oid(stampOids.basicConstraints), critical, octets(sequence())),
  sequence(oid(stampOids.keyUsage), critical, octets(writeDer(tags.bits, Buffer.from([6, 0b1100_0000])))),
);

/** RFC 5280 4.1.2.5: two digits of the year until 2049. */
function instant(at: Date): Buffer {
  const text = `${at.toISOString().slice(0, 19).replaceAll(/[-:T]/g, "")}Z`;
  return at.getUTCFullYear() < 2050
    ? writeDer(tags.utcTime, Buffer.from(text.slice(2)))
    : writeDer(tags.time, Buffer.from(text));
}

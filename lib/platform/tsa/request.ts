import "server-only";
import { randomBytes } from "node:crypto";
import { isSha256 } from "../crypto/hash";
import { tags, writeDer, writeOid } from "./der";
import { oids } from "./oids";

const nonceBytes = 16;

export type TimeRequest = { bytes: Buffer; nonce: Buffer };

/**
 * A TimeStampReq (RFC 3161 2.4.1) over a hash: the authority learns nothing else. The certificate is requested, and the
 * 128-bit nonce makes an old response useless.
 * @param sha256 64 lower-case hex characters
 */
export function buildRequest(sha256: string): TimeRequest {
  if (!isSha256(sha256)) throw new Error("Not a SHA-256.");
  const nonce = randomBytes(nonceBytes);
  // A positive integer of full length, so that its DER is the same 16 bytes everywhere.
  nonce[0] = ((nonce[0] ?? 0) & 0x7f) | 0x40;
  const imprint = writeDer(
    tags.sequence,
    writeDer(tags.sequence, writeOid(oids.sha256)),
    writeDer(tags.octets, Buffer.from(sha256, "hex")),
  );
  const bytes = writeDer(tags.sequence, version1, imprint, writeDer(tags.integer, nonce), certificateWanted);
  return { bytes, nonce };
}

const version1 = writeDer(tags.integer, Buffer.from([1]));
const certificateWanted = writeDer(tags.boolean, Buffer.from([0xff]));

import "server-only";
import { tags, writeDer, writeOid } from "@/lib/platform/tsa/der";

/** The small values of DER (X.690). */
export const oid = writeOid;
export const octets = (bytes: Uint8Array) => writeDer(tags.octets, bytes);
export const sequence = (...parts: readonly Uint8Array[]) => writeDer(tags.sequence, ...parts);
export const small = (value: number) => writeDer(tags.integer, Buffer.from([value]));
export const nothing = writeDer(tags.nothing);

/** A SET OF has one order in DER: that of its members' bytes. */
export function setOf(members: readonly Uint8Array[], tag: number = tags.set): Buffer {
  return writeDer(tag, ...[...members].sort(Buffer.compare));
}

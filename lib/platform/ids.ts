import { createHash, randomBytes, randomInt } from "node:crypto";

const most = 0xfff;
const last = { ms: 0, step: 0 };

/** A new id: UUIDv7 of RFC 9562, so that rows made later sort later, also within one millisecond of this process. */
export function newId(): string {
  const ms = Math.max(Date.now(), last.ms);
  const step = ms === last.ms ? last.step + 1 : randomInt(most >> 1);
  Object.assign(last, step > most ? { ms: ms + 1, step: 0 } : { ms, step });
  const bytes = randomBytes(16);
  bytes.writeUIntBE(last.ms, 0, 6);
  bytes.writeUInt16BE(0x7000 | last.step, 6);
  return written(bytes);
}

/** The same id for the same name in the same namespace, which is an id too: UUIDv5 of RFC 9562. */
export function idOfName(name: string, namespace: string): string {
  const bytes = createHash("sha1")
    .update(Buffer.from(namespace.replaceAll("-", ""), "hex"))
    .update(name)
    .digest();
  bytes.writeUInt8(0x50 | (bytes.readUInt8(6) & 0x0f), 6);
  return written(bytes);
}

/** A number from 0 to 1, by chance, such as for spreading what would come at one moment. */
export const chance = (): number => randomInt(2 ** 32) / 2 ** 32;

function written(bytes: Buffer): string {
  bytes.writeUInt8(0x80 | (bytes.readUInt8(8) & 0x3f), 8);
  return bytes.toString("hex", 0, 16).replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}

/** A secret that a person carries in a link or a cookie: 256 bits. */
export function newToken(): Buffer {
  return randomBytes(32);
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** True when text has the form of an id: anything else is refused before the database sees it. */
export function isId(text: string): boolean {
  return uuid.test(text);
}

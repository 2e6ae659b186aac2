import { randomBytes } from "node:crypto";
import { v7 } from "uuid";

/** A new id: UUIDv7, so that rows made later sort later. */
export function newId(): string {
  return v7();
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

import { createHash, randomBytes } from "node:crypto";

/** A key-encryption key and the name that wrapped data keys carry: eight hex digits, made from the key itself. */
export type Kek = { id: string; key: Buffer };

const keyBytes = 32;

/**
 * The keys of a ring, oldest first: base64 or base64url, separated by spaces, line ends or commas. The first is the
 * root from which other secrets are derived; the last one wraps.
 * @throws Error if one of them is not 32 bytes, or occurs twice
 */
export function readRing(text: string): readonly [Kek, ...Kek[]] {
  const keys = text.split(/[\s,]+/).filter((word) => word !== "");
  const [root, ...others] = keys.map((word) => kekOf(Buffer.from(word, "base64")));
  if (!root || [root, ...others].some(({ key }) => key.length !== keyBytes))
    throw new Error("must be 32 bytes in base64");
  if (new Set(keys.map((word) => kekOf(Buffer.from(word, "base64")).id)).size !== keys.length)
    throw new Error("holds one key twice");
  return [root, ...others];
}

export const ringText = (ring: readonly Kek[]): string => ring.map(({ key }) => key.toString("base64url")).join("\n");

export const newKek = (): Kek => kekOf(randomBytes(keyBytes));

export function kekOf(key: Buffer): Kek {
  return { id: createHash("sha256").update("kek id v1|").update(key).digest("hex").slice(0, 8), key };
}

/** The id that a wrapped data key carries; null for those of the first releases, which carry none. */
export const kekIdOf = (wrapped: string): string | null => /^([0-9a-f]{8})\.v1\./.exec(wrapped)?.[1] ?? null;

import "server-only";
import { type Der, instantOf, oidOf, readDer, serialOf, smallOf, tags } from "./der";
import { oids } from "./oids";
import { TokenRefused } from "./problems";

/** What an authority states (RFC 3161 2.4.2). */
export type TstInfo = {
  policy: string;
  /** The SHA-256 that it stamped, 64 lower-case hex characters. */
  sha256: string;
  serial: string;
  genTime: Date;
  /** Hex of the integer that came back; null when none did. */
  nonce: string | null;
  /** DER of the name that the authority gives itself, when it is a directory name. */
  tsa: Buffer | null;
};

/** @throws TokenRefused not_strict, not_a_token, weak_algorithm */
export function readTstInfo(bytes: Uint8Array): TstInfo {
  const [version, policy, imprint, serial, time, ...optional] = strict(bytes).parts;
  const genTime = time?.tag === tags.time ? instantOf(time) : null;
  const [algorithm, hashed] = imprint?.parts ?? [];
  const read = { policy: oidOf(policy), serial: serialOf(serial) };
  if (smallOf(version) !== 1 || !genTime || !read.policy || !read.serial) throw new TokenRefused("not_a_token");
  if (hashed?.tag !== tags.octets) throw new TokenRefused("not_a_token");
  if (oidOf(algorithm?.parts[0]) !== oids.sha256) throw new TokenRefused("weak_algorithm");
  requireOrder(optional);
  const nonce = optional.find(({ tag }) => tag === tags.integer);
  const named = optional.find(({ tag }) => tag === 0xa0)?.parts[0];
  if (named && named.tag !== 0xa4) throw new TokenRefused("not_a_token");
  return {
    ...read,
    genTime,
    sha256: hashed.body.toString("hex"),
    nonce: nonce ? serialOf(nonce) : null,
    tsa: named?.parts[0]?.bytes ?? null,
  };
}

function strict(bytes: Uint8Array): Der {
  try {
    return readDer(bytes);
  } catch {
    throw new TokenRefused("not_strict");
  }
}

/** Accuracy, ordering, nonce, name, extensions: each at most once and in this order; no extension that is critical. */
function requireOrder(optional: readonly Der[]): void {
  const order = [tags.sequence, tags.boolean, tags.integer, 0xa0, 0xa1] as number[];
  const places = optional.map(({ tag }) => order.indexOf(tag));
  const grows = places.every((place, at) => place > (places[at - 1] ?? -1));
  const extensions = optional.find(({ tag }) => tag === 0xa1)?.parts ?? [];
  const critical = extensions.some(({ parts }) => parts[1]?.tag === tags.boolean && parts[1].body[0] === 0xff);
  if (!grows || critical) throw new TokenRefused("not_a_token");
}

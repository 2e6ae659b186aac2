import "server-only";
import { createPrivateKey, createPublicKey, type KeyObject, sign, verify } from "node:crypto";
import { deriveKey } from "@/lib/platform/crypto";
import { env } from "@/lib/platform/env";
import { signedText } from "./rules";
import type { AnchorLine, Signed } from "./types";

/** What stands before the 32 bytes of an Ed25519 key in PKCS #8 (RFC 8410). */
const pkcs8 = Buffer.from("302e020100300506032b657004220420", "hex");

let kept: KeyObject | undefined;

/** Derived from the root of the key ring, which the database does not have and which stays at a rotation. */
function privateKey(): KeyObject {
  const seed = () => deriveKey(env().KEK, "log-anchor");
  kept ??= createPrivateKey({ key: Buffer.concat([pkcs8, seed()]), format: "der", type: "pkcs8" });
  return kept;
}

/** The public part, as PEM: worth keeping elsewhere, for it checks every anchor without the key ring. */
export const anchorPublicKey = (): string =>
  createPublicKey(privateKey()).export({ type: "spki", format: "pem" }).toString();

export const signAnchor = (line: AnchorLine): Buffer => sign(null, Buffer.from(signedText(line)), privateKey());

/** Whether we signed it; by another public key than our own where one is given. */
export function checkSignature(line: AnchorLine, publicPem = anchorPublicKey()): Signed {
  if (!line.signature) return "not";
  const signature = Buffer.from(line.signature, "base64");
  return verify(null, Buffer.from(signedText(line)), publicPem, signature) ? "ours" : "wrong";
}

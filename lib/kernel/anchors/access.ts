import "server-only";
import { createPrivateKey, createPublicKey, type KeyObject, sign, verify } from "node:crypto";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import type { auditAnchors } from "@/db/schema";
import { headRecordsFolder } from "@/lib/kernel/access/head-record";
import { deriveKey } from "@/lib/platform/crypto/crypto";
import { env } from "@/lib/platform/env";
import { signedText } from "./rules";
import type { AnchorLine, Signed } from "./types";

export type Anchor = typeof auditAnchors.$inferSelect;

/** The file of anchors: one line of JSON each, of every organisation. It is only ever added to. */
export const anchorsFile = (): string => join(folder(), "anchors.jsonl");

/** The public half of the signing key, to be kept elsewhere. */
export const publicKeyFile = (): string => join(folder(), "anchors-public-key.pem");

function folder(): string {
  const { AUDIT_ANCHORS_DIR, DATA_DIR } = env();
  return AUDIT_ANCHORS_DIR ?? join(DATA_DIR, "anchors");
}

/** A row of the table as the line that is written outside. */
export function lineOf({
  orgId,
  seq,
  hash,
  at,
  madeAt,
  signature,
}: Pick<Anchor, "orgId" | "seq" | "hash" | "at" | "madeAt" | "signature">): AnchorLine {
  const line = {
    organisation: orgId,
    seq,
    hash: hash.toString("hex"),
    at: at.toISOString(),
    madeAt: madeAt.toISOString(),
  };
  return signature ? { ...line, signature: signature.toString("base64") } : line;
}

/** The prefix of a 32-byte Ed25519 key in PKCS #8 (RFC 8410). */
const pkcs8 = Buffer.from("302e020100300506032b657004220420", "hex");

let kept: KeyObject | undefined;

/** Derived from the root of the key ring, which the database does not have and which survives a rotation. */
function privateKey(): KeyObject {
  const seed = () => deriveKey(env().KEK, "log-anchor");
  kept ??= createPrivateKey({ key: Buffer.concat([pkcs8, seed()]), format: "der", type: "pkcs8" });
  return kept;
}

/** The public part, as PEM: worth keeping elsewhere, for it checks every anchor without the key ring. */
export const anchorPublicKey = (): string =>
  createPublicKey(privateKey()).export({ type: "spki", format: "pem" }).toString();

export const signAnchor = (line: AnchorLine): Buffer => sign(null, Buffer.from(signedText(line)), privateKey());

/** Whether we signed it; verified with another public key if one is given. */
export function checkSignature(line: AnchorLine, publicPem = anchorPublicKey()): Signed {
  if (!line.signature) return "not";
  const signature = Buffer.from(line.signature, "base64");
  return verify(null, Buffer.from(signedText(line)), publicPem, signature) ? "ours" : "wrong";
}

/** The files of the records of an organisation, the oldest first. */
export async function headRecordFiles(orgId: string): Promise<string[]> {
  const found = await readdir(headRecordsFolder(orgId)).catch(() => []);
  return found.filter((name) => /^\d{4}-\d{2}-\d{2}\.txt$/.test(name)).sort();
}

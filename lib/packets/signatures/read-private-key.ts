import "server-only";
import { createPrivateKey, type KeyObject } from "node:crypto";
import { AppError } from "@/lib/platform/errors";
import { type Der, oidOf, readDer, tags } from "@/lib/platform/tsa/der";

const pkcs5Keys = "1.2.840.113549.1.5.12";
/** A key that takes longer to unlock would hold up everybody else. */
const maxRounds = 2_000_000;

/**
 * Reads a private key from PEM and unlocks it. What was pasted is in no message.
 * @throws AppError invalid on `privateKey` or `passphrase`
 */
export function readPrivateKey(pem: string, passphrase: string | null): KeyObject {
  const block = /-----BEGIN ([A-Z ]*PRIVATE KEY)-----[^-]+(-[^-]+)*-----END \1-----/.exec(pem)?.[0];
  if (!block)
    throw refused("privateKey", "Paste the private key as text that begins with -----BEGIN PRIVATE KEY-----.");
  const isLocked = block.includes("ENCRYPTED");
  if (isLocked && !passphrase) throw refused("passphrase", "This key is locked. Type its passphrase.");
  if (isLocked && !isSoonUnlocked(block)) {
    throw refused(
      "privateKey",
      "This key is locked in a way that is not known here. Lock it anew: openssl pkcs8 -topk8",
    );
  }
  try {
    return createPrivateKey({ key: block, format: "pem", ...(isLocked && passphrase ? { passphrase } : {}) });
  } catch {
    if (isLocked) throw refused("passphrase", "The passphrase does not unlock this key, or the key is damaged.");
    throw refused("privateKey", "This private key cannot be read. Paste it again, whole.");
  }
}

const refused = (field: "privateKey" | "passphrase", message: string) =>
  new AppError("invalid", message, { [field]: message });

/** PKCS#8 locked by PBKDF2 (RFC 8018) with a number of rounds that is not absurd. */
function isSoonUnlocked(block: string): boolean {
  if (!block.startsWith("-----BEGIN ENCRYPTED PRIVATE KEY")) return false;
  try {
    const der = readDer(Buffer.from(block.replace(/-----[^-]+-----/g, ""), "base64"));
    const derivation = der.parts[0]?.parts[1]?.parts[0];
    return oidOf(derivation?.parts[0]) === pkcs5Keys && roundsOf(derivation?.parts[1]) <= maxRounds;
  } catch {
    return false;
  }
}

function roundsOf(parameters: Der | undefined): number {
  const rounds = parameters?.parts[1];
  if (rounds?.tag !== tags.integer || rounds.body.length > 4) return Number.POSITIVE_INFINITY;
  return rounds.body.readUIntBE(0, rounds.body.length);
}

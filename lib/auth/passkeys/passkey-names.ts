import "server-only";
import { decrypt, deriveKey, encrypt, pad, unpad } from "@/lib/platform/crypto/crypto";
import { env } from "@/lib/platform/env";

const key = () => deriveKey(env().KEK, "passkey-name");

/** People name devices after themselves, so the name is encrypted. */
export function sealPasskeyName(id: string, name: string): string {
  return encrypt(key(), pad(name), `passkey|name|${id}`);
}

export function openPasskeyName(id: string, sealed: string): string {
  return unpad(decrypt(key(), sealed, `passkey|name|${id}`));
}

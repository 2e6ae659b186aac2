import "server-only";
import type { KeyObject } from "node:crypto";
import { oids } from "./oids";
import { nothing, oid, sequence } from "./values";

const curves = ["prime256v1", "secp384r1"];

/**
 * The algorithm by which a key signs, as DER: RSA (PKCS#1 v1.5, 2048 to 8192 bits) or ECDSA on P-256 or P-384, both
 * over SHA-256. Null for every other key: nothing is signed with it and nothing is believed of it.
 */
export function signingWay({ asymmetricKeyType: type, asymmetricKeyDetails: details }: KeyObject): Buffer | null {
  const bits = details?.modulusLength ?? 0;
  if (type === "rsa" && bits >= 2048 && bits <= 8192) return sequence(oid(oids.rsaEncryption), nothing);
  if (type === "ec" && curves.includes(details?.namedCurve ?? "")) return sequence(oid(oids.ecdsaWithSha256));
  return null;
}

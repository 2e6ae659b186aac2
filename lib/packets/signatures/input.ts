import { z } from "zod";
import { optionalText, requiredText } from "@/lib/platform/fields";

/** The fingerprint of the key in use when the form was shown; blank when there was none. */
const replaces = optionalText(64);

export const MakeSigningKey = z.object({ replaces });

/** The key and its passphrase are not trimmed: spaces may belong to a passphrase. */
export const ImportSigningKey = z.object({
  replaces,
  certificates: requiredText("Paste the certificate, as text that begins with -----BEGIN CERTIFICATE-----.", 64_000),
  privateKey: requiredText("Paste the private key, as text that begins with -----BEGIN PRIVATE KEY-----.", 32_000),
  passphrase: z
    .string()
    .max(1024, "Use at most 1024 characters.")
    .nullish()
    .transform((text) => text || null),
});

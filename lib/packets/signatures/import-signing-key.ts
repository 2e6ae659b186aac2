import "server-only";
import { command } from "@/lib/kernel/access/command";
import { requireStepUp } from "@/lib/kernel/access/require-step-up";
import { sha256 } from "@/lib/platform/crypto/crypto";
import { AppError } from "@/lib/platform/errors";
import { replaceSigningKey } from "./access";
import { ImportSigningKey } from "./input";
import { readPrivateKey } from "./read-private-key";
import { readSigningChain } from "./read-signing-chain";

/**
 * Takes a certificate of the organisation's own and its private key, in the place of the key in use. The private key is
 * sealed and never shown again.
 * @throws AppError invalid on `certificates`, `privateKey` or `passphrase`; conflict when another key is in use than
 * `replaces` says; invalid at `passkey` without a fresh proof of who acts
 */
export const importSigningKey = command({
  needs: "signature.write",
  input: ImportSigningKey,
  async run(ctx, { replaces, certificates, privateKey, passphrase }) {
    if (ctx.actor.role !== "service") requireStepUp(ctx, "signature.replace");
    const chain = readSigningChain(certificates, ctx.now);
    const key = readPrivateKey(privateKey, passphrase);
    if (!chain[0].x509.checkPrivateKey(key)) {
      throw refused("privateKey", "This key does not belong to the first certificate.");
    }
    if (sha256(chain[0].bytes).toString("hex") === replaces) {
      throw refused("certificates", "This certificate is in use already.");
    }
    const kept = await replaceSigningKey(ctx, { origin: "imported", chain, key, replaces });
    const detail = { fingerprint: kept.fingerprint, replaces };
    return { value: kept, audit: { action: "signature.key_imported", subjectId: kept.id, detail } };
  },
});

const refused = (field: "privateKey" | "certificates", message: string) =>
  new AppError("invalid", message, { [field]: message });

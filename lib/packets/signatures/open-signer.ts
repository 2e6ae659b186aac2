import { t } from "@/lib/platform/language/translate";
import "server-only";
import { createPrivateKey } from "node:crypto";
import { requirePermission } from "@/lib/kernel/access/command";
import { type Ctx, withTransaction } from "@/lib/kernel/access/ctx";
import { roomFor, signDigest } from "@/lib/platform/cms/sign-digest";
import { stampSignature } from "@/lib/platform/cms/stamp-signature";
import { AppError } from "@/lib/platform/errors";
import { findSigningKey, openPrivateKey } from "./access";
import { makeSigningKey } from "./make-signing-key";
import { readKeptChain } from "./read-kept-chain";
import type { Signer } from "./types";

/**
 * Opens the organisation's key for one build, in a job. Creates one if there is none yet, or if a key created here has
 * expired. Without an answer from the time authority the signature has no time stamp; that stops nothing.
 * @param at the stated time of signing
 * @throws AppError conflict if an imported certificate has expired
 */
export async function openSigner(ctx: Ctx, { at }: { at: Date }): Promise<Signer> {
  requirePermission(ctx, "job.run");
  const { row, pem } = await openKey(ctx, at);
  const chain = readKeptChain(row.certificates);
  const key = createPrivateKey(pem);
  const began = performance.now();
  // A build may take many minutes, and a stamp is held against our own time.
  const clock = () => new Date(ctx.now.getTime() + performance.now() - began);
  const seen = { signed: 0, stamped: 0, problem: null as string | null };
  const timestamp = async (sha256: string) => {
    const found = await stampSignature(sha256, clock);
    if (found.token === null) seen.problem = found.problem;
    return found.token;
  };
  const sign = async (digest: Uint8Array) => {
    const { bytes, level } = await signDigest({ digest, key, chain, timestamp });
    seen.signed += 1;
    seen.stamped += level === "B-T" ? 1 : 0;
    return bytes;
  };
  return {
    fingerprint: row.fingerprint,
    subject: row.subject,
    signFile: sign,
    signature: ({ name, reason }) => ({ reserve: roomFor(chain), sign, name, reason, at }),
    stamped: () => seen.signed > 0 && seen.stamped === seen.signed,
    unstamped: () => seen.problem,
  };
}

async function openKey(ctx: Ctx, at: Date) {
  const found = await withTransaction(ctx, "read only", findSigningKey);
  if (!found || (found.origin === "made" && found.validUntil < at)) {
    await unlessMade(() => makeSigningKey(ctx, { replaces: found?.fingerprint ?? null }));
  } else if (found.validUntil < at) {
    throw new AppError(
      "conflict",
      t("The certificate that signs packets has expired. An administrator has to replace it."),
    );
  }
  return withTransaction(ctx, "read only", async (scoped) => {
    const row = await findSigningKey(scoped);
    if (!row) throw new Error("No key that signs is in use.");
    return { row, pem: await openPrivateKey(scoped, row) };
  });
}

/** Another worker was faster: its key is as good as ours. */
async function unlessMade(act: () => Promise<unknown>): Promise<void> {
  try {
    await act();
  } catch (error) {
    if (!(error instanceof AppError && error.code === "conflict")) throw error;
  }
}

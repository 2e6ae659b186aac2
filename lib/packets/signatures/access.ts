import { t } from "@/lib/platform/language/translate";
import "server-only";
import type { KeyObject } from "node:crypto";
import { and, eq, isNull } from "drizzle-orm";
import { signingKeys } from "@/db/schema";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { createVault, openVault } from "@/lib/kernel/access/vault";
import { sha256 } from "@/lib/platform/crypto/crypto";
import { AppError } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import type { Certificate } from "@/lib/platform/tsa/certificate";

type Row = typeof signingKeys.$inferSelect;

const placeOf = (row: string) => ({ table: "signing_keys", column: "private_key", row });

/** The key that signs now, null before the first one. */
export async function findSigningKey(ctx: TxCtx): Promise<Row | null> {
  const [row] = await ctx.db
    .select()
    .from(signingKeys)
    .where(and(eq(signingKeys.orgId, ctx.orgId), isNull(signingKeys.retiredAt)));
  return row ?? null;
}

/** PKCS#8 as PEM. @throws AppError not_found when the data key is not for this role */
export async function openPrivateKey(ctx: TxCtx, row: Row): Promise<string> {
  return (await openVault(ctx, row.keyId)).open(placeOf(row.id), row.privateKey);
}

type Kept = {
  origin: Row["origin"];
  /** The organisation's own first. */
  chain: readonly [Certificate, ...Certificate[]];
  key: KeyObject;
  /** The fingerprint of the one that it takes the place of. */
  replaces: string | null;
};

/**
 * Retires the current key and replaces it with this one, encrypted under its own data key.
 * @throws AppError conflict if the current key is not the expected one
 */
export async function replaceSigningKey(ctx: TxCtx, { origin, chain, key, replaces }: Kept) {
  const [own] = chain;
  const fingerprint = sha256(own.bytes).toString("hex");
  await retire(ctx, replaces);
  const vault = await createVault(ctx, "signing");
  const id = newId();
  await ctx.db.insert(signingKeys).values({
    id,
    orgId: ctx.orgId,
    origin,
    fingerprint,
    subject: own.name,
    keyId: vault.keyId,
    certificates: chain.map(({ x509 }) => x509.toString()).join(""),
    validFrom: own.notBefore,
    validUntil: own.notAfter,
    privateKey: vault.seal(placeOf(id), key.export({ type: "pkcs8", format: "pem" }) as string),
    madeBy: ctx.actor.memberId,
    madeAt: ctx.now,
  });
  return { id, fingerprint };
}

async function retire(ctx: TxCtx, replaces: string | null): Promise<void> {
  const rows = await ctx.db
    .update(signingKeys)
    .set({ retiredAt: ctx.now })
    .where(and(eq(signingKeys.orgId, ctx.orgId), isNull(signingKeys.retiredAt)))
    .returning({ fingerprint: signingKeys.fingerprint });
  if ((rows[0]?.fingerprint ?? null) === replaces) return;
  throw new AppError("conflict", t("The key was replaced in the meantime. Reload to see the one in use."));
}

import "server-only";
import { and, desc, eq, isNull } from "drizzle-orm";
import { signingKeys } from "@/db/schema";
import { query } from "@/lib/kernel/access/query";
import type { SignatureFactsView, SignatureView, SigningKeyView } from "./types";

const shown = {
  id: signingKeys.id,
  origin: signingKeys.origin,
  fingerprint: signingKeys.fingerprint,
  subject: signingKeys.subject,
  validFrom: signingKeys.validFrom,
  validUntil: signingKeys.validUntil,
  madeAt: signingKeys.madeAt,
  retiredAt: signingKeys.retiredAt,
};

/** The key in use and those before it, for administrators. No private key is read. */
export const readSignature = query("signature.write", async (ctx): Promise<SignatureView> => {
  const rows: SigningKeyView[] = await ctx.db
    .select(shown)
    .from(signingKeys)
    .where(eq(signingKeys.orgId, ctx.orgId))
    .orderBy(desc(signingKeys.retiredAt), desc(signingKeys.madeAt));
  return {
    current: rows.find(({ retiredAt }) => retiredAt === null) ?? null,
    retired: rows.filter(({ retiredAt }) => retiredAt !== null),
  };
});

/** What members tell an officer by phone; null before the first packet was signed. */
export const readSignatureFacts = query("case.read", async (ctx): Promise<SignatureFactsView | null> => {
  const [row] = await ctx.db
    .select({ fingerprint: shown.fingerprint, subject: shown.subject, validUntil: shown.validUntil })
    .from(signingKeys)
    .where(and(eq(signingKeys.orgId, ctx.orgId), isNull(signingKeys.retiredAt)));
  return row ?? null;
});

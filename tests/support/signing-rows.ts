import { and, eq, sql } from "drizzle-orm";
import { auditEntries, signingKeys } from "@/db/schema";
import { type Ctx, withTransaction } from "@/lib/kernel/access/ctx";

/** A kept key as it lies in the table, with what the log says of it. */
export async function signingRow(ctx: Ctx, id: string) {
  return withTransaction(ctx, "read only", async ({ db }) => {
    const [row] = await db.select().from(signingKeys).where(eq(signingKeys.id, id));
    const log = await db.select().from(auditEntries).where(sql`subject_id = ${id}::uuid`);
    if (!row) throw new Error("No such key.");
    return { row, log };
  });
}

/** As if the certificate of the key in use had run out. */
export async function letRunOut(ctx: Ctx, fingerprint: string): Promise<void> {
  const which = and(eq(signingKeys.orgId, ctx.orgId), eq(signingKeys.fingerprint, fingerprint));
  const validUntil = new Date(Date.now() - 24 * 3600 * 1000);
  await withTransaction(ctx, "read write", ({ db }) => db.update(signingKeys).set({ validUntil }).where(which));
}

import "server-only";
import { and, eq, ne, notLike } from "drizzle-orm";
import { dataKeys } from "@/db/schema";
import { command } from "@/lib/kernel/access/command";
import { unwrapKey, wrapKey } from "@/lib/kernel/access/vault";
import { wrappingKek } from "@/lib/platform/crypto/key-ring";
import { RewrapKeys } from "./input";

/**
 * Rewraps the next data keys of an organisation under the newest key of the ring; returns how many, so 0 means that all
 * are done. What a data key encrypts does not change. A key destroyed meanwhile stays destroyed.
 * @throws Error if the ring does not have the key that wraps one of them
 */
export const rewrapKeys = command({
  needs: "job.run",
  input: RewrapKeys,
  async run(ctx, { most }) {
    const kek = wrappingKek();
    const rows = await ctx.db
      .select({ id: dataKeys.id, wrapped: dataKeys.wrapped })
      .from(dataKeys)
      .where(and(eq(dataKeys.orgId, ctx.orgId), ne(dataKeys.wrapped, ""), notLike(dataKeys.wrapped, `${kek.id}.%`)))
      .orderBy(dataKeys.id)
      .limit(most);
    for (const { id, wrapped } of rows) {
      const rewrapped = wrapKey(unwrapKey(wrapped, ctx.orgId, id), ctx.orgId, id, kek);
      await ctx.db
        .update(dataKeys)
        .set({ wrapped: rewrapped })
        .where(and(eq(dataKeys.id, id), eq(dataKeys.wrapped, wrapped)));
    }
    const detail = { rewrapped: rows.length, to: kek.id };
    return { value: rows.length, audit: { action: "keys.rotated", subjectId: ctx.orgId, detail } };
  },
});

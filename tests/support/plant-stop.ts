import { eq } from "drizzle-orm";
import { cases, imageStops } from "@/db/schema";
import { type Ctx, withTransaction } from "@/lib/kernel/access/ctx";
import { openVault } from "@/lib/kernel/access/vault";
import { newId } from "@/lib/platform/ids";

/** A standing stop on a case: no file is taken on it. Gives its id. */
export async function plantStop(ctx: Ctx, caseId: string): Promise<string> {
  return withTransaction(ctx, "read write", async (scoped) => {
    const [row] = await scoped.db.select({ keyId: cases.keyId }).from(cases).where(eq(cases.id, caseId));
    const vault = await openVault(scoped, row?.keyId ?? "");
    const id = newId();
    const reason = vault.seal({ table: "image_stops", column: "reason", row: id }, "A child may be shown");
    const setBy = ctx.actor.memberId ?? "";
    await scoped.db.insert(imageStops).values({ id, orgId: ctx.orgId, caseId, reason, setBy, setAt: ctx.now });
    return id;
  });
}

export async function liftStop(ctx: Ctx, stopId: string): Promise<void> {
  const lifted = { liftedAt: ctx.now, liftedBy: ctx.actor.memberId };
  await withTransaction(ctx, "read write", ({ db }) =>
    db.update(imageStops).set(lifted).where(eq(imageStops.id, stopId)),
  );
}

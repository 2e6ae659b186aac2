import { imageStops } from "@/db/schema";
import { findCase } from "@/lib/casework/cases/access";
import { type Ctx, withTransaction } from "@/lib/kernel/access/ctx";
import { openVault } from "@/lib/kernel/access/vault";
import { newId } from "@/lib/platform/ids";

/** Stops a case for images of a minor, written straight into the table: for tests of what is refused afterwards. */
export async function stopImages(ctx: Ctx, caseId: string): Promise<void> {
  await withTransaction(ctx, "read write", async (scoped) => {
    const vault = await openVault(scoped, (await findCase(scoped, caseId)).keyId);
    const id = newId();
    await scoped.db.insert(imageStops).values({
      id,
      orgId: ctx.orgId,
      caseId,
      setBy: ctx.actor.memberId ?? "",
      setAt: ctx.now,
      reason: vault.seal({ table: "image_stops", column: "reason", row: id }, "Planted"),
    });
  });
}

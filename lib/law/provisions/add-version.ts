import "server-only";
import { provisionVersions } from "@/db/schema";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { newId } from "@/lib/platform/ids";
import type { ProvisionChange } from "./types";

/** Writes the next version. Versions are never changed. */
export async function addVersion(ctx: TxCtx, by: string, row: ProvisionChange): Promise<string> {
  const id = newId();
  await ctx.db.insert(provisionVersions).values({ ...row, id, orgId: ctx.orgId, recordedBy: by, recordedAt: ctx.now });
  return id;
}

import "server-only";
import { and, asc, eq } from "drizzle-orm";
import { receivingSystems, services } from "@/db/schema";
import { query } from "@/lib/kernel/access/query";
import { openVault } from "@/lib/kernel/access/vault";
import { systemPlace } from "./rules";
import type { ReceivingSystemView } from "./types";

/** The systems to which cases are sent, oldest first; those that were turned off too. */
export const listReceivingSystems = query("integration.write", async (ctx): Promise<ReceivingSystemView[]> => {
  const rows = await ctx.db
    .select({ system: receivingSystems, service: services.name })
    .from(receivingSystems)
    .innerJoin(services, and(eq(services.orgId, receivingSystems.orgId), eq(services.id, receivingSystems.serviceId)))
    .where(eq(receivingSystems.orgId, ctx.orgId))
    .orderBy(asc(receivingSystems.addedAt), asc(receivingSystems.id));
  const views: ReceivingSystemView[] = [];
  for (const { system, service } of rows) {
    const { id, keyId, address, userName, mapping, addedAt, offAt } = system;
    const vault = await openVault(ctx, keyId);
    const opened = {
      address: vault.open(systemPlace(id, "address"), address),
      userName: vault.open(systemPlace(id, "user_name"), userName),
    };
    views.push({ id, service, ...opened, mapping, addedAt, offAt });
  }
  return views;
});

/** Services of the directory that are in use, by name: an administrator says whose system it is. */
export const listSystemOwners = query("integration.write", async (ctx): Promise<{ id: string; name: string }[]> => {
  const rows = await ctx.db
    .select({ id: services.id, name: services.name, retiredAt: services.retiredAt })
    .from(services)
    .where(eq(services.orgId, ctx.orgId))
    .orderBy(asc(services.name), asc(services.id))
    .limit(500);
  return rows.flatMap(({ id, name, retiredAt }) => (retiredAt ? [] : [{ id, name }]));
});

import "server-only";
import { asc, eq } from "drizzle-orm";
import { connectors } from "@/db/schema";
import { query } from "@/lib/kernel/access/query";
import type { ConnectorView } from "./types";

/** The connectors of the organisation, oldest first; those that were turned off too. */
export const listConnectors = query("integration.write", async (ctx): Promise<ConnectorView[]> => {
  const { id, kind, name, mapping, addedAt, offAt } = connectors;
  return ctx.db
    .select({ id, kind, name, mapping, addedAt, offAt })
    .from(connectors)
    .where(eq(connectors.orgId, ctx.orgId))
    .orderBy(asc(addedAt));
});

import "server-only";
import { and, eq } from "drizzle-orm";
import { clients, searchTokens } from "@/db/schema";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { openTokens } from "@/lib/kernel/access/search-tokens";
import { openVault } from "@/lib/kernel/access/vault";
import { clientPlace } from "./rules";
import type { Revealable } from "./types";

const columns = {
  name: "name",
  identityNumber: "identity_number",
  phone: "phone",
  email: "email",
  address: "address",
} as const;

/** Corrects one detail of a client, including its search tokens. Returns the previous value. */
export async function replaceDetail(
  ctx: TxCtx,
  clientId: string,
  { field, value }: { field: Revealable; value: string },
): Promise<string | null> {
  const mine = and(eq(clients.orgId, ctx.orgId), eq(clients.id, clientId));
  const [client] = await ctx.db.select().from(clients).where(mine).for("update");
  if (!client) throw new Error("A case has no client.");
  const vault = await openVault(ctx, client.keyId);
  const column = columns[field];
  const before = vault.openMaybe(clientPlace(column, clientId), client[field]);
  await ctx.db
    .update(clients)
    .set({ [field]: vault.seal(clientPlace(column, clientId), value) })
    .where(mine);
  if (column === "address") return before;
  const tokens = await openTokens(ctx);
  const ofField = and(eq(searchTokens.ownerId, clientId), eq(searchTokens.field, column));
  await ctx.db.delete(searchTokens).where(and(eq(searchTokens.orgId, ctx.orgId), ofField));
  const token = (match: "exact" | "sound", found: Buffer) => ({
    orgId: ctx.orgId,
    ownerKind: "client" as const,
    ownerId: clientId,
    field: column,
    match,
    token: found,
  });
  const sounds = column === "name" ? tokens.sounds("name", value).map((sound) => token("sound", sound)) : [];
  await ctx.db
    .insert(searchTokens)
    .values([token("exact", tokens.exact(column, value)), ...sounds])
    .onConflictDoNothing();
  return before;
}

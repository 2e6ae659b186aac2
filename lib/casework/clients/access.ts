import "server-only";
import { and, eq } from "drizzle-orm";
import { clients } from "@/db/schema";
import type { Scoped } from "@/lib/kernel/access/ctx";
import { openTokens } from "@/lib/kernel/access/search-tokens";
import { AppError } from "@/lib/platform/errors";
import { isId } from "@/lib/platform/ids";

/** A client whom this person may see: the database shows a caseworker only those of their cases, or registered by them. */
export async function findClient(ctx: Scoped, clientId: string) {
  if (isId(clientId)) {
    const [row] = await ctx.db
      .select()
      .from(clients)
      .where(and(eq(clients.orgId, ctx.orgId), eq(clients.id, clientId)));
    if (row) return row;
  }
  throw new AppError("not_found", "No such client.");
}

export type Certain = { field: "identity_number" | "phone" | "email"; token: Buffer };

type Details = { identityNumber?: string | null; phone?: string | null; email?: string | null };

/** What two people do not share by chance, as keyed tokens. A name they may. */
export async function certainTokens(ctx: Scoped, { identityNumber, phone, email }: Details): Promise<Certain[]> {
  const tokens = await openTokens(ctx);
  const of = (field: Certain["field"], value: string | null | undefined): Certain[] =>
    value ? [{ field, token: tokens.exact(field, value) }] : [];
  return [...of("identity_number", identityNumber), ...of("phone", phone), ...of("email", email)];
}

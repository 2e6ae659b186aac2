import "server-only";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { openTokens } from "@/lib/kernel/access/search-tokens";
import type { Certain } from "./access";

type Details = { identityNumber?: string | null; phone?: string | null; email?: string | null };

/** What two people do not share by chance, as keyed tokens. Names are excluded. */
export async function certainTokens(ctx: TxCtx, { identityNumber, phone, email }: Details): Promise<Certain[]> {
  const tokens = await openTokens(ctx);
  const of = (field: Certain["field"], value: string | null | undefined): Certain[] =>
    value ? [{ field, token: tokens.exact(field, value) }] : [];
  return [...of("identity_number", identityNumber), ...of("phone", phone), ...of("email", email)];
}

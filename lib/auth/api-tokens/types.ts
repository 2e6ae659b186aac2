import type { Ctx } from "@/lib/kernel/access/ctx";

/** The member in whose name a token acts, and what the token says of itself. */
export type OpenApiToken = {
  ctx: Ctx;
  token: { id: string; name: string; scopes: readonly string[]; expiresAt: Date };
};

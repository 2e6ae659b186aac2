import "server-only";
import { and, desc, eq } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { apiTokens, members } from "@/db/schema";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { query } from "@/lib/kernel/access/query";
import { findOwnToken } from "./access";
import { stateOf } from "./rules";
import { type ApiTokenView, apiScopes } from "./types";

/** The token through which this is asked. @throws AppError not_found when it is not asked through one */
export const readThisToken = query("own.settings", async (ctx) => {
  const { id, name, scopes, expiresAt } = await findOwnToken(ctx, ctx.apiToken ?? ctx.orgId);
  return { id, name, scopes: apiScopes.filter((scope) => scopes.includes(scope)), expiresAt };
});

const makers = alias(members, "makers");

/** Every token of the organisation, newest first. */
export const listApiTokens = query("people.read", (ctx) => readTokens(ctx));

/** Those that act in this member's name and were not ended, newest first. */
export const listOwnApiTokens = query("case.read", async (ctx): Promise<ApiTokenView[]> => {
  const rows = await readTokens(ctx, ctx.actor.memberId ?? "");
  return rows.filter(({ state }) => state === "waiting" || state === "works");
});

async function readTokens(ctx: TxCtx, memberId?: string): Promise<ApiTokenView[]> {
  const rows = await ctx.db
    .select({
      token: apiTokens,
      member: { name: members.name, role: members.role, removedAt: members.removedAt },
      by: makers.name,
    })
    .from(apiTokens)
    .innerJoin(members, and(eq(members.orgId, apiTokens.orgId), eq(members.id, apiTokens.memberId)))
    .innerJoin(makers, and(eq(makers.orgId, apiTokens.orgId), eq(makers.id, apiTokens.madeBy)))
    .where(and(eq(apiTokens.orgId, ctx.orgId), memberId === undefined ? undefined : eq(apiTokens.memberId, memberId)))
    .orderBy(desc(apiTokens.madeAt), desc(apiTokens.id));
  return rows.map(({ token, member, by }) => ({
    id: token.id,
    name: token.name,
    memberId: token.memberId,
    memberName: member.name,
    madeBy: by,
    madeAt: token.madeAt,
    expiresAt: token.expiresAt,
    scopes: apiScopes.filter((scope) => token.scopes.includes(scope)),
    networks: token.networks,
    state: stateOf(token, member, ctx.now),
    lastUsedOn: token.lastUsedOn,
  }));
}

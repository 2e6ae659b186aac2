import "server-only";
import { and, asc, eq, or, type SQL } from "drizzle-orm";
import type { z } from "zod";
import { among } from "@/db/among";
import { cases, clients, searchTokens } from "@/db/schema";
import { command } from "@/lib/kernel/access/command";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { openTokens, type TokenField } from "@/lib/kernel/access/search-tokens";
import { SearchClients } from "./input";
import { inOrderOfMatch, reasonsByOwner, type TokenHit } from "./rules";
import type { ClientMatch, ClientSearch } from "./types";
import { watchHits } from "./watch-hits";

/**
 * Is this person known? A command, because searching for a person is itself logged; the search text is not. A client
 * whom the person may not see is never hinted at: the case owner and the supervisors are notified instead.
 */
export const searchClients = command({
  needs: "case.open",
  input: SearchClients,
  rateLimit: "search",
  async run(ctx, input) {
    const hits = await findHits(ctx, input);
    const parts = (input.name ?? "").split(/[^\p{L}\p{N}]+/u).filter((part) => part.length > 1).length;
    const reasons = reasonsByOwner(hits, parts);
    const ids = [...reasons.keys()];
    const seen = ids.length > 0 ? await readMatches(ctx, ids) : [];
    const matches = inOrderOfMatch(seen.map((client) => ({ ...client, reasons: reasons.get(client.id) ?? [] })));
    await watchHits(ctx, await exactTokens(ctx, input));
    const value: ClientSearch = { matches };
    const detail = { matches: matches.length };
    return {
      value,
      audit: { action: "client.searched", subjectId: ctx.actor.memberId ?? ctx.orgId, detail },
    };
  },
});

/** Tokens of exact values. A name that only sounds alike notifies nobody. */
async function exactTokens(ctx: TxCtx, input: z.output<typeof SearchClients>): Promise<Buffer[]> {
  const tokens = await openTokens(ctx);
  const of = (field: TokenField, value: string | null) => (value ? [tokens.exact(field, value)] : []);
  return [
    ...of("name", input.name),
    // Finds no client; used to notify the owner when a subject of a hidden case has this alleged name.
    ...of("alleged_name", input.name),
    ...of("phone", input.phone),
    ...of("email", input.email),
    ...of("identity_number", input.identityNumber),
    ...of("handle", input.handle),
  ];
}

async function findHits(ctx: TxCtx, input: z.output<typeof SearchClients>): Promise<TokenHit[]> {
  const tokens = await openTokens(ctx);
  const same = (field: TokenField, value: string | null): SQL[] =>
    value ? [matches(field, "exact", [tokens.exact(field, value)])] : [];
  const alike = input.name ? tokens.soundsLike("name", input.name) : [];
  const wanted = [
    ...same("name", input.name),
    ...same("phone", input.phone),
    ...same("email", input.email),
    ...same("identity_number", input.identityNumber),
    ...(alike.length > 0
      ? [
          matches(
            "name",
            "sound",
            alike.map(({ token }) => token),
          ),
        ]
      : []),
  ];
  if (wanted.length === 0) return [];
  const hits = await ctx.db
    .select({
      token: searchTokens.token,
      ownerId: searchTokens.ownerId,
      field: searchTokens.field,
      match: searchTokens.match,
    })
    .from(searchTokens)
    .where(and(eq(searchTokens.orgId, ctx.orgId), eq(searchTokens.ownerKind, "client"), or(...wanted)))
    .limit(500);
  const partsOf = (token: Buffer) => alike.filter((row) => row.token.equals(token)).map(({ part }) => part);
  return hits.flatMap(({ token, ...hit }): TokenHit[] =>
    hit.match === "sound" ? partsOf(token).map((part) => ({ ...hit, part })) : [{ ...hit, part: null }],
  );
}

function matches(field: TokenField, match: "exact" | "sound", values: Buffer[]): SQL {
  const all = and(eq(searchTokens.field, field), eq(searchTokens.match, match), among(searchTokens.token, values));
  if (!all) throw new Error("A condition is missing.");
  return all;
}

async function readMatches(ctx: TxCtx, ids: string[]): Promise<Omit<ClientMatch, "reasons">[]> {
  const rows = await ctx.db
    .select({ id: clients.id, code: clients.code, pseudonym: clients.pseudonym })
    .from(clients)
    .where(and(eq(clients.orgId, ctx.orgId), among(clients.id, ids)));
  const open = await ctx.db
    .select({ id: cases.id, code: cases.code, clientId: cases.clientId })
    .from(cases)
    .where(and(eq(cases.orgId, ctx.orgId), among(cases.clientId, ids)))
    .orderBy(asc(cases.openedAt));
  return rows.map((row) => ({
    ...row,
    cases: open.filter((case_) => case_.clientId === row.id).map(({ id, code }) => ({ id, code })),
  }));
}

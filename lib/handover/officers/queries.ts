import { t } from "@/lib/platform/language/translate";
import "server-only";
import { and, asc, desc, eq, isNull } from "drizzle-orm";
import { liaisonCallbacks, liaisons, members } from "@/db/schema";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { query } from "@/lib/kernel/access/query";
import { openVault, type Vault } from "@/lib/kernel/access/vault";
import { listWithLogin } from "./list-with-login";
import { standingOf, whyNotConfirm, wordsPlace } from "./rules";

import type { CallbackView, CallbackWords, OfficerView } from "./types";

/** Every officer of the organisation who was not removed, by name, each with the calls to their office. */
export const listOfficers = query("directory.read", async (ctx): Promise<OfficerView[]> => {
  const rows = await ctx.db
    .select({ liaison: liaisons, name: members.name })
    .from(liaisons)
    .innerJoin(members, and(eq(members.orgId, liaisons.orgId), eq(members.id, liaisons.memberId)))
    .where(and(eq(liaisons.orgId, ctx.orgId), isNull(members.removedAt)))
    .orderBy(asc(members.name), asc(members.id));
  const people = await ctx.db.select({ id: members.id, name: members.name }).from(members);
  const names = new Map(people.map(({ id, name }) => [id, name]));
  const calls = await callsOf(ctx, names);
  const withLogin = await listWithLogin(ctx);
  return rows.map(({ liaison, name }) => {
    const { memberId: id, rank, forceNumber, agency, unit, address, phone, zone } = liaison;
    return {
      id,
      name,
      rank,
      forceNumber,
      agency,
      unit,
      address,
      phone,
      zone,
      hasAccount: withLogin.has(id),
      addedBy: nameOf(names, liaison.addedBy),
      changedBy: nameOf(names, liaison.changedBy),
      changedAt: liaison.changedAt,
      standing: standingOf(liaison),
      confirmedBy: nameOf(names, liaison.confirmedBy),
      confirmedAt: liaison.confirmedAt,
      whyNotConfirm: whyNotConfirm(liaison, ctx.actor.memberId),
      callbacks: calls.get(id) ?? [],
    };
  });
});

function nameOf(names: ReadonlyMap<string, string>, id: string | null): string | null {
  return id === null ? null : (names.get(id) ?? t("A former colleague"));
}

async function callsOf(ctx: TxCtx, names: ReadonlyMap<string, string>): Promise<Map<string, CallbackView[]>> {
  const rows = await ctx.db
    .select()
    .from(liaisonCallbacks)
    .where(eq(liaisonCallbacks.orgId, ctx.orgId))
    .orderBy(desc(liaisonCallbacks.notedAt), desc(liaisonCallbacks.id));
  const vaults = new Map<string, Vault>();
  const found = new Map<string, CallbackView[]>();
  for (const { id, keyId, liaisonId, result, calledAt, calledBy, words } of rows) {
    const vault = vaults.get(keyId) ?? (await openVault(ctx, keyId));
    vaults.set(keyId, vault);
    const callbackWords = JSON.parse(vault.open(wordsPlace(id), words)) as CallbackWords;
    const call = { id, result, calledAt, calledBy: nameOf(names, calledBy) ?? "", ...callbackWords };
    found.set(liaisonId, [...(found.get(liaisonId) ?? []), call]);
  }
  return found;
}

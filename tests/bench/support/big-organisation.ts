import {
  accounts,
  caseMembers,
  cases,
  clients,
  dataKeys,
  referenceKeys,
  references,
  searchTokens,
  subjects,
} from "@/db/schema";
import { parseReference } from "@/lib/casework/references/rules";
import { type TxCtx, withTransaction } from "@/lib/kernel/access/ctx";
import { openTokens, type Tokens } from "@/lib/kernel/access/search-tokens";
import { wrapKey } from "@/lib/kernel/access/vault";
import { officeToday } from "@/lib/law/office/rules";
import { newId, newToken } from "@/lib/platform/ids";
import { owner } from "../../support/db";
import { seededNumbers } from "../../support/files";
import { makeOrg, type Org, type Person } from "../../support/org";
import { type InventedCase, inventCase } from "./invented-case";

export type BigOrganisation = { org: Org; supervisor: Person; caseworkers: Person[]; invented: InventedCase[] };

const batch = 500;
const people = 12;

/** One organisation with `count` cases, two numbers and one account each, written as the worker in large inserts. */
export async function makeBigOrganisation(count: number): Promise<BigOrganisation> {
  const org = await makeOrg("Baobab Legal Centre");
  const supervisor = await org.person("supervisor", "Naledi Example");
  const caseworkers: Person[] = [];
  for (let at = 0; at < people; at += 1) caseworkers.push(await org.person("caseworker", `Caseworker ${at + 1}`));
  const chance = seededNumbers(2026);
  const today = officeToday(supervisor.ctx.now);
  const invented = Array.from({ length: count }, (_, at) => inventCase(at, { chance, people, today }));
  for (let from = 0; from < count; from += batch) {
    const some = invented.slice(from, from + batch);
    await withTransaction(org.service(), "read write", (ctx) => write(ctx, some, caseworkers, today));
    // Triggers look up each case: on tables that Postgres takes for empty, by reading them whole.
    if (Math.log2(from / batch + 1) % 1 === 0) await owner()`analyze`;
  }
  // What the autovacuum of a running server has long done.
  await owner()`vacuum analyze`;
  return { org, supervisor, caseworkers, invented };
}

/** Sealed values are stand-ins of the usual length: no list or search opens one. */
const standIn = "A".repeat(160) as typeof clients.$inferInsert.safeContact;

async function write(ctx: TxCtx, some: readonly InventedCase[], caseworkers: readonly Person[], today: string) {
  const { orgId } = ctx;
  const tokens = await openTokens(ctx);
  const made = some.map((inventedCase) => {
    const owned = caseworkers[inventedCase.owner]?.memberId ?? "";
    return {
      ...inventedCase,
      ownerId: owned,
      caseId: newId(),
      clientId: newId(),
      caseKey: newId(),
      clientKey: newId(),
    };
  });
  const keyRow = (id: string, purpose: "case" | "client") => {
    return { id, orgId, purpose, wrapped: wrapKey(newToken(), orgId, id), createdAt: ctx.now };
  };
  await ctx.db.insert(dataKeys).values(made.flatMap((m) => [keyRow(m.caseKey, "case"), keyRow(m.clientKey, "client")]));
  await ctx.db.insert(clients).values(
    made.map((m) => ({
      id: m.clientId,
      orgId,
      keyId: m.clientKey,
      number: m.number,
      code: `CL-${m.number}`,
      pseudonym: m.pseudonym,
      name: standIn,
      safeContact: standIn,
      safeContactReviewedOn: today,
      registeredBy: m.ownerId,
      registeredAt: m.row.openedAt,
    })),
  );
  await ctx.db.insert(cases).values(
    made.map((m) => ({
      ...m.row,
      id: m.caseId,
      orgId,
      keyId: m.caseKey,
      number: m.number,
      code: m.code,
      pseudonym: m.pseudonym,
      clientId: m.clientId,
      ownerId: m.ownerId,
    })),
  );
  await ctx.db
    .insert(caseMembers)
    .values(made.map((m) => ({ orgId, caseId: m.caseId, memberId: m.ownerId, since: m.row.openedAt })));
  await writeAccounts(ctx, made, tokens);
  await writeNumbers(ctx, made, today);
}

type Made = InventedCase & { caseId: string; ownerId: string };

async function writeAccounts(ctx: TxCtx, made: readonly Made[], tokens: Tokens): Promise<void> {
  const { orgId, now } = ctx;
  const rows = made.map((m) => ({ ...m, subjectId: newId(), accountId: newId() }));
  await ctx.db
    .insert(subjects)
    .values(rows.map((m) => ({ id: m.subjectId, orgId, caseId: m.caseId, number: 1, addedAt: now })));
  await ctx.db.insert(accounts).values(
    rows.map((m) => ({
      id: m.accountId,
      orgId,
      caseId: m.caseId,
      subjectId: m.subjectId,
      number: 1,
      platform: "x",
      platformId: m.platformId,
      handle: m.handle,
      confidence: "probable" as const,
      addedAt: now,
    })),
  );
  const owned = { orgId, ownerKind: "account" as const, match: "exact" as const };
  await ctx.db.insert(searchTokens).values(
    rows.flatMap((m) => [
      { ...owned, ownerId: m.accountId, field: "handle" as const, token: tokens.exact("handle", m.handle) },
      {
        ...owned,
        ownerId: m.accountId,
        field: "platform_id" as const,
        token: tokens.exact("platform_id", m.platformId),
      },
    ]),
  );
}

/** Read by the same parser as a person's typing, so that the spellings are those of the product. */
async function writeNumbers(ctx: TxCtx, made: readonly Made[], today: string): Promise<void> {
  const { orgId } = ctx;
  const rows = made.flatMap((m) =>
    m.numbers.map(({ kind, raw, station }) => {
      const parsed = parseReference(kind, raw, { station, today });
      if (!parsed.ok) throw new Error(`${raw}: ${parsed.reason}`);
      const { canonical, keys } = parsed.value;
      return { id: newId(), caseId: m.caseId, kind, raw, canonical, keys, by: m.ownerId, at: m.row.openedAt };
    }),
  );
  await ctx.db.insert(references).values(
    rows.map(({ keys, by, at, ...row }) => {
      return { ...row, orgId, state: "issued" as const, recordedBy: by, recordedAt: at };
    }),
  );
  await ctx.db
    .insert(referenceKeys)
    .values(rows.flatMap((row) => row.keys.map((key) => ({ orgId, caseId: row.caseId, referenceId: row.id, key }))));
}

import "server-only";
import { and, asc, eq, getTableColumns, type SQL, sql } from "drizzle-orm";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";
import { auditEntries, cases, choiceVersions, clients, customFields, customValues, members } from "@/db/schema";
import { findCase } from "@/lib/casework/cases/access";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { openReason } from "@/lib/kernel/access/reason-of-entry";
import { openVault, type Vault } from "@/lib/kernel/access/vault";
import { shownValue } from "@/lib/organisation/custom-fields/rules";
import type { CustomField } from "@/lib/organisation/custom-fields/types";
import { written } from "@/lib/platform/language/written";
import type { RawRow } from "./access";
import { caseTables } from "./case-tables";
import { type KindName, kindTitles } from "./labels";
import { plainRow } from "./plain-row";
import { rowsOf } from "./rows-of";
import { exhibitName, type Naming, plainOf } from "./rules";
import type { Kind } from "./types";

export type CaseKinds = {
  code: string;
  keyId: string;
  kinds: Kind[];
  /** As the database has them: what the files of the folder are found by. */
  raw: Map<KindName, RawRow[]>;
  naming: Naming;
};

/** Everything recorded about a case, decrypted, in one read; without our ids. */
export async function readKinds(ctx: TxCtx, caseId: string): Promise<CaseKinds> {
  const found = await findCase(ctx, caseId);
  const vault = await openVault(ctx, found.keyId);
  const raw = new Map<KindName, RawRow[]>();
  for (const [name, table] of Object.entries(caseTables) as [KindName, PgTable][]) {
    const { orgId, caseId: place } = getTableColumns(table) as Record<string, PgColumn>;
    if (!orgId || !place) throw new Error(`${name} is no table of a case`);
    raw.set(name, await rowsOf(ctx, table, and(eq(orgId, ctx.orgId), eq(place, caseId))));
  }
  const [client] = await ctx.db.select().from(clients).where(eq(clients.id, found.clientId));
  const people = await ctx.db.select().from(members).where(eq(members.orgId, ctx.orgId)).orderBy(asc(members.code));
  const fields = await ctx.db
    .select({
      id: customFields.id,
      label: customFields.label,
      kind: customFields.kind,
      choices: customFields.choices,
    })
    .from(customFields)
    .where(eq(customFields.orgId, ctx.orgId));
  const worded = await ctx.db
    .select({ id: choiceVersions.id, labels: choiceVersions.labels })
    .from(choiceVersions)
    .where(eq(choiceVersions.orgId, ctx.orgId));
  const words = worded.flatMap(({ id, labels }) => (labels.en ? [{ id, label: labels.en }] : []));
  const naming = namingOf(found, raw, people, [...fields, ...words]);
  const kinds: Kind[] = [];
  const add = (name: KindName, rows: Kind["rows"]) => kinds.push({ name, title: kindTitles[name], rows });
  const ofClient: Kind["rows"] = [];
  if (client) {
    const own = await openVault(ctx, client.keyId);
    add("client", [await plainRow(ctx, clients, client, { vault: own, naming })]);
    const theirs = and(eq(customValues.orgId, ctx.orgId), eq(customValues.clientId, client.id));
    const values = await rowsOf(ctx, customValues, theirs);
    ofClient.push(...answersOf(values, await plainRows(ctx, customValues, values, { vault: own, naming }), fields));
  }
  add("case", [await plainRow(ctx, cases, found, { vault, naming })]);
  for (const [name, table] of Object.entries(caseTables) as [KindName, PgTable][]) {
    const rows = await plainRows(ctx, table, raw.get(name) ?? [], { vault, naming });
    const answers = () => [...ofClient, ...answersOf(raw.get(name) ?? [], rows, fields)];
    add(name, name === "custom_values" ? answers() : rows);
  }
  add("audit", await auditOf(ctx, eq(auditEntries.caseId, caseId), { vault, naming, caseId }));
  const text = JSON.stringify(kinds);
  const named = people.filter(({ code }) => text.includes(`"${code}`) || text.includes(code));
  add(
    "people",
    named.map(({ code, name, role }) => ({ name: code, called: name, role })),
  );
  return { code: found.code, keyId: found.keyId, kinds, raw, naming };
}

type OwnField = Pick<CustomField, "id" | "kind" | "choices">;

/** Values of the organisation's own fields in words, sealed ones too: a choice by its label and not by its key. */
function answersOf(values: readonly RawRow[], plain: Kind["rows"], fields: readonly OwnField[]): Kind["rows"] {
  return plain.map(({ sealedValue, ...row }, at) => {
    const field = fields.find(({ id }) => id === values[at]?.fieldId);
    const value = typeof row.value === "string" ? row.value : typeof sealedValue === "string" ? sealedValue : null;
    const answer = { value, isUnknown: row.isUnknown === true };
    return { ...row, value: field && value !== null ? written(() => shownValue(field, answer)) : value };
  });
}

async function plainRows(ctx: TxCtx, table: PgTable, rows: readonly RawRow[], by: { vault: Vault; naming: Naming }) {
  const plain: Kind["rows"] = [];
  for (const row of rows) plain.push(await plainRow(ctx, table, row, by));
  return plain;
}

function namingOf(
  found: { id: string; code: string; clientId: string },
  raw: ReadonlyMap<KindName, RawRow[]>,
  people: readonly { id: string; code: string }[],
  fields: readonly { id: string; label: string }[],
): Naming {
  const names = new Map<string, string>([
    [found.id, found.code],
    [found.clientId, "client"],
    ...people.map(({ id, code }) => [id, code] as const),
    ...fields.map(({ id, label }) => [id, label] as const),
  ]);
  for (const [kind, rows] of raw) {
    for (const [at, row] of rows.entries()) {
      const isExhibit = kind === "exhibits" && typeof row.number === "number";
      const name = isExhibit ? exhibitName(row.number as number) : `${kind}-${at + 1}`;
      if (typeof row.id === "string") names.set(row.id, name);
    }
  }
  return (id) => names.get(id) ?? null;
}

type Reading = { vault: Vault; naming: Naming; caseId: string };

async function auditOf(ctx: TxCtx, where: SQL, { vault, naming, caseId }: Reading): Promise<Kind["rows"]> {
  const rows = await ctx.db
    .select({
      number: auditEntries.seq,
      at: auditEntries.at,
      by: auditEntries.memberId,
      role: auditEntries.role,
      action: auditEntries.action,
      subject: auditEntries.subjectId,
      detail: auditEntries.detail,
      hash: sql<string>`encode(${auditEntries.hash}, 'hex')`,
    })
    .from(auditEntries)
    .where(and(eq(auditEntries.orgId, ctx.orgId), where))
    .orderBy(asc(auditEntries.seq));
  return rows.map(({ detail, ...row }) => {
    const { reason } = detail;
    const opened = typeof reason === "string" ? { ...detail, reason: openReason(vault, caseId, reason) } : detail;
    return plainOf({ ...row, detail: opened }, naming) as Kind["rows"][number];
  });
}

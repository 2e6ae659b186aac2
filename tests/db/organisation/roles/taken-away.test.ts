import { type SQL, sql } from "drizzle-orm";
import postgres from "postgres";
import { beforeAll, describe, expect, inject, test } from "vitest";
import { z } from "zod";
import { ctxFromApiToken } from "@/lib/auth/api-tokens/ctx-from-api-token";
import { ctxFromToken } from "@/lib/auth/sessions/ctx-from-token";
import { lockCase } from "@/lib/casework/cases/access";
import { closeCase } from "@/lib/casework/cases/commands/close-case";
import { openCase } from "@/lib/casework/cases/commands/open-case";
import { reopenCase } from "@/lib/casework/cases/commands/reopen-case";
import { caseOutcomes } from "@/lib/casework/cases/labels";
import { completeClient } from "@/lib/casework/clients/complete-client";
import { revealClient } from "@/lib/casework/clients/reveal-client";
import { addNote } from "@/lib/casework/notes/add-note";
import { amendNote } from "@/lib/casework/notes/amend-note";
import { addSubject } from "@/lib/casework/subjects/commands/add-subject";
import { amendSubject } from "@/lib/casework/subjects/commands/amend-subject";
import { listSubjects } from "@/lib/casework/subjects/queries";
import { command } from "@/lib/kernel/access/command";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { query } from "@/lib/kernel/access/query";
import { type SettablePermission, settable, withImplied } from "@/lib/kernel/access/role-rules";
import { newId } from "@/lib/platform/ids";
import { clientWith } from "@/tests/support/api-requests";
import { bySql, refusedByPostgres } from "@/tests/support/by-sql";
import { caseForm } from "@/tests/support/case-form";
import { confirmRules } from "@/tests/support/confirm-rules";
import { about } from "@/tests/support/exhibit";
import { makeOrg, type Org, type Person } from "@/tests/support/org";
import { plantApiToken } from "@/tests/support/plant-api-token";

let org: Org;
let worker: Person;
let boss: Person;
let caseId: string;
let clientId: string;
/** Tokens of programs, made before anything was taken. */
const tokens: Record<string, string> = {};

beforeAll(async () => {
  org = await makeOrg();
  boss = await org.person("supervisor", "First Supervisor");
  worker = await org.person("caseworker", "First Worker");
  await org.unconfirmed("An Officer");
  for (const person of [worker, boss]) tokens[person.memberId] = (await plantApiToken(org, person)).token;
  const form = caseForm();
  await openCase(worker.ctx, form);
  caseId = form.id;
  const [row] = await bySql<{ client_id: string }>(boss.ctx, sql`select client_id from app.cases where id = ${caseId}`);
  clientId = row?.client_id ?? "";
  await plantRows([
    "safety_plans",
    "identifiers",
    "charges",
    "case_notes",
    "packet_parts",
    "document_versions",
    "filled_forms",
  ]);
});

/** A row of each table on the case, past keys and triggers. */
async function plantRows(tables: readonly string[]): Promise<void> {
  const name = new URL(process.env.DATABASE_OWNER_URL ?? "").pathname;
  const above = postgres(inject("database").superuserUrl.replace(/\/[^/]*$/, name), { max: 1, onnotice: () => {} });
  try {
    await above`set session_replication_role = replica`;
    for (const table of tables) {
      const columns = await above<{ name: string; type: string }[]>`select column_name as name, data_type as type
        from information_schema.columns where table_schema = 'app' and table_name = ${table} and is_nullable = 'NO'`;
      const row = Object.fromEntries(columns.map(({ name: column, type }) => [column, cellOf(column, type)]));
      await above.unsafe(`insert into app."${table}" select * from jsonb_populate_record(null::app."${table}", $1)`, [
        row as never,
      ]);
    }
  } finally {
    await above.end();
  }
}

function cellOf(column: string, type: string): unknown {
  if (column === "org_id") return org.id;
  if (column === "case_id") return caseId;
  if (type === "uuid") return newId();
  if (type === "integer" || type === "bigint") return 1;
  if (type === "boolean") return false;
  if (type === "jsonb") return {};
  if (type === "ARRAY") return [];
  if (type === "date") return "2026-11-24";
  if (column === "visibility") return "working";
  return type.startsWith("timestamp") ? "2020-01-01T10:00:00Z" : "words";
}

const fresh = async ({ token }: Person): Promise<Ctx> => {
  const ctx = await ctxFromToken(token);
  if (!ctx) throw new Error("The session did not open.");
  return ctx;
};

const insert = (table: string) =>
  sql.raw(`insert into app."${table}" (id, org_id, case_id) values (gen_random_uuid(), '${org.id}', '${caseId}')`);
const rowsOf = (table: string) => sql.raw(`select id from app."${table}" where case_id = '${caseId}'`);

const packet = () => ({
  caseId,
  kind: "mla_dossier",
  investigatingOfficer: "Sgt Example",
  stage: "Investigation",
  screened: "clear",
  minors: "no",
});

/** How Postgres shows that it is gone: a statement that it refuses, or one that finds nothing any more. */
type Probe = {
  refused?: () => SQL;
  empty?: () => SQL[];
  /** Operations of the API that need it. */
  called?: [id: string, fields: () => Record<string, unknown>][];
};
const probes: Record<SettablePermission, Probe> = {
  "case.write": {
    empty: () => [sql`update app.cases set last_activity_at = now() where id = ${caseId} returning id`],
    called: [
      ["changeRisk", () => ({ caseId, risk: "high", reason: "Tried" })],
      ["announceUpload", () => ({ caseId, ...about, size: 5 })],
      ["openCase", caseForm],
    ],
  },
  "case.open": {
    refused: () => sql`insert into app.cases (id, org_id, owner_id) values (${newId()}, ${org.id}, ctx.member())`,
    called: [["openCase", caseForm]],
  },
  "packet.build": { refused: () => insert("packets"), called: [["buildPacket", packet]] },
  "document.write": { refused: () => insert("documents") },
  "paper.read": {
    empty: () => [rowsOf("packet_parts"), rowsOf("document_versions"), rowsOf("filled_forms")],
    called: [
      ["downloadPacket", () => ({ packetId: newId() })],
      ["buildPacket", packet],
    ],
  },
  "release.write": { refused: () => insert("releases") },
  "handover.deliver": { refused: () => insert("handovers") },
  "client.page": { refused: () => insert("client_pages") },
  "rights.write": { refused: () => insert("rights_requests") },
  "field.contact": { refused: () => sql`update app.clients set phone = null where id = ${clientId}` },
  "field.safety": { empty: () => [rowsOf("safety_plans")] },
  "field.identity": { empty: () => [rowsOf("identifiers")] },
  "field.charges": { empty: () => [rowsOf("charges")] },
  "field.notes": {
    empty: () => [rowsOf("case_notes")],
    called: [["addNote", () => ({ caseId, id: newId(), kind: "note", words: "Tried.", visibility: "working" })]],
  },
  "directory.write": {
    refused: () =>
      sql`insert into app.body_imports (id, org_id, started_by) values (${newId()}, ${org.id}, ctx.member())`,
    empty: () => [sql`update app.liaisons set unit = unit where org_id = ${org.id} returning member_id`],
  },
  "case.import": { refused: () => sql`insert into app.imports (id, org_id) values (${newId()}, ${org.id})` },
  "case.export": { refused: () => insert("case_exports") },
};

async function programOf({ memberId }: Person): Promise<Ctx> {
  const opened = await ctxFromApiToken(`Bearer ${tokens[memberId]}`, null);
  if (!opened) throw new Error("The token did not open.");
  return opened.ctx;
}

const enough = new Error("far enough");
const asked = (permission: SettablePermission) => ({
  read: query(permission, async () => "read"),
  write: command({
    needs: permission,
    input: z.object({}),
    run: async () => {
      throw enough;
    },
  }),
});

describe.each(["caseworker", "supervisor"] as const)("what is taken from a %s", (role) => {
  test.each(settable[role])("%s is refused by the command and by Postgres, and comes back", async (permission) => {
    const who = role === "caseworker" ? worker : boss;
    const second = role === "caseworker" ? boss : await org.person("admin");
    await confirmRules(org, second, role, { without: [permission] });
    const ctx = await fresh(who);
    const { read, write } = asked(permission);
    const { refused, empty, called } = probes[permission];
    // The person, and a program with a token that the person had before.
    for (const acting of [ctx, await programOf(who)]) {
      expect([...(acting.actor.lacks ?? [])].toSorted()).toEqual(withImplied([permission]));
      await expect(read(acting)).rejects.toMatchObject({ code: "forbidden" });
      await expect(write(acting, {})).rejects.toMatchObject({ code: "forbidden" });
      if (refused) await expect(bySql(acting, refused())).rejects.toSatisfy(refusedByPostgres);
      for (const statement of empty?.() ?? []) expect(await bySql(acting, statement)).toEqual([]);
    }
    const api = await clientWith(tokens[who.memberId] ?? null);
    for (const [id, fields] of called ?? []) {
      const answered = await api.call(id, fields());
      expect([id, answered.status, String(answered.body.type)]).toEqual([id, 403, "urn:crossdocket:problem:forbidden"]);
    }
    await confirmRules(org, second, role);
    const back = await fresh(who);
    expect(back.actor.lacks).toEqual([]);
    expect(await read(back)).toBe("read");
    await expect(write(back, {})).rejects.toBe(enough);
    if (refused) expect(isRule(await bySql(back, refused()).catch((error: unknown) => error))).toBe(false);
    for (const statement of empty?.() ?? []) expect(await bySql(back, statement)).toHaveLength(1);
  });
});

/** A policy refused, and not a key, a check or a trigger behind it. */
const isRule = (error: unknown): boolean => (error as { cause?: { wall?: boolean } } | undefined)?.cause?.wall === true;

describe("what a role does not see", () => {
  test("a client's phone and address are opened by nothing, and not written over", async () => {
    await confirmRules(org, boss, "caseworker", { without: ["field.contact"] });
    const ctx = { ...(await fresh(worker)), steppedUp: "phr" as const };
    const shown = await revealClient(ctx, { clientId, reason: "To fill in form 1" });
    expect(Object.keys(shown).toSorted()).toEqual(["identityNumber", "name"]);
    const only = revealClient(ctx, { clientId, reason: "To phone", fields: ["phone"] });
    await expect(only).rejects.toMatchObject({ code: "forbidden" });
    const over = completeClient(ctx, { clientId, phone: "021 000 0199", replace: "on" });
    await expect(over).rejects.toMatchObject({ code: "forbidden" });
    await confirmRules(org, boss, "caseworker");
  });
});

describe("a subject's identity", () => {
  test("is missing on the board, found by no search, and not written over", async () => {
    const { id } = await addSubject(worker.ctx, {
      caseId,
      allegedName: "Fictional Uncle",
      allegedPlace: "Voorbeelddorp",
    });
    const named = async (ctx: Ctx) => (await listSubjects(ctx, caseId)).find((one) => one.id === id)?.allegedName;
    const tokens = sql`select field from app.search_tokens where owner_id = ${id}`;
    expect(await named(await fresh(worker))).toBe("Fictional Uncle");
    expect((await bySql(await fresh(worker), tokens)).length).toBeGreaterThan(0);
    await confirmRules(org, boss, "caseworker", { without: ["field.identity"] });
    const ctx = await fresh(worker);
    expect(await named(ctx)).toBeNull();
    expect(await bySql(ctx, tokens)).toEqual([]);
    const over = amendSubject(ctx, { caseId, subjectId: id, allegedName: "Another", version: 0 });
    await expect(over).rejects.toMatchObject({ code: "forbidden" });
    const bare = sql`update app.subjects set alleged_name = null where id = ${id}`;
    await expect(bySql(ctx, bare)).rejects.toSatisfy(refusedByPostgres);
    await confirmRules(org, boss, "caseworker");
  });
});

describe("conditions", () => {
  test("own cases only: another's is read and not changed, in the command and in Postgres", async () => {
    const helper = await org.person("caseworker", "Helper");
    await bySql(
      org.service(),
      sql`insert into app.case_members (org_id, case_id, member_id, since) values (${org.id}, ${caseId}, ${helper.memberId}, now())`,
    );
    const touch = sql`update app.cases set last_activity_at = now() where id = ${caseId} returning id`;
    expect(await bySql(await fresh(helper), touch)).toHaveLength(1);
    await confirmRules(org, boss, "caseworker", { ownOnly: "on" });
    const ctx = await fresh(helper);
    expect(await bySql(ctx, sql`select id from app.cases where id = ${caseId}`)).toHaveLength(1);
    expect(await bySql(ctx, touch)).toEqual([]);
    await expect(bySql(ctx, insert("case_flags"))).rejects.toSatisfy(refusedByPostgres);
    await expect(changing(ctx, {})).rejects.toMatchObject({ code: "forbidden" });
    expect(await bySql(await fresh(worker), touch)).toHaveLength(1);
    await confirmRules(org, boss, "caseworker");
  });

  test("open cases only: a closed case is opened again by a supervisor alone", async () => {
    await confirmRules(org, boss, "caseworker", { openOnly: "on" });
    const form = caseForm();
    const ctx = await fresh(worker);
    await openCase(ctx, form);
    await closeCase(ctx, { caseId: form.id, outcome: Object.keys(caseOutcomes)[0], note: "Done.", seen: "on" });
    await expect(reopenCase(ctx, { caseId: form.id, reason: "New acts." })).rejects.toMatchObject({
      code: "forbidden",
    });
    const closed = sql.raw(
      `insert into app.case_flags (id, org_id, case_id) values (gen_random_uuid(), '${org.id}', '${form.id}')`,
    );
    await expect(bySql(ctx, closed)).rejects.toSatisfy(refusedByPostgres);
    // Also the case itself, which is their own.
    const opened = sql`update app.cases set last_activity_at = now() where id = ${form.id} returning id`;
    expect(await bySql(ctx, opened)).toEqual([]);
    await confirmRules(org, boss, "caseworker");
  });

  test("records up to so many days old: after that a supervisor corrects them", async () => {
    await confirmRules(org, boss, "caseworker", { maxDays: 30 });
    const ctx = await fresh(worker);
    const words = { caseId, kind: "call", words: "First.", visibility: "working" };
    const { id } = await addNote(ctx, { ...words, id: newId() });
    const amended = { version: 0, kind: "call", words: "Corrected." };
    await amendNote(ctx, { ...amended, noteId: id });
    const [old] = await bySql<{ id: string }>(ctx, sql`select id from app.case_notes where written_at < '2021-01-01'`);
    const late = amendNote(ctx, { ...amended, noteId: old?.id });
    await expect(late).rejects.toMatchObject({ code: "forbidden", message: expect.stringMatching(/30 days/) });
    const pin = sql`update app.case_notes set pinned_at = now() where id = ${old?.id} returning id`;
    expect(await bySql(ctx, pin)).toEqual([]);
    expect(await bySql(boss.ctx, pin)).toHaveLength(1);
    await confirmRules(org, boss, "caseworker");
  });
});

const changing = command({
  needs: "case.write",
  input: z.object({}),
  run: async (ctx) => {
    await lockCase(ctx, caseId);
    throw enough;
  },
});

import { and, eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { accounts, auditEntries, cases, clients, incidents, members, references } from "@/db/schema";
import { publishChoices } from "@/lib/casework/choice-lists/commands/publish-choices";
import { saveChoice } from "@/lib/casework/choice-lists/commands/save-choice";
import { readChoiceList } from "@/lib/casework/choice-lists/queries";
import { readLadder, readStepPage } from "@/lib/escalation/ladder/queries";
import { withTransaction } from "@/lib/kernel/access/ctx";
import { reading } from "@/lib/kernel/access/query";
import { importCtx } from "@/lib/kernel/jobs/import-ctx";
import { bringInRows } from "@/lib/operations/imports/commands/bring-in-rows";
import { runImport } from "@/lib/operations/imports/commands/run-import";
import { listRows, readImport, readOrigin } from "@/lib/operations/imports/queries";
import { workImport } from "@/lib/operations/imports/work-import";
import { owner } from "@/tests/support/db";
import { checkListOf, csvOf, listHeaders, listRow, readListOf } from "@/tests/support/list-file";
import { makeOrg, type Org, type Person } from "@/tests/support/org";

let org: Org;
let worker: Person;

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.person("caseworker", "Zanele Example");
});

const run = async (importId: string, twins = "leave_out") =>
  runImport(await org.as("supervisor"), { importId, twins, why: "Two sisters share it" });
const viewOf = async (importId: string) => (await readImport(await org.as("supervisor"), importId)).view;
const countCases = () =>
  withTransaction(org.service(), "read only", ({ db, orgId }) => db.$count(cases, eq(cases.orgId, orgId)));

async function checked(rows: readonly string[][]): Promise<string> {
  const importId = await readListOf(org, csvOf([listHeaders, ...rows]));
  await checkListOf(org, importId);
  return importId;
}

describe("bringing in rows", () => {
  test("opens whole cases by the form's own commands, says where they are from, and gives them to their owner", async () => {
    const row = listRow({ Owner: `${worker.memberId}@TEST.example` });
    const importId = await checked([row]);
    await run(importId);
    await workImport(org.service(), { importId });
    expect(await viewOf(importId)).toMatchObject({ state: "done", imported: 1, failed: 0, leftOut: 0 });
    const { rows } = await listRows(await org.as("supervisor"), importId, { states: ["imported"] });
    const caseId = rows[0]?.caseId ?? "";
    const [found] = await withTransaction(org.service(), "read only", ({ db }) =>
      db.select().from(cases).where(eq(cases.id, caseId)),
    );
    expect(found).toMatchObject({ pseudonym: row[0], risk: "high", ownerId: worker.memberId, pair: "ZA-US" });
    const [number] = await withTransaction(org.service(), "read only", ({ db }) =>
      db.select().from(references).where(eq(references.caseId, caseId)),
    );
    expect(number).toMatchObject({ kind: "cas", state: "issued" });
    // Nobody went over safe contact with the client, so that is not said: it is the step to take.
    const [client] = await withTransaction(org.service(), "read only", ({ db }) =>
      db
        .select({ on: clients.safeContactReviewedOn })
        .from(clients)
        .where(eq(clients.id, found?.clientId ?? "")),
    );
    expect(client).toEqual({ on: null });
    const step = await reading(worker.ctx, (scoped) => readStepPage(scoped, caseId, "safe-contact"));
    expect(step.view.status).toBe("ready");
    expect(await readOrigin(await org.as("supervisor"), caseId)).toMatchObject({ list: 1, row: 2 });
    expect(await org.auditOf(caseId)).toEqual(["case.opened", "case.assigned", "case.imported"]);
    const [audit] = await withTransaction(org.service(), "read only", ({ db }) =>
      db.select({ role: auditEntries.role }).from(auditEntries).where(eq(auditEntries.subjectId, caseId)),
    );
    expect(audit).toEqual({ role: "supervisor" });
  });

  test("opens a case whose list names no account and no incident, and makes none up", async () => {
    const importId = await readListOf(
      org,
      csvOf([
        ["Client name", "Matter"],
        ["Bare Example", "Threats from abroad"],
      ]),
    );
    await checkListOf(org, importId);
    await run(importId);
    await workImport(org.service(), { importId });
    const { rows } = await listRows(await org.as("supervisor"), importId, { states: ["imported"] });
    const caseId = rows[0]?.caseId ?? "";
    const counted = await withTransaction(org.service(), "read only", async ({ db }) => [
      await db.$count(accounts, eq(accounts.caseId, caseId)),
      await db.$count(incidents, eq(incidents.caseId, caseId)),
    ]);
    expect(counted).toEqual([0, 0]);
    const ladder = await readLadder(await org.as("supervisor"), caseId);
    expect(ladder.next).not.toBeNull();
  });

  test("keeps the days on which a case was opened and closed elsewhere, and tells a day that cannot be", async () => {
    const beside = (row: readonly string[], days: readonly string[]) => [...row, ...days];
    const past = listRow();
    const late = listRow();
    const headers = beside(listHeaders, ["Opened on", "Date closed", "Outcome"]);
    const rows = [beside(past, ["05/03/2024", "20/06/2024", "Resolved"]), beside(late, ["05/03/2099", "", ""])];
    const importId = await readListOf(org, csvOf([headers, ...rows, beside(listRow(), ["", "13/06/2024", ""])]));
    await checkListOf(org, importId);
    const bad = (await listRows(await org.as("supervisor"), importId, { states: ["bad"] })).rows;
    const told = bad.map(({ messages }) => messages.filter(({ kind }) => kind === "error").map(({ field }) => field));
    expect(told).toEqual([["openedOn"], ["openedOn"]]);
    await run(importId);
    await workImport(org.service(), { importId });
    const found = await withTransaction(org.service(), "read only", ({ db }) =>
      db
        .select()
        .from(cases)
        .where(eq(cases.pseudonym, past[0] ?? "")),
    );
    const openedAt = new Date("2024-03-05T10:00:00Z");
    expect(found).toMatchObject([{ openedAt, closedAt: new Date("2024-06-20T10:00:00Z"), outcome: "stopped" }]);
    expect(found[0]?.code).toMatch(/-24-\d{4}$/);
    const [came] = await withTransaction(org.service(), "read only", ({ db }) =>
      db
        .select({ at: auditEntries.at, detail: auditEntries.detail })
        .from(auditEntries)
        .where(and(eq(auditEntries.subjectId, found[0]?.id ?? ""), eq(auditEntries.action, "case.imported"))),
    );
    expect(came?.detail).toMatchObject({ openedOn: "2024-03-05", closedOn: "2024-06-20" });
    expect(came?.at.getFullYear()).toBeGreaterThan(2024);
  });

  test("reads a choice of the organisation's own by its words, and what it hid is asked about", async () => {
    const admin = await org.as("admin");
    const list = "outcome";
    await saveChoice(admin, { list, nearest: "stopped", en: "Moved to safety" });
    await saveChoice(admin, { list, choice: "no_contact", isHidden: "on" });
    await publishChoices(admin, { list, seen: (await readChoiceList(admin, list)).draft?.seen });
    const ended = (outcome: string) => [...listRow(), "05/03/2024", "20/06/2024", outcome];
    const rows = [ended("moved to safety"), ended("The client cannot be reached")];
    const importId = await readListOf(org, csvOf([[...listHeaders, "Opened on", "Date closed", "Outcome"], ...rows]));
    await checkListOf(org, importId);
    const states = await Promise.all(
      (["good", "bad"] as const).map(async (state) =>
        (await listRows(await org.as("supervisor"), importId, { states: [state] })).rows.map(({ row }) => row),
      ),
    );
    expect(states).toEqual([[2], [3]]);
    await run(importId);
    await workImport(org.service(), { importId });
    const found = await withTransaction(org.service(), "read only", ({ db }) =>
      db
        .select({ outcome: cases.outcome, version: cases.outcomeVersion })
        .from(cases)
        .where(eq(cases.pseudonym, rows[0]?.[0] ?? "")),
    );
    expect(found).toEqual([{ outcome: "stopped", version: expect.any(String) }]);
  });

  test("goes on after a kill in the middle, and a second worker doubles nothing", async () => {
    const importId = await checked(Array.from({ length: 12 }, () => listRow()));
    const before = await countCases();
    await run(importId);
    const ctx = await importCtx(org.id, importId);
    if (!ctx) throw new Error("It does not run.");
    const dying = withTransaction(ctx, "read write", async (scoped) => {
      await bringInRows(scoped, { importId });
      throw new Error("killed");
    });
    await expect(dying).rejects.toThrow("killed");
    expect(await countCases()).toBe(before);
    await bringInRows(ctx, { importId });
    const { imported, good } = await viewOf(importId);
    expect(imported).toBeGreaterThan(0);
    expect(imported + good).toBe(12);
    expect(await countCases()).toBe(before + imported);
    const { rows } = await listRows(await org.as("supervisor"), importId, { states: ["imported"] });
    const came = rows.flatMap(({ caseId }) => caseId ?? []);
    const advance = await owner()<{ n: number }[]>`select count(*)::int as n from pgboss.job
      where name = 'ladder.advance' and data ->> 'caseId' in ${owner()(came)} group by data ->> 'caseId'`;
    expect(advance.map(({ n }) => n)).toEqual(Array.from({ length: imported }, () => 1));
    await Promise.all([workImport(org.service(), { importId }), workImport(org.service(), { importId })]);
    expect(await countCases()).toBe(before + 12);
    expect(await viewOf(importId)).toMatchObject({ state: "done", imported: 12 });
  });

  test("the same file a second time brings in nothing, also when both were checked before either ran", async () => {
    const rows = [listRow(), listRow()];
    const first = await checked(rows);
    const second = await checked(rows.map((row) => ["", ...row.slice(1)]));
    expect(await viewOf(second)).toMatchObject({ good: 2, twins: 0 });
    const before = await countCases();
    for (const importId of [first, second]) {
      await run(importId);
      await workImport(org.service(), { importId });
    }
    expect(await countCases()).toBe(before + 2);
    expect(await viewOf(second)).toMatchObject({ state: "done", imported: 0, leftOut: 2 });
    const third = await checked(rows.map((row) => ["", ...row.slice(1)]));
    expect(await viewOf(third)).toMatchObject({ good: 0, twins: 2 });
    await run(third, "import");
    await workImport(org.service(), { importId: third });
    expect(await countCases()).toBe(before + 4);
  });

  test("nothing of a row is left when its last number is refused, and the rows beside it come in", async () => {
    const row = listRow();
    const refused = listRow();
    const two = listRow();
    const importId = await checked([row, refused, two]);
    await owner().unsafe(`create function public.refuse_one() returns trigger language plpgsql as $$ begin
      if new.raw = '${refused[9]}' then raise exception 'no' using errcode = '22023'; end if; return new; end $$;
      create trigger refuse_one before insert on app.references for each row execute function public.refuse_one()`);
    const before = await countCases();
    await run(importId);
    await workImport(org.service(), { importId });
    await owner().unsafe("drop trigger refuse_one on app.references; drop function public.refuse_one()");
    expect(await viewOf(importId)).toMatchObject({ state: "done", imported: 2, failed: 1 });
    expect(await countCases()).toBe(before + 2);
    const left = withTransaction(org.service(), "read only", ({ db }) =>
      db.$count(clients, eq(clients.pseudonym, refused[0] ?? "")),
    );
    expect(await left).toBe(0);
    const { rows } = await listRows(await org.as("supervisor"), importId, { states: ["failed"] });
    expect(rows).toMatchObject([{ row: 3, messages: [{ text: "Something in this row cannot be kept." }] }]);
  });

  test("ends when whoever said run is no supervisor any more", async () => {
    const importId = await checked([listRow()]);
    const other = await org.person("supervisor");
    await runImport(other.ctx, { importId, twins: "leave_out" });
    await withTransaction(org.service(), "read write", ({ db }) =>
      db.update(members).set({ role: "caseworker" }).where(eq(members.id, other.memberId)),
    );
    const before = await withTransaction(org.service(), "read only", ({ db }) => db.$count(clients));
    await workImport(org.service(), { importId });
    expect(await withTransaction(org.service(), "read only", ({ db }) => db.$count(clients))).toBe(before);
    expect(await importCtx((await makeOrg()).id, importId)).toBeNull();
  });

  test("is nothing for a caseworker or another organisation", async () => {
    const importId = await checked([listRow()]);
    await run(importId);
    await expect(bringInRows(await org.as("caseworker"), { importId })).rejects.toMatchObject({ code: "forbidden" });
    const stranger = await (await makeOrg()).as("supervisor");
    await expect(bringInRows(stranger, { importId })).rejects.toMatchObject({ code: "not_found" });
    await expect(bringInRows(await org.as("supervisor"), { importId: "x" })).rejects.toMatchObject({ code: "invalid" });
  });
});

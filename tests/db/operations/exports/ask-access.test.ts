import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { getTableColumns, sql } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import { beforeAll, describe, expect, test } from "vitest";
import { caseExports, cases, clients } from "@/db/schema";
import { amendCaseFields } from "@/lib/casework/cases/commands/amend-case-fields";
import { openCase } from "@/lib/casework/cases/commands/open-case";
import { amendClientFields } from "@/lib/casework/clients/amend-client-fields";
import { revealClient } from "@/lib/casework/clients/reveal-client";
import { logIncident } from "@/lib/casework/incidents/log-incident";
import { addIdentifier } from "@/lib/casework/subjects/identifiers/add-identifier";
import { withTransaction } from "@/lib/kernel/access/ctx";
import { createVault } from "@/lib/kernel/access/vault";
import { askAccess } from "@/lib/operations/exports/ask-access";
import { caseTables } from "@/lib/operations/exports/case-tables";
import { listAccessFolders, previewAccess } from "@/lib/operations/exports/queries";
import { accessColumns } from "@/lib/operations/exports/rules";
import { takeExport } from "@/lib/operations/exports/take-export";
import { newId } from "@/lib/platform/ids";

import { caseForm, incident } from "@/tests/support/case-form";
import { makeOrg, type Org, type Person } from "@/tests/support/org";
import { addField } from "@/tests/support/own-field";
import { unpackExport } from "@/tests/support/plant-export";
import { type Planted, plantRequest } from "@/tests/support/plant-request";

/** Of others: none of it may be in the folder of the client. */
const theirs = {
  harasser: "Casper Kwaadwillig",
  place: "14 Nergens Avenue, Farville",
  phone: "+1 404 555 0166",
  witness: "witness.aunt@mail.example",
  witnessPhone: "083 555 0123",
  staff: "Thembinkosi Hulpvaardig",
  officer: "Brigadier Onbekend",
  client: "Wilhelmina Anderster",
};
const own = ["Nomvula Dlamini", "+27 82 555 0101", "1 Voorbeeld Street", "library books", "I know your street"];

let org: Org;
let supervisor: Person;
let granted: Planted;
let exportId: string;
let text: string;

beforeAll(async () => {
  org = await makeOrg();
  supervisor = await org.person("supervisor", theirs.staff);
  await org.person("liaison", theirs.officer);
  granted = await plantRequest(supervisor, {}, { until: "granted" });
  const { caseId, clientId } = granted;
  const subject = { allegedName: theirs.harasser, allegedPlace: theirs.place };
  const second = await openCase(supervisor.ctx, caseForm({ client: undefined, clientId, subject }));
  const [row] = await withTransaction(supervisor.ctx, "read only", ({ db }) =>
    db.execute<{ id: string }>(sql`select id from app.subjects where case_id = ${second.id}`),
  );
  const number = { kind: "phone", value: theirs.phone, confidence: "possible", linkReason: "Seen in a message" };
  await addIdentifier(supervisor.ctx, { caseId: second.id, subjectId: row?.id, ...number });
  const admin = await org.as("admin");
  const home = {
    record: "client",
    kind: "choice",
    storage: "sealed",
    label: "Home language",
    choices: "isiZulu\nSesotho",
  };
  const language = await addField(admin, home);
  await amendClientFields(supervisor.ctx, { clientId, custom: { [language]: "sesotho" }, version: 0 });
  const board = await addField(admin, { label: "Board decision", audience: "supervisors" });
  await amendCaseFields(supervisor.ctx, { caseId, custom: { [board]: "Shelter granted" }, version: 0 });
  const what = `Kwaadwillig wrote to ${theirs.witness} and phoned ${theirs.witnessPhone} and ${theirs.phone}; ${theirs.staff} and ${theirs.officer} know. My number is 082 555 0101.`;
  await logIncident(supervisor.ctx, { caseId, ...incident, account: undefined, what });
  await openCase(
    supervisor.ctx,
    caseForm({ client: { ...caseForm().client, name: theirs.client }, matter: "Matter of another client" }),
  );
  await revealClient(await org.confirmed(supervisor), { clientId, reason: "To phone her" });
  ({ id: exportId } = await askAccess(await org.confirmed(supervisor), { requestId: granted.requestId }));
  const folder = await unpackExport(org, supervisor, exportId);
  text = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => statSync(join(folder, name)).isFile())
    .map((name) => readFileSync(join(folder, name), "utf8"))
    .join("\n");
});

describe("the folder of a client", () => {
  test("says what is theirs over all their cases, and nothing of others", () => {
    for (const word of [...own, "082 555 0101", "Who looked", "Supervisor"]) expect(text).toContain(word);
    for (const [what, word] of Object.entries(theirs)) expect(text, what).not.toContain(word);
    for (const part of ["Kwaadwillig", "Hulpvaardig", "Matter of another client"]) expect(text).not.toContain(part);
    expect(text).toContain("[e-mail of somebody else]");
    expect(text).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-/i);
    expect(text).not.toMatch(/v1\.[\w-]{16}\.[\w-]{22,}|keyId|fileId|"token"/);
  });

  test("has what was recorded in fields of the organisation's own, in words, and those of the client once", () => {
    for (const word of ["Home language", "Board decision", "Shelter granted"]) expect(text).toContain(word);
    expect(text).not.toContain("sesotho");
    // Once in the page and once in the data.
    expect(text.match(/Sesotho/g)).toHaveLength(2);
  });

  test("is what the preview says, and the preview shows nothing of it", async () => {
    const preview = await previewAccess(supervisor.ctx, granted.requestId);
    expect(preview.kinds.find(({ title }) => title === "Your cases")).toMatchObject({ rows: 2 });
    expect(preview.masked).toBeGreaterThanOrEqual(5);
    expect(preview.leftOut.map(({ title }) => title)).toContain("Subjects");
    const shown = JSON.stringify(preview);
    for (const word of [...own, ...Object.values(theirs)]) expect(shown).not.toContain(word);
  });

  test("names no column that is not there", () => {
    const tables = { ...caseTables, client: clients, case: cases };
    for (const [name, columns] of Object.entries(accessColumns)) {
      const there = Object.keys(getTableColumns(tables[name as keyof typeof tables] as PgTable));
      expect(columns.filter((column) => !there.includes(column))).toEqual([]);
    }
  });

  test("expires, is taken with a fresh proof by who asked, and is in the log", async () => {
    const [view] = await listAccessFolders(supervisor.ctx, granted.requestId);
    expect(view).toMatchObject({ state: "ready", kind: "access", expiresAt: expect.any(Date) });
    await expect(takeExport(supervisor.ctx, { exportId })).rejects.toMatchObject({ code: "invalid" });
    await expect(takeExport(await org.confirmed("supervisor"), { exportId })).rejects.toMatchObject({
      code: "not_found",
    });
    expect(await org.auditOf(exportId)).toEqual(["export.asked", "export.built", "export.downloaded"]);
  });
});

describe("askAccess", () => {
  test("is for supervisors of the organisation with a fresh proof", async () => {
    const { requestId } = granted;
    await expect(askAccess(supervisor.ctx, { requestId })).rejects.toMatchObject({
      fields: { password: expect.any(String) },
    });
    await expect(askAccess(await org.confirmed("caseworker"), { requestId })).rejects.toMatchObject({
      code: "forbidden",
    });
    const stranger = await (await makeOrg()).confirmed("supervisor");
    await expect(askAccess(stranger, { requestId })).rejects.toMatchObject({ code: "not_found" });
    await expect(askAccess(await org.confirmed(supervisor), { requestId: "x" })).rejects.toMatchObject({
      fields: { requestId: expect.any(String) },
    });
  });

  test.each([
    ["whoever a case is about", { fromWhom: "subject", kind: "objection", dueOn: "2026-02-01" }, "granted"],
    ["a request that waits", {}, "identified"],
    ["another kind of request", { kind: "deletion", dueOn: "2026-02-01" }, "granted"],
  ] as const)("makes none for %s, and Postgres makes none either", async (_, over, until) => {
    const { requestId, clientId } = await plantRequest(supervisor, over, { until });
    const ctx = await org.confirmed(supervisor);
    await expect(askAccess(ctx, { requestId })).rejects.toMatchObject({ code: "conflict" });
    const bySelf = withTransaction(ctx, "read write", async (scoped) => {
      const vault = await createVault(scoped, "export");
      const id = newId();
      await scoped.db.insert(caseExports).values({
        id,
        orgId: org.id,
        keyId: vault.keyId,
        kind: "access",
        clientId,
        requestId,
        state: "building",
        reason: vault.seal({ table: "case_exports", column: "reason", row: id }, "x"),
        askedBy: supervisor.memberId,
        askedAt: scoped.now,
      });
    });
    await expect(bySelf).rejects.toThrow();
    expect(await listAccessFolders(supervisor.ctx, requestId)).toEqual([]);
  });
});

import { createHash } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { writeAudit } from "@/lib/kernel/access/append-entry";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { withTransaction } from "@/lib/kernel/access/ctx";
import { changeRole } from "@/lib/organisation/members/commands/change-role";
import { exportLog } from "@/lib/oversight/audit-log/export-log";
import { listAuditEntries, listPeople } from "@/lib/oversight/audit-log/queries";
import { newId } from "@/lib/platform/ids";
import { makeOrg, type Org } from "@/tests/support/org";
import { plantCase } from "@/tests/support/plant";

type Line = { entry: number; text?: string; previous: string; hash: string; action: string };

let org: Org;
let admin: Ctx;
let supervisor: Ctx;

beforeAll(async () => {
  org = await makeOrg();
  [admin, supervisor] = [await org.as("admin"), await org.as("supervisor")];
  const person = await org.person("caseworker", "=HYPERLINK(1)");
  await changeRole(await org.confirmed("admin"), { memberId: person.memberId, role: "supervisor" });
  const typed = { from: "a", to: "b", reason: "Words about a person" };
  await withTransaction(supervisor, "read write", ({ db }) =>
    writeAudit(db, { action: "case.risk_changed", subjectId: newId(), detail: typed }),
  );
});

const linesOf = ({ bytes }: { bytes: Buffer }) =>
  bytes
    .toString("utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Line);

describe("the log taken out", () => {
  test("as JSON lines can be checked by anybody, entry by entry and as a chain; it is logged", async () => {
    const file = await exportLog(supervisor, { format: "jsonl", filters: {} });
    const lines = linesOf(file).toReversed();
    expect(lines.length).toBeGreaterThan(6);
    for (const [at, { text = "", previous, hash, entry }] of lines.entries()) {
      const sha = createHash("sha256").update(Buffer.from(previous, "hex")).update(text).digest("hex");
      expect(sha, `entry ${entry}`).toBe(hash);
      if (at > 0) expect(previous).toBe(lines[at - 1]?.hash);
    }
    const { rows } = await listAuditEntries(supervisor, { groups: ["audit"] });
    expect(rows[0]).toMatchObject({ what: "Log exported", detail: `format jsonl, rows ${file.rows}` });
  });

  test("gives an administrator, who sees no case, no words that somebody typed", async () => {
    const file = await exportLog(admin, { format: "jsonl", filters: { groups: ["case"] } });
    expect(file.bytes.toString()).not.toContain("Words about");
    expect(linesOf(file).map(({ action, text }) => [action, text])).toEqual([["case.risk_changed", undefined]]);
    const csv = await exportLog(supervisor, { format: "csv", filters: { groups: ["case"] } });
    expect(csv.bytes.toString()).not.toContain("Words about");
  });

  test("as CSV runs no formula", async () => {
    const person = (await listPeople(admin)).find(({ name }) => name.startsWith("="));
    const stranger = await org.person("supervisor", "=cmd");
    await exportLog(stranger.ctx, { format: "csv", filters: {} });
    const { bytes } = await exportLog(admin, { format: "csv", filters: { memberId: stranger.memberId } });
    expect(person).toBeDefined();
    expect(bytes.toString()).toContain(`,"'=cmd","supervisor","Log exported"`);
    expect(bytes.toString()).not.toMatch(/[,\n]=/);
  });

  test("is closed to caseworkers and names what it does not know", async () => {
    const asked = exportLog(await org.as("caseworker"), { format: "csv", filters: {} });
    await expect(asked).rejects.toMatchObject({ code: "forbidden" });
    await expect(exportLog(admin, { format: "pdf", filters: {} })).rejects.toMatchObject({
      fields: { format: expect.any(String) },
    });
    const other = await makeOrg();
    const file = await exportLog(await other.as("admin"), { format: "jsonl", filters: {} });
    expect(linesOf(file).some(({ action }) => action === "case.risk_changed")).toBe(false);
  });
});

describe("the page's filters", () => {
  test("by person, period and case number; an administrator's number finds nothing", async () => {
    const person = await org.person("supervisor");
    const code = "CD-26-0777";
    const caseId = await plantCase(person.ctx, { code });
    await withTransaction(person.ctx, "read write", ({ db }) =>
      writeAudit(db, { action: "case.viewed", subjectId: caseId, caseId, detail: {} }),
    );
    const found = await listAuditEntries(supervisor, { caseCode: "cd 26 0777" });
    expect(found.rows.map(({ what, caseCode }) => [what, caseCode])).toEqual([["Case opened to read", code]]);
    expect((await listAuditEntries(admin, { caseCode: code })).rows).toEqual([]);
    const theirs = await listAuditEntries(admin, { memberId: person.memberId });
    expect(theirs.rows.at(0)).toMatchObject({ what: "Case opened to read", caseCode: null });
    const today = new Date();
    const day = (days: number) => new Date(today.getTime() + days * 86_400_000).toISOString().slice(0, 10);
    expect((await listAuditEntries(admin, { from: day(2) })).rows).toEqual([]);
    expect((await listAuditEntries(admin, { until: day(-2) })).rows).toEqual([]);
    expect((await listAuditEntries(admin, { from: day(-1), until: day(1) })).rows.length).toBeGreaterThan(5);
  });
});

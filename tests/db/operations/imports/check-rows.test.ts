import { beforeAll, describe, expect, test } from "vitest";
import { checkRows } from "@/lib/operations/imports/commands/check-rows";
import { listRows, readImport } from "@/lib/operations/imports/queries";
import { checkListOf, csvOf, listHeaders, listRow, readListOf } from "@/tests/support/list-file";
import { makeOrg, type Org } from "@/tests/support/org";

let org: Org;
beforeAll(async () => {
  org = await makeOrg();
});

/** What a person may not know yet is no fault. */
const unknown: readonly Record<string, string>[] = [{ "Client name": "" }, { Handle: "" }];

/** Every kind of fault, each with the field at which it has to be told. */
const faults: readonly [over: Record<string, string>, field: string][] = [
  [{ "Code name": "<b>" }, "client.pseudonym"],
  [{ "Code name": "x".repeat(41) }, "client.pseudonym"],
  [{ "Client name": "n".repeat(161) }, "client.name"],
  [{ Phone: "ask her" }, "client.phone"],
  [{ Risk: "purple" }, "risk"],
  [{ Matter: "" }, "matter"],
  [{ Matter: "m".repeat(301) }, "matter"],
  [{ Platform: "Fotolog" }, "accounts.0.platform"],
  [{ Handle: "h".repeat(121) }, "accounts.0.handle"],
  [{ Datum: "31/02/2025 10:00" }, "incidents.0.when"],
  [{ Datum: "yesterday" }, "incidents.0.when"],
  [{ Datum: "13/10/2099 10:00" }, "incidents.0.when"],
  [{ "What happened": "" }, "incidents.0.what"],
  [{ Station: "s".repeat(81) }, "references.0.station"],
];

describe("checking rows", () => {
  test("keeps good from bad exactly, and tells each fault at its column with what was there", async () => {
    const bad = Array.from({ length: 10 }, () => faults).flat();
    const rows = bad.flatMap(([over], at) => [listRow(over), listRow(unknown[at] ?? {})]);
    const duplicate = listRow();
    const importId = await readListOf(org, csvOf([listHeaders, ...rows, duplicate, ["", ...duplicate.slice(1)]], ";"));
    await checkListOf(org, importId);
    const ctx = await org.as("supervisor");
    const { view, head } = await readImport(ctx, importId);
    expect(view).toMatchObject({
      state: "checked",
      rows: 2 * bad.length + 2,
      good: bad.length + 1,
      bad: bad.length,
      twins: 1,
    });
    const found = [];
    for (let after: number | undefined = 0; after !== undefined; ) {
      const page: Awaited<ReturnType<typeof listRows>> = await listRows(ctx, importId, { states: ["bad"], after });
      found.push(...page.rows);
      after = page.after;
    }
    expect(found.map(({ row }) => row)).toEqual(bad.map((_, at) => 2 + at * 2));
    for (const [at, { messages, row }] of found.entries()) {
      const errors = messages.filter(({ kind }) => kind === "error");
      const [over, field] = bad[at] ?? [{}, ""];
      expect(
        errors.map((error) => error.field),
        `row ${row}`,
      ).toEqual([field]);
      const typed = Object.values(over)[0] ?? "";
      if (!field.startsWith("incidents")) expect(errors[0]?.was.slice(0, 40)).toBe(typed.slice(0, 40));
    }
    expect(head?.unknown).toEqual([
      { choice: "risk", word: "purple", count: 10 },
      { choice: "platform", word: "fotolog", count: 10 },
    ]);
    expect(await org.auditOf(importId)).toContain("import.checked");
  });

  test("words that were answered are known, and odd numbers and dates without a time are told and kept", async () => {
    const odd = listRow({ Risk: "purple", "CAS number": "99/13/2025", Datum: "2025-10-13" });
    const importId = await readListOf(org, csvOf([listHeaders, odd], "\t"));
    await checkListOf(org, importId, { values: { risk: { purple: "high" } } });
    const { rows } = await listRows(await org.as("supervisor"), importId, { states: ["good"] });
    expect(rows[0]?.messages.map(({ kind, field }) => [kind, field])).toEqual([
      ["warning", "incidents.0.when"],
      ["warning", "references.0.raw"],
    ]);
  });

  test("happens once", async () => {
    const importId = await readListOf(org, csvOf([listHeaders, listRow()]));
    await checkListOf(org, importId);
    await expect(checkRows(org.service(), { importId })).rejects.toMatchObject({ code: "conflict" });
    await expect(checkRows(org.service(), { importId: "x" })).rejects.toMatchObject({ code: "invalid" });
  });
});

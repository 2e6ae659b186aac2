import { beforeAll, expect, test } from "vitest";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { correctBodyRow } from "@/lib/organisation/bodies/imports/commands/correct-body-row";
import { runBodyImport } from "@/lib/organisation/bodies/imports/commands/run-body-import";
import { listBodyRows, readBodyImport } from "@/lib/organisation/bodies/imports/queries";
import { listBodies } from "@/lib/organisation/bodies/queries";
import { listedStation, startList } from "@/tests/support/bodies";
import { makeOrg, type Org } from "@/tests/support/org";

let org: Org;
let admin: Ctx;
beforeAll(async () => {
  org = await makeOrg();
  admin = await org.as("admin");
});

const countsOf = async (id: string) => (await readBodyImport(admin, id)).counts;
const found = async (q: string) =>
  (await listBodies(admin, { sort: "name", dir: "asc", page: 1, q, standings: ["unconfirmed", "confirmed"] })).rows;

test("says at each row what is wrong, is corrected by hand, and is taken over once", async () => {
  const rows = [
    listedStation("Ou Voorbeeld"),
    listedStation("", { Phone: "call them" }),
    listedStation("ou  voorbeeld"),
  ];
  const id = await startList(admin, rows);
  expect(await countsOf(id)).toMatchObject({ rows: 3, new: 1, bad: 2 });
  const { rows: bad } = await listBodyRows(admin, id, { state: "bad", page: 1 });
  expect(bad.map(({ messages }) => messages.map(({ field }) => field))).toEqual([["name", "phone"], ["name"]]);
  expect(bad[1]?.messages[0]?.text).toMatch(/^Row 2 is the same body/);
  await expect(runBodyImport(admin, { importId: id })).rejects.toMatchObject({
    fields: { leaveOutBad: expect.any(String) },
  });
  expect(await found("ou voorbeeld")).toEqual([]);
  const mended = await correctBodyRow(admin, { importId: id, row: 3, cells: listedStation("Nuwe Voorbeeld") });
  expect(mended.left).toEqual([]);
  expect(await runBodyImport(admin, { importId: id, leaveOutBad: true })).toEqual({
    added: 2,
    updated: 0,
    leftOut: 1,
  });
  expect(await found("voorbeeld western")).toMatchObject([
    { name: "Nuwe Voorbeeld", standing: "unconfirmed" },
    { name: "Ou Voorbeeld", standing: "unconfirmed" },
  ]);
  await expect(runBodyImport(admin, { importId: id, leaveOutBad: true })).rejects.toMatchObject({ code: "conflict" });
});

import { beforeAll, expect, test } from "vitest";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { runBodyImport } from "@/lib/organisation/bodies/imports/commands/run-body-import";
import { setColumns } from "@/lib/organisation/bodies/imports/commands/set-columns";
import { listBodyRows, readBodyImport } from "@/lib/organisation/bodies/imports/queries";
import { readBodyList } from "@/lib/organisation/bodies/imports/read-body-list";
import { listBodies } from "@/lib/organisation/bodies/queries";
import { writeCsv } from "@/lib/platform/sheets/sheet";
import { makeOrg, type Org } from "@/tests/support/org";

let org: Org;
let admin: Ctx;
beforeAll(async () => {
  org = await makeOrg();
  admin = await org.as("admin");
});

const found = async (q: string) =>
  (await listBodies(admin, { sort: "name", dir: "asc", page: 1, q, standings: ["unconfirmed", "confirmed"] })).rows;

test("is read from a CSV with other headers: a person says what they are, and what counts for every row", async () => {
  const csv = writeCsv([
    ["Stasie", "Foon", "Mystery"],
    ["Elders", "+27 21 000 0100", "x"],
  ]);
  const { id } = await readBodyList(admin, new File([csv], "stasies.csv"));
  const { columns, counts } = await readBodyImport(admin, id);
  expect(columns).toEqual(["name", "phone", null]);
  expect(counts.bad).toBe(1);
  const fixed = {
    kind: "police_station",
    country: "ZA",
    source: "A letter of 2 Nov 2026",
    readOn: "2026-11-02",
    mark: "V",
  };
  await setColumns(admin, { importId: id, columns: ["name", "phone", "area"], fixed });
  const { rows } = await listBodyRows(admin, id, { state: "new", page: 1 });
  expect(rows).toMatchObject([{ name: "Elders", area: "x", kind: "police_station" }]);
  await runBodyImport(admin, { importId: id });
  expect(await found("elders")).toMatchObject([{ phone: "+27 21 000 0100" }]);
  const twice = setColumns(admin, { importId: id, columns: ["name", "name", null], fixed: {} });
  await expect(twice).rejects.toMatchObject({ fields: { "column.1": expect.any(String) } });
  const empty = readBodyList(admin, new File(["Name\r\n"], "x.csv"));
  await expect(empty).rejects.toMatchObject({ fields: { file: expect.any(String) } });
});

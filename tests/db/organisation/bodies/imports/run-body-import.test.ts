import { beforeAll, expect, test } from "vitest";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { runBodyImport } from "@/lib/organisation/bodies/imports/commands/run-body-import";
import { readBodyImport } from "@/lib/organisation/bodies/imports/queries";
import { readBodyList } from "@/lib/organisation/bodies/imports/read-body-list";
import { listBodies } from "@/lib/organisation/bodies/queries";
import { writeCsv } from "@/lib/platform/sheets/sheet";
import { listedStation, listHeaders, startList } from "@/tests/support/bodies";
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

test("of 5,000 rows goes in whole", async () => {
  const rows = Array.from({ length: 5000 }, (_, n) => listedStation(`Honderd ${n}`, { Province: "Limpopo" }));
  const { id } = await readBodyList(admin, new File([writeCsv([listHeaders, ...rows])], "many.csv"));
  expect(await runBodyImport(admin, { importId: id })).toMatchObject({ added: 5000 });
  expect(await found("honderd 4999")).toHaveLength(1);
  const again = await startList(admin, rows);
  expect(await countsOf(again)).toMatchObject({ same: 5000, new: 0, changed: 0, bad: 0 });
}, 60_000);

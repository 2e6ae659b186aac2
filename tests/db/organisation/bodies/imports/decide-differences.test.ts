import { beforeAll, expect, test } from "vitest";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { decideDifferences } from "@/lib/organisation/bodies/imports/commands/decide-differences";
import { runBodyImport } from "@/lib/organisation/bodies/imports/commands/run-body-import";
import { listBodyRows, readBodyImport } from "@/lib/organisation/bodies/imports/queries";
import { listBodies } from "@/lib/organisation/bodies/queries";
import { listedStation, newStation, startList } from "@/tests/support/bodies";
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

test("changes nothing the second time, and takes over only the differences that somebody confirmed", async () => {
  const [one, two] = [`Twee ${Date.now()}`, `Drie ${Date.now()}`];
  await newStation(admin, one);
  await newStation(admin, two);
  const same = await startList(admin, [listedStation(one, { Address: "1 Voorbeeld Street, Voorbeeld" })]);
  expect(await countsOf(same)).toMatchObject({ same: 1, changed: 0, new: 0 });
  await expect(runBodyImport(admin, { importId: same })).rejects.toMatchObject({ code: "conflict" });
  const id = await startList(admin, [
    listedStation(one, { Phone: "021 000 0177", Hours: "" }),
    listedStation(two, { Phone: "021 000 0178" }),
  ]);
  const { rows } = await listBodyRows(admin, id, { state: "changed", page: 1 });
  // An empty cell takes nothing away.
  expect(rows[0]?.differences.map(({ field }) => field)).toEqual(["phone", "address"]);
  await decideDifferences(admin, { importId: id, rows: [2], take: "yes" });
  expect(await countsOf(id)).toMatchObject({ changed: 2, undecided: 1 });
  expect(await runBodyImport(admin, { importId: id })).toEqual({ added: 0, updated: 1, leftOut: 0 });
  expect((await found(one))[0]).toMatchObject({ phone: "021 000 0177", standing: "unconfirmed" });
  expect((await found(two))[0]).toMatchObject({ phone: "021 000 0100", standing: "confirmed" });
});

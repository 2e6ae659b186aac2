import { beforeAll, expect, test } from "vitest";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { changeBody } from "@/lib/organisation/bodies/commands/change-body";
import { decideDifferences } from "@/lib/organisation/bodies/imports/commands/decide-differences";
import { runBodyImport } from "@/lib/organisation/bodies/imports/commands/run-body-import";
import { undoBodyImport } from "@/lib/organisation/bodies/imports/commands/undo-body-import";
import { listBodies, readBody } from "@/lib/organisation/bodies/queries";
import { listedStation, newStation, startList, stationForm } from "@/tests/support/bodies";
import { makeOrg, type Org } from "@/tests/support/org";

let org: Org;
let admin: Ctx;
beforeAll(async () => {
  org = await makeOrg();
  admin = await org.as("admin");
});

const found = async (q: string) =>
  (await listBodies(admin, { sort: "name", dir: "asc", page: 1, q, standings: ["unconfirmed", "confirmed"] })).rows;

test("is undone within a day: what it added goes, what it changed is as before, what was touched since stays", async () => {
  const kept = `Vier ${Date.now()}`;
  const before = await newStation(admin, kept);
  const id = await startList(admin, [
    listedStation("Vyf Voorbeeld"),
    listedStation("Ses Voorbeeld"),
    listedStation(kept, { Phone: "021 000 0188" }),
    listedStation("Independent Police Investigative Directorate (IPID)", {
      Kind: "Complaints about police",
      Province: "",
      Phone: "012 000 0100",
    }),
  ]);
  await decideDifferences(admin, { importId: id, rows: "all", take: "yes" });
  expect(await runBodyImport(admin, { importId: id })).toEqual({ added: 2, updated: 2, leftOut: 0 });
  expect((await readBody(admin, "law-ipid")).phone).toBe("012 000 0100");
  const [touched] = await found("ses voorbeeld");
  await changeBody(admin, { ...stationForm("Ses Voorbeeld"), bodyRef: touched?.ref, phone: "021 000 0111" });
  const late = { ...admin, now: new Date(admin.now.getTime() + 25 * 3_600_000) };
  await expect(undoBodyImport(late, { importId: id })).rejects.toMatchObject({ code: "conflict" });
  expect(await undoBodyImport(admin, { importId: id })).toEqual({ removed: 1, restored: 2, kept: 1 });
  expect(await found("vyf voorbeeld")).toEqual([]);
  expect(await found("ses voorbeeld")).toMatchObject([{ phone: "021 000 0111" }]);
  expect(await readBody(admin, before)).toMatchObject({ phone: "021 000 0100", standing: "confirmed" });
  expect((await readBody(admin, "law-ipid")).shipped?.contacts[0]?.value).toBe("0800 111 969");
  await expect(undoBodyImport(admin, { importId: id })).rejects.toMatchObject({ code: "conflict" });
});

import { beforeAll, describe, expect, test } from "vitest";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { changeBody } from "@/lib/organisation/bodies/commands/change-body";
import { correctBodyRow } from "@/lib/organisation/bodies/imports/commands/correct-body-row";
import { decideDifferences } from "@/lib/organisation/bodies/imports/commands/decide-differences";
import { runBodyImport } from "@/lib/organisation/bodies/imports/commands/run-body-import";
import { setColumns } from "@/lib/organisation/bodies/imports/commands/set-columns";
import { undoBodyImport } from "@/lib/organisation/bodies/imports/commands/undo-body-import";
import { listBodyRows, readBodyImport } from "@/lib/organisation/bodies/imports/queries";
import { readBodyList } from "@/lib/organisation/bodies/imports/read-list";
import { listBodies, readBody } from "@/lib/organisation/bodies/queries";
import { writeCsv } from "@/lib/platform/sheets/sheet";
import { listedStation, listHeaders, newStation, startList, stationForm } from "@/tests/support/bodies";
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

describe("a list of bodies", () => {
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

  test("of 5,000 rows goes in whole", async () => {
    const lap = (what: string) => console.error(what, Math.round(performance.now()));
    const rows = Array.from({ length: 5000 }, (_, n) => listedStation(`Honderd ${n}`, { Province: "Limpopo" }));
    const { id } = await readBodyList(admin, new File([writeCsv([listHeaders, ...rows])], "many.csv"));
    lap("read");
    expect(await runBodyImport(admin, { importId: id })).toMatchObject({ added: 5000 });
    lap("run");
    expect(await found("honderd 4999")).toHaveLength(1);
    lap("found");
    const again = await startList(admin, rows);
    lap("again");
    expect(await countsOf(again)).toMatchObject({ same: 5000, new: 0, changed: 0, bad: 0 });
  }, 60_000);
});

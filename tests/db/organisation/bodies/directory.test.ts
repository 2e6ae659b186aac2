import { beforeAll, describe, expect, test } from "vitest";
import { withTransaction } from "@/lib/kernel/access/ctx";
import { officeToday } from "@/lib/law/office/rules";
import { addBody } from "@/lib/organisation/bodies/commands/add-body";
import { changeBody } from "@/lib/organisation/bodies/commands/change-body";
import { confirmBodies } from "@/lib/organisation/bodies/commands/confirm-bodies";
import { mergeBody } from "@/lib/organisation/bodies/commands/merge-body";
import { reportBody } from "@/lib/organisation/bodies/commands/report-body";
import { restoreBody } from "@/lib/organisation/bodies/commands/restore-body";
import { retireBody } from "@/lib/organisation/bodies/commands/retire-body";
import { settleReport } from "@/lib/organisation/bodies/commands/settle-report";
import { findNamed, idOfNamed } from "@/lib/organisation/bodies/find-named";
import { listBodies, offerBodies, readBody } from "@/lib/organisation/bodies/queries";
import { addDays } from "@/lib/platform/time/calendar";
import { newStation, stationForm } from "@/tests/support/bodies";
import { makeOrg, type Org } from "@/tests/support/org";

let org: Org;
beforeAll(async () => {
  org = await makeOrg();
});

const all = { sort: "name", dir: "asc", page: 1 } as const;
const listed = async (q: string, more = {}) => {
  const { rows } = await listBodies(await org.as("caseworker"), { ...all, q, ...more });
  return rows.map(({ name, standing }) => ({ name, standing }));
};

describe("the directory", () => {
  test("has the bodies of the law data and the organisation's own in one list, and other organisations see only theirs", async () => {
    await newStation(await org.as("caseworker"), "Seevoorbeeld");
    expect(await listed("seevoorbeeld western")).toEqual([{ name: "Seevoorbeeld", standing: "confirmed" }]);
    expect(await listed("ic3")).toEqual([
      { name: "FBI Internet Crime Complaint Center (IC3)", standing: "unconfirmed" },
    ]);
    const other = await makeOrg();
    const { rows } = await listBodies(await other.as("supervisor"), { ...all, q: "seevoorbeeld" });
    expect(rows).toEqual([]);
  });

  test("asks again a year after somebody confirmed a body of the law data", async () => {
    const ctx = await org.as("caseworker");
    await confirmBodies(ctx, { bodyRefs: ["law-ipid"] });
    const body = await readBody(ctx, "law-ipid");
    expect(body).toMatchObject({ standing: "confirmed", name: expect.stringContaining("IPID") });
    expect(body.shipped?.contacts[0]?.value).toBe("0800 111 969");
    const later = { ...ctx, now: new Date(ctx.now.getTime() + 366 * 86_400_000) };
    expect((await readBody(later, body.ref)).standing).toBe("lapsed");
    const { rows } = await listBodies(later, { ...all, standings: ["lapsed"] });
    expect(rows.map(({ ref }) => ref)).toContain(body.ref);
    const past = { bodyRefs: [body.ref], expiresOn: officeToday(ctx.now) };
    await expect(confirmBodies(ctx, past)).rejects.toMatchObject({ fields: { expiresOn: expect.any(String) } });
    await confirmBodies(ctx, { bodyRefs: [body.ref], expiresOn: addDays(officeToday(ctx.now), 30) });
    expect((await readBody(ctx, body.ref)).expiresOn).toBe(addDays(officeToday(ctx.now), 30));
  });

  test("keeps what was said before, marks a reported change, and lets whoever keeps it settle that", async () => {
    const worker = await org.as("caseworker");
    const boss = await org.as("supervisor");
    const form = stationForm();
    const { id } = await addBody(worker, form);
    await expect(addBody(worker, form)).rejects.toMatchObject({ code: "conflict" });
    await reportBody(worker, { bodyRef: id, note: "The phone is another." });
    expect((await readBody(worker, id)).standing).toBe("reported");
    await settleReport(boss, { bodyRef: id });
    await reportBody(worker, { bodyRef: id, note: "It is, I called." });
    const changed = { ...form, bodyRef: id, phone: "021 000 0155" };
    await changeBody(boss, changed);
    await expect(changeBody(boss, { ...changed, version: 1 })).rejects.toMatchObject({ code: "conflict" });
    const body = await readBody(worker, id);
    expect(body).toMatchObject({ standing: "confirmed", phone: "021 000 0155" });
    expect(body.history.map(({ act }) => act)).toEqual(["changed", "reported", "settled", "reported", "added"]);
    expect(body.history[0]).toMatchObject({ was: { phone: "021 000 0100" }, became: { phone: "021 000 0155" } });
  });

  test("finds a body by how people write its name, also after it was merged, and no body out of use", async () => {
    const ctx = await org.as("supervisor");
    const find = (text: string) =>
      withTransaction(ctx, "read write", async (tx) => (await findNamed(tx, text, ["ZA"]))?.name ?? null);
    const id = await newStation(ctx, "Bergvoorbeeld");
    expect(await find("SAPS BERGVOORBEELD")).toBe("Bergvoorbeeld");
    await addBody(ctx, { ...stationForm("Bergvoorbeeld"), area: "Limpopo" });
    expect(await find("Bergvoorbeeld")).toBeNull();
    expect(await find("Bergvoorbeeld, Limpopo")).toBe("Bergvoorbeeld");
    const offered = await offerBodies(ctx, { countries: ["ZA"], kinds: ["police_station"] });
    expect(offered.map(({ label }) => label)).toContain("Bergvoorbeeld, Limpopo");
    await mergeBody(ctx, { bodyRef: id, into: "Bergvoorbeeld, Limpopo" });
    const ids = await withTransaction(ctx, "read write", (tx) => idOfNamed(tx, "Bergvoorbeeld", ["ZA"]));
    expect((await readBody(ctx, id)).mergedInto?.ref).toBe(ids);
    await restoreBody(ctx, { bodyRef: id });
    await retireBody(ctx, { bodyRef: id, note: "Closed." });
    expect(await listed("bergvoorbeeld", { standings: ["retired"] })).toEqual([
      { name: "Bergvoorbeeld", standing: "retired" },
    ]);
    expect(await find("Bergvoorbeeld, Western Cape")).toBeNull();
  });
});

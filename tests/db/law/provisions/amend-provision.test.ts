import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { provisionVersions } from "@/db/schema";
import { withTransaction } from "@/lib/kernel/access/ctx";
import { findAgency, findClock, findOffence, findPlatform, houseLaw, inForceOn } from "@/lib/law/jurisdictions/rules";
import { amendProvision } from "@/lib/law/provisions/amend-provision";
import { owner } from "@/tests/support/db";
import { lawOf, offenceForm, proof } from "@/tests/support/law-change";
import { makeOrg, type Org } from "@/tests/support/org";

const key = "za-cca-16";
let org: Org;

beforeAll(async () => {
  org = await makeOrg();
});

describe("amendProvision", () => {
  test("counts at once, keeps only what differs, and says so in the log", async () => {
    const here = await makeOrg();
    const { id, version } = await amendProvision(await here.as("admin"), offenceForm(key, { inForce: "no" }));
    expect(version).toBe(1);
    const laid = findOffence(key, await lawOf(here));
    expect(laid && inForceOn(laid, "2026-11-24")).toBe(false);
    expect(laid?.sources[0]).toMatchObject({ source: proof.source, marks: ["V"], checkedOn: proof.checkedOn });
    const rows = await withTransaction(await here.as("admin"), "read only", ({ db }) =>
      db.select().from(provisionVersions),
    );
    expect(rows.map((row) => row.change)).toEqual([{ inForce: "no" }]);
    expect(await here.auditOf(id)).toEqual(["law.amended"]);
  });

  test("keeps every version: nobody can change or take out one that is written", async () => {
    const here = await makeOrg();
    const { id } = await amendProvision(await here.as("admin"), offenceForm(key, { maxPenalty: "A fine" }));
    await amendProvision(await here.as("admin"), offenceForm(key, { maxPenalty: "Another fine", seen: "1" }));
    expect(findOffence(key, await lawOf(here))?.maxPenalty).toBe("Another fine");
    const condition = eq(provisionVersions.id, id);
    for (const ctx of [await here.as("admin"), here.service()]) {
      const change = withTransaction(ctx, "read write", ({ db }) =>
        db.update(provisionVersions).set({ reason: "x" }).where(condition),
      );
      await expect(change).rejects.toThrow();
      const loss = withTransaction(ctx, "read write", ({ db }) => db.delete(provisionVersions).where(condition));
      await expect(loss).rejects.toThrow();
    }
    await expect(owner()`truncate app.provision_versions`).rejects.toThrow();
  });

  test("changes a clock and the contacts of an agency, without a link of its own", async () => {
    const here = await makeOrg();
    const admin = await here.as("admin");
    const clock = { part: "clock", key: "T-PHA-ECSP", seen: "0", ...proof, reason: "The rule was changed." };
    await amendProvision(admin, {
      ...clock,
      enabled: "yes",
      limitAmount: "7",
      limitUnit: "court_days",
      limitNote: "as the Gazette says",
    });
    const body = houseLaw.agencies.find((agency) => agency.contacts.some((contact) => contact.href));
    if (!body) throw new Error("An agency with a link is needed.");
    const kept = body.contacts.map((contact) => `${contact.label}: ${contact.value}`);
    await amendProvision(admin, {
      part: "agency",
      key: body.key,
      seen: "0",
      ...proof,
      reason: "A number was added.",
      name: body.name,
      does: body.does,
      contacts: [...kept, "Desk: 000 000 0147"].join("\n"),
    });
    const law = await lawOf(here);
    expect(findClock("T-PHA-ECSP", law)?.limit).toEqual({ amount: 7, unit: "court_days" });
    expect(findAgency(body.key, law)?.contacts).toEqual([...body.contacts, { label: "Desk", value: "000 000 0147" }]);
  });

  test("changes where a client reports to a platform, and takes an address away that is gone", async () => {
    const here = await makeOrg();
    const admin = await here.as("admin");
    const released = houseLaw.platforms.find((platform) => platform.reportPage);
    if (!released) throw new Error("A platform with the address of its form is needed.");
    const { victimRoute, reportPage, reportCategories } = released;
    const form = { victimRoute, reportPage, ...proof };
    const typed = { ...form, reportCategories: reportCategories.join("\n"), part: "platform", key: released.key };
    const moved = { ...typed, seen: "0", victimRoute: "Help, then Report", reason: "The menu was renamed." };
    await amendProvision(admin, moved);
    expect(findPlatform(released.key, await lawOf(here))).toMatchObject({
      victimRoute: "Help, then Report",
      reportPage,
    });
    await amendProvision(admin, { ...moved, seen: "1", reportPage: " ", reason: "The form is gone." });
    const now = findPlatform(released.key, await lawOf(here));
    expect(now).toMatchObject({ reportPage: null, reportCategories });
    const rows = await withTransaction(admin, "read only", ({ db }) => db.select().from(provisionVersions));
    expect(rows.map((row) => Object.keys(row.change).toSorted())).toEqual([
      ["victimRoute"],
      ["reportPage", "victimRoute"],
    ]);
  });

  test("leaves another organisation as it is", async () => {
    const here = await makeOrg();
    const other = await makeOrg();
    await amendProvision(await here.as("admin"), offenceForm(key, { inForce: "no" }));
    expect(await lawOf(other)).toBe(houseLaw);
    expect(findOffence(key, await lawOf(other))?.inForce).toBe("yes");
  });

  test.each([
    ["inForce", { inForce: "perhaps" }],
    ["inForceFrom", { inForceFrom: "2026-02-30" }],
    ["inForceUntil", { inForceFrom: "2026-02-01", inForceUntil: "2026-01-31" }],
    ["maxYears", { maxYears: "three" }],
    ["citation", { citation: " " }],
    ["source", { source: "" }],
    ["mark", { mark: "W" }],
    ["checkedOn", { checkedOn: "2226-11-24" }],
    ["reason", { reason: "" }],
    ["part", { part: "packet" }],
  ])("names the field that needs another look: %s", async (field, change) => {
    const attempt = amendProvision(await org.as("admin"), offenceForm(key, change));
    await expect(attempt).rejects.toMatchObject({ code: "invalid", fields: { [field]: expect.any(String) } });
  });

  test("finds no provision that the release does not have, and says when nothing differs", async () => {
    const admin = await org.as("admin");
    const unknown = { ...offenceForm(key), key: "za-cca-999" };
    await expect(amendProvision(admin, unknown)).rejects.toMatchObject({ code: "not_found" });
    await expect(amendProvision(admin, offenceForm(key))).rejects.toMatchObject({ code: "conflict" });
  });

  test("of two administrators at once the second is told, and both versions can be kept", async () => {
    const here = await makeOrg();
    const ctx = await here.as("admin");
    const two = (await here.person("admin")).ctx;
    const both = await Promise.allSettled([
      amendProvision(ctx, offenceForm(key, { maxPenalty: "A fine" })),
      amendProvision(two, offenceForm(key, { maxPenalty: "Two fines" })),
    ]);
    expect(both.filter((result) => result.status === "rejected")).toMatchObject([
      { reason: { code: "conflict", message: expect.stringContaining("while you wrote") } },
    ]);
    const third = await amendProvision(two, offenceForm(key, { maxPenalty: "Three fines", seen: "1" }));
    expect(third.version).toBe(2);
  });
});

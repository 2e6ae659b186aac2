import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { custodyEvents } from "@/db/schema";
import { recordCustody } from "@/lib/evidence/exhibits/commands/record-custody";
import { readExhibit } from "@/lib/evidence/exhibits/queries";
import type { Receipt } from "@/lib/evidence/exhibits/types";
import { grantRelease } from "@/lib/handover/releases/commands/grant-release";
import { listReleases } from "@/lib/handover/releases/queries";
import { type Ctx, withTransaction } from "@/lib/kernel/access/ctx";
import { addDays } from "@/lib/platform/time/calendar";
import { civilDate } from "@/lib/platform/time/clock";
import { owner } from "@/tests/support/db";
import { addExhibit } from "@/tests/support/exhibit";
import { seededBytes } from "@/tests/support/files";
import { makeOrg, type Org } from "@/tests/support/org";
import { plantCase } from "@/tests/support/plant";

let org: Org;
let worker: Ctx;
let caseId: string;
let receipt: Receipt;
const given = { action: "transferred", purpose: "For the docket" };

const ledgerOf = async (exhibitId: string) => (await readExhibit(worker, caseId, exhibitId)).ledger;

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.as("caseworker");
  caseId = await plantCase(worker);
  receipt = await addExhibit(worker, caseId, seededBytes(100, 1));
});

describe("recordCustody", () => {
  test("adds every field to the ledger, which stays whole, and to the log", async () => {
    const { exhibitId } = await addExhibit(worker, caseId, seededBytes(100, 2));
    const form = {
      from: "the client",
      to: "Det. Nkosi, 0000001-1",
      place: "Voorbeeldfontein SAPS",
      remarks: "In a bag",
    };
    const kept = { medium: "Phone", sealNumber: "PA-00123", signature: "Det. Nkosi, on form 1", basis: "By consent" };
    const when = { at: "2026-11-02T11:40", zone: "Africa/Johannesburg" };
    await recordCustody(worker, { exhibitId, ...given, ...form, ...kept, ...when });
    const { events, holds } = await ledgerOf(exhibitId);
    expect(events.map(({ seq, action }) => [seq, action])).toEqual([
      [1, "received"],
      [2, "transferred"],
    ]);
    expect(holds).toBe(true);
    expect(events[1]).toMatchObject({ by: "caseworker person", at: new Date("2026-11-02T09:40:00Z") });
    expect(events[1]?.details).toEqual([
      { name: "From", value: "the client" },
      { name: "To", value: "Det. Nkosi, 0000001-1" },
      { name: "Why", value: "For the docket" },
      { name: "On the basis of", value: "By consent" },
      { name: "Place", value: "Voorbeeldfontein SAPS" },
      { name: "Medium", value: "Phone" },
      { name: "Seal number", value: "PA-00123" },
      { name: "Signature", value: "Det. Nkosi, on form 1" },
      { name: "Remarks", value: "In a bag" },
    ]);
    expect(await org.auditOf(exhibitId)).toEqual(["exhibit.received", "exhibit.custody_recorded"]);
  });

  test("keeps what a person typed sealed", async () => {
    const { exhibitId } = await addExhibit(worker, caseId, seededBytes(100, 5));
    await recordCustody(worker, { exhibitId, ...given, purpose: "Quokkas for the docket" });
    const rows = await withTransaction(worker, "read only", ({ db }) =>
      db.select().from(custodyEvents).where(eq(custodyEvents.exhibitId, exhibitId)),
    );
    expect(rows.find((row) => row.seq === 2)?.details).toBeTruthy();
    expect(JSON.stringify(rows)).not.toContain("Quokkas");
  });

  test("names a release of the case as what it rests on", async () => {
    const { exhibitId } = await addExhibit(worker, caseId, seededBytes(100, 6));
    const signedOn = addDays(civilDate(worker.now, "Africa/Johannesburg"), -10);
    await grantRelease(worker, {
      caseId,
      recipientRole: "investigating_officer",
      recipient: "SAPS",
      purpose: "The docket",
      which: "all",
      signedOn,
    });
    const [release] = await listReleases(worker, caseId);
    await recordCustody(worker, { exhibitId, ...given, releaseId: release?.id });
    const { events } = await ledgerOf(exhibitId);
    expect(events[1]?.details).toContainEqual({ name: "On the basis of", value: `REL-1, signed on ${signedOn}` });
    const other = await plantCase(worker);
    const elsewhere = await addExhibit(worker, other, seededBytes(100, 7));
    const attempt = recordCustody(worker, { exhibitId: elsewhere.exhibitId, ...given, releaseId: release?.id });
    await expect(attempt).rejects.toMatchObject({ code: "invalid", fields: { releaseId: expect.any(String) } });
  });

  test.each([
    ["action", { action: "destroyed" }],
    ["action", { action: "hashed" }],
    ["purpose", { purpose: " " }],
    ["at", { at: "2099-11-02T11:40", zone: "UTC" }],
    ["at", { at: "yesterday", zone: "UTC" }],
    ["zone", { at: "2026-11-02T11:40", zone: "Nowhere/At_All" }],
    ["remarks", { remarks: "x".repeat(1_001) }],
  ])("names %s when it needs another look", async (field, change) => {
    const attempt = recordCustody(worker, { ...receipt, ...given, ...change });
    await expect(attempt).rejects.toMatchObject({ code: "invalid", fields: { [field]: expect.any(String) } });
  });

  test("many at once make one chain without a gap", async () => {
    const { exhibitId } = await addExhibit(worker, caseId, seededBytes(100, 3));
    await Promise.all(Array.from({ length: 5 }, () => recordCustody(worker, { exhibitId, ...given })));
    const ledger = await ledgerOf(exhibitId);
    expect(ledger.events.map((event) => event.seq)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(ledger.holds).toBe(true);
  });

  test("Postgres refuses to change or remove an event", async () => {
    const theirs = eq(custodyEvents.exhibitId, receipt.exhibitId);
    const change = withTransaction(worker, "read write", ({ db }) =>
      db.update(custodyEvents).set({ purpose: "Nothing to see" }).where(theirs),
    );
    await expect(change).rejects.toMatchObject({ cause: { code: "42501" } });
    const removal = withTransaction(worker, "read write", ({ db }) => db.delete(custodyEvents).where(theirs));
    await expect(removal).rejects.toMatchObject({ cause: { code: "42501" } });
  });

  test("a chain that was changed or cut behind the triggers is seen", async () => {
    const changed = await addExhibit(worker, caseId, seededBytes(100, 4));
    const cut = await addExhibit(worker, caseId, seededBytes(100, 8));
    for (const { exhibitId } of [changed, cut]) await recordCustody(worker, { exhibitId, ...given });
    await owner().begin(async (sql) => {
      await sql`alter table app.custody_events disable trigger append_only`;
      await sql`alter table app.custody_events no force row level security`;
      await sql`update app.custody_events set purpose = 'Nothing' where exhibit_id = ${changed.exhibitId} and seq = 1`;
      await sql`delete from app.custody_events where exhibit_id = ${cut.exhibitId} and seq = 2`;
      await sql`alter table app.custody_events force row level security`;
      await sql`alter table app.custody_events enable trigger append_only`;
    });
    expect((await ledgerOf(changed.exhibitId)).broken).toEqual({ kind: "line", seq: 1 });
    expect((await ledgerOf(cut.exhibitId)).broken).toEqual({ kind: "cut", last: 1 });
  });
});

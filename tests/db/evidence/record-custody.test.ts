import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { custodyEvents } from "@/db/schema";
import { type Ctx, inScope } from "@/lib/access/ctx";
import { readExhibit } from "@/lib/evidence/queries";
import { recordCustody } from "@/lib/evidence/record-custody";
import type { Receipt } from "@/lib/evidence/types";
import { owner } from "../../support/db";
import { addExhibit } from "../../support/exhibit";
import { seededBytes } from "../../support/files";
import { makeOrg, type Org } from "../../support/org";
import { plantCase } from "../../support/plant";

let org: Org;
let worker: Ctx;
let caseId: string;
let receipt: Receipt;
const viewed = { action: "viewed", purpose: "Looked at on the evidence page" };

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.as("caseworker");
  caseId = await plantCase(worker);
  receipt = await addExhibit(worker, caseId, seededBytes(100, 1));
});

describe("recordCustody", () => {
  test("adds to the ledger, which stays whole, and to the log", async () => {
    const { exhibitId } = await addExhibit(worker, caseId, seededBytes(100, 2));
    await recordCustody(worker, { exhibitId, ...viewed });
    await recordCustody(worker, { exhibitId, action: "copied", purpose: "Downloaded" });
    await recordCustody(worker, { exhibitId, action: "transferred", purpose: "Phone handed to the detective" });
    const { ledger } = await readExhibit(worker, caseId, exhibitId);
    expect(ledger.events.map(({ seq, action }) => [seq, action])).toEqual([
      [1, "received"],
      [2, "viewed"],
      [3, "copied"],
      [4, "transferred"],
    ]);
    expect(ledger.holds).toBe(true);
    expect(ledger.events[1]).toMatchObject({ by: "caseworker person", sha256: ledger.events[0]?.sha256 });
    expect(await org.auditOf(exhibitId)).toEqual([
      "exhibit.received",
      "exhibit.viewed",
      "exhibit.downloaded",
      "exhibit.custody_recorded",
    ]);
  });

  test("is for people who work on cases", async () => {
    for (const role of ["admin", "liaison"] as const) {
      const attempt = recordCustody(await org.as(role), { ...receipt, ...viewed });
      await expect(attempt).rejects.toMatchObject({ code: "forbidden" });
    }
  });

  test("an exhibit of another organisation does not exist", async () => {
    const stranger = await (await makeOrg()).as("supervisor");
    await expect(recordCustody(stranger, { ...receipt, ...viewed })).rejects.toMatchObject({ code: "not_found" });
  });

  test.each([
    ["action", { action: "destroyed" }],
    ["purpose", { purpose: " " }],
  ])("names %s when it needs another look", async (field, change) => {
    const attempt = recordCustody(worker, { ...receipt, ...viewed, ...change });
    await expect(attempt).rejects.toMatchObject({ code: "invalid", fields: { [field]: expect.any(String) } });
  });

  test("many at once make one chain without a gap", async () => {
    const { exhibitId } = await addExhibit(worker, caseId, seededBytes(100, 3));
    await Promise.all(Array.from({ length: 5 }, () => recordCustody(worker, { exhibitId, ...viewed })));
    const { ledger } = await readExhibit(worker, caseId, exhibitId);
    expect(ledger.events.map((event) => event.seq)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(ledger.holds).toBe(true);
  });

  test("Postgres refuses to change or remove an event", async () => {
    const theirs = eq(custodyEvents.exhibitId, receipt.exhibitId);
    const change = inScope(worker, "read write", ({ db }) =>
      db.update(custodyEvents).set({ purpose: "Nothing to see" }).where(theirs),
    );
    await expect(change).rejects.toMatchObject({ cause: { code: "42501" } });
    const removal = inScope(worker, "read write", ({ db }) => db.delete(custodyEvents).where(theirs));
    await expect(removal).rejects.toMatchObject({ cause: { code: "42501" } });
  });

  test("a chain that was changed behind the triggers is seen", async () => {
    const { exhibitId } = await addExhibit(worker, caseId, seededBytes(100, 4));
    await recordCustody(worker, { exhibitId, ...viewed });
    await owner().begin(async (sql) => {
      await sql`alter table app.custody_events disable trigger append_only`;
      await sql`alter table app.custody_events no force row level security`;
      const changed =
        await sql`update app.custody_events set purpose = 'Nothing' where exhibit_id = ${exhibitId} and seq = 1`;
      expect(changed.count).toBe(1);
      await sql`alter table app.custody_events force row level security`;
      await sql`alter table app.custody_events enable trigger append_only`;
    });
    expect((await readExhibit(worker, caseId, exhibitId)).ledger.holds).toBe(false);
  });
});

import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { exhibits } from "@/db/schema";
import { amendExhibit as write } from "@/lib/evidence/exhibits/commands/amend-exhibit";
import { listExhibits, readExhibit } from "@/lib/evidence/exhibits/queries";
import type { Receipt } from "@/lib/evidence/exhibits/types";
import { type Ctx, withTransaction } from "@/lib/kernel/access/ctx";
import { about, addExhibit } from "@/tests/support/exhibit";
import { seededBytes } from "@/tests/support/files";
import { makeOrg, type Org } from "@/tests/support/org";
import { plantCase } from "@/tests/support/plant";
import { plantAccount, plantIncident } from "@/tests/support/plant-matter";
import { seeing } from "@/tests/support/seeing";

const amendExhibit = seeing(write, "exhibitId");

let org: Org;
let worker: Ctx;
let caseId: string;
let receipt: Receipt;
const { fileName: _, ...details } = about;

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.as("caseworker");
  caseId = await plantCase(worker);
  receipt = await addExhibit(worker, caseId, seededBytes(100, 1));
});

describe("amendExhibit", () => {
  test("puts right what was weak; the original stays; the log names fields, never values", async () => {
    const { exhibitId } = await addExhibit(worker, caseId, seededBytes(100, 2));
    const before = (await readExhibit(worker, caseId, exhibitId)).exhibit;
    expect(before.flags).toEqual(["needs_url", "needs_account_id", "needs_time"]);
    const accountId = await plantAccount(worker, caseId, "90417755");
    const incidentId = await plantIncident(worker, caseId, 1);
    const time = { capturedAt: "2026-11-21T08:20", capturedZone: "Africa/Johannesburg" };
    const words = "I know which gate you use";
    const better = { ...details, ...time, words, accountId, sourceUrl: "https://x.example/1", incidentIds: incidentId };
    await amendExhibit(worker, { exhibitId, ...better });
    const { exhibit, ledger } = await readExhibit(worker, caseId, exhibitId);
    expect(exhibit).toMatchObject({ flags: [], words, incidents: [{ code: "I-1" }], sha256: before.sha256 });
    expect(exhibit.account).toMatchObject({ code: "A1", platformId: "90417755" });
    expect(ledger.events).toHaveLength(1);
    expect(await org.auditOf(exhibitId)).toEqual(["exhibit.received", "exhibit.amended"]);
  });

  test("refuses a time of capture later than it was received", async () => {
    const added = await addExhibit(worker, caseId, seededBytes(100, 41));
    const late = { capturedAt: "2099-01-01T10:00", capturedZone: "America/New_York" };
    await expect(amendExhibit(worker, { ...added, ...details, ...late })).rejects.toMatchObject({
      code: "invalid",
      fields: { capturedAt: expect.stringContaining("later than it was received") },
    });
  });

  test("keeps what a certificate asks for; the permanent address is sealed", async () => {
    const added = await addExhibit(worker, caseId, seededBytes(100, 4));
    const form = {
      tool: "Firefox 145",
      timeSource: "network_time",
      clockOffset: "-40",
      postId: "1789",
      language: "isiZulu",
    };
    const more = { visibility: "friends", sensitivity: "distressing", permalink: "https://x.example/p/1789" };
    await amendExhibit(worker, { ...added, ...details, ...form, ...more });
    const { exhibit } = await readExhibit(worker, caseId, added.exhibitId);
    expect(exhibit).toMatchObject({ ...form, ...more, clockOffset: -40 });
    const theirs = eq(exhibits.id, added.exhibitId);
    const [row] = await withTransaction(worker, "read only", ({ db }) => db.select().from(exhibits).where(theirs));
    expect(String(row?.permalink)).not.toContain("x.example");
  });

  test("takes the mark of an intimate exhibit off with a fresh proof alone; putting it on asks for none", async () => {
    const added = await addExhibit(worker, caseId, seededBytes(100, 5));
    await amendExhibit(worker, { ...added, ...details, sensitivity: "intimate" });
    await amendExhibit(worker, { ...added, ...details, sensitivity: "intimate", description: "Better words" });
    for (const who of [worker, await org.coded("caseworker")])
      for (const sensitivity of ["ordinary", "distressing", ""])
        await expect(amendExhibit(who, { ...added, ...details, sensitivity })).rejects.toMatchObject({
          fields: { passkey: expect.any(String) },
        });
    const markOf = async () => (await readExhibit(worker, caseId, added.exhibitId)).exhibit.sensitivity;
    expect(await markOf()).toBe("intimate");
    await amendExhibit(await org.provedBoth("caseworker"), { ...added, ...details, sensitivity: "ordinary" });
    expect(await markOf()).toBe("ordinary");
  });

  test("names the field, also for an account of another case", async () => {
    const accountId = await plantAccount(worker, await plantCase(worker), "1");
    for (const change of [{ accountId }, { sourceUrl: "x.example" }, { method: "hacking" }]) {
      const attempt = amendExhibit(worker, { ...receipt, ...details, ...change });
      const field = Object.keys(change)[0] ?? "";
      await expect(attempt).rejects.toMatchObject({ code: "invalid", fields: { [field]: expect.any(String) } });
    }
  });

  test("of two at once, one of the two texts stands and the other person is told", async () => {
    const texts = ["First wording", "Second wording"];
    const added = await addExhibit(worker, caseId, seededBytes(100, 3));
    const form = { ...added, ...details, incidentIds: "", version: 0 };
    const both = await Promise.allSettled(texts.map((description) => amendExhibit(worker, { ...form, description })));
    expect(both.map((outcome) => outcome.status).toSorted()).toEqual(["fulfilled", "rejected"]);
    const exhibit = (await listExhibits(worker, caseId)).find((candidate) => candidate.id === added.exhibitId);
    expect(texts).toContain(exhibit?.description);
    expect(await org.auditOf(added.exhibitId)).toEqual(["exhibit.received", "exhibit.amended"]);
  });
});

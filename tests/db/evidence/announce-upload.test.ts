import { beforeAll, describe, expect, test } from "vitest";
import { uploads } from "@/db/schema";
import { type Ctx, inScope } from "@/lib/access/ctx";
import { announceUpload } from "@/lib/evidence/announce-upload";
import { readUpload } from "@/lib/evidence/queries";
import { about } from "../../support/exhibit";
import { makeOrg, type Org } from "../../support/org";
import { plantCase } from "../../support/plant";

let org: Org;
let worker: Ctx;
let caseId: string;
const announced = { ...about, size: 12 };

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.as("caseworker");
  caseId = await plantCase(worker);
});

describe("announceUpload", () => {
  test("notes the size, keeps the words sealed and says so in the log", async () => {
    const { id } = await announceUpload(worker, { caseId, ...announced, words: "I will find you" });
    expect(await readUpload(worker, id)).toEqual({ id, caseId, size: 12, sha256: null, receipt: null });
    expect(await org.auditOf(id)).toEqual(["upload.announced"]);
    const [row] = await inScope(worker, "read only", ({ db }) => db.select().from(uploads));
    expect(row?.details).not.toContain("find you");
    expect(row?.details).not.toContain("IMG");
  });

  test("is for people who work on cases", async () => {
    for (const role of ["admin", "liaison"] as const) {
      const attempt = announceUpload(await org.as(role), { caseId, ...announced });
      await expect(attempt).rejects.toMatchObject({ code: "forbidden" });
    }
  });

  test("a case of another organisation, or of a colleague, does not exist", async () => {
    const stranger = await (await makeOrg()).as("supervisor");
    const colleague = (await org.person("caseworker")).ctx;
    for (const ctx of [stranger, colleague]) {
      const attempt = announceUpload(ctx, { caseId, ...announced });
      await expect(attempt).rejects.toMatchObject({ code: "not_found" });
    }
  });

  test.each([
    ["size", { size: 600_000_000 }],
    ["description", { description: "" }],
    ["capturedZone", { capturedAt: "2026-11-21T08:20" }],
    ["accountId", { accountId: "0198f000-0000-7000-8000-00000000aaaa" }],
    ["incidentIds", { incidentIds: ["0198f000-0000-7000-8000-00000000aaaa"] }],
  ])("names %s when it needs another look", async (field, change) => {
    const attempt = announceUpload(worker, { caseId, ...announced, ...change });
    await expect(attempt).rejects.toMatchObject({ code: "invalid", fields: { [field]: expect.any(String) } });
  });

  test("the same file may be announced twice: two phones may hold the same picture", async () => {
    const first = await announceUpload(worker, { caseId, ...announced });
    const second = await announceUpload(worker, { caseId, ...announced });
    expect(first.id).not.toBe(second.id);
  });

  test("a closed case takes none: it would be sent in vain", async () => {
    const closed = await plantCase(worker, { closedAt: worker.now });
    const attempt = announceUpload(worker, { caseId: closed, ...announced });
    await expect(attempt).rejects.toMatchObject({ code: "conflict", message: expect.stringContaining("closed") });
  });
});

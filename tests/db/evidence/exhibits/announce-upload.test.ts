import { beforeAll, describe, expect, test } from "vitest";
import { uploads } from "@/db/schema";
import { announceUpload } from "@/lib/evidence/exhibits/commands/announce-upload";
import { readOriginal, readUpload } from "@/lib/evidence/exhibits/queries";
import { type Ctx, withTransaction } from "@/lib/kernel/access/ctx";
import { sha256Hex } from "@/lib/platform/crypto/hash";
import { about, addExhibit } from "@/tests/support/exhibit";
import { seededBytes } from "@/tests/support/files";
import { makeOrg, type Org } from "@/tests/support/org";
import { plantCase } from "@/tests/support/plant";
import { liftStop, plantStop } from "@/tests/support/plant-stop";

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
    expect(await readUpload(worker, id)).toMatchObject({ id, caseId, size: 12, sha256: null, receipt: null });
    expect(await org.auditOf(id)).toEqual(["upload.announced"]);
    const [row] = await withTransaction(worker, "read only", ({ db }) => db.select().from(uploads));
    expect(row?.details).not.toContain("find you");
    expect(row?.details).not.toContain(about.fileName);
  });

  test("names the exhibit of this case that holds the same bytes, and none of another case", async () => {
    const bytes = seededBytes(12, 1);
    const sha256 = sha256Hex(bytes);
    const elsewhere = await plantCase(worker);
    const { exhibitId, label } = await addExhibit(worker, caseId, bytes, { sha256 });
    const again = await announceUpload(worker, { caseId, ...announced, sha256 });
    expect(again.known).toEqual({ exhibitId, label });
    expect((await announceUpload(worker, { caseId: elsewhere, ...announced, sha256 })).known).toBeNull();
    expect((await announceUpload(worker, { caseId, ...announced })).known).toBeNull();
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

  test("a case on which a minor may be shown takes none, and one whose stop was lifted does", async () => {
    const stopped = await plantCase(worker);
    const stopId = await plantStop(worker, stopped);
    const attempt = announceUpload(worker, { caseId: stopped, ...announced });
    await expect(attempt).rejects.toMatchObject({ code: "conflict", message: expect.stringContaining("under 18") });
    await liftStop(worker, stopId);
    expect((await announceUpload(worker, { caseId: stopped, ...announced })).id).toEqual(expect.any(String));
  });

  test.each([
    ["a path", "../../etc/passwd"],
    ["line ends", "a\r\nSet-Cookie: x.png"],
    ["a turn of direction", "invoice\u202egnp.exe"],
    ["half a character", "\ud83e.png"],
    ["a nul", "a\u0000.png"],
  ])("a name with %s is kept as it came, sealed", async (_, fileName) => {
    const { exhibitId } = await addExhibit(worker, caseId, seededBytes(9, 2), { fileName });
    const { originalName } = await readOriginal(worker, exhibitId);
    expect(originalName).toBe(fileName.toWellFormed());
  });

  test.each(["", "x".repeat(501)])("a name of %# is refused beside the field", async (fileName) => {
    const attempt = announceUpload(worker, { caseId, ...announced, fileName });
    await expect(attempt).rejects.toMatchObject({ code: "invalid", fields: { fileName: expect.any(String) } });
  });

  test("a closed case takes none: it would be sent in vain", async () => {
    const closed = await plantCase(worker, { closedAt: worker.now });
    const attempt = announceUpload(worker, { caseId: closed, ...announced });
    await expect(attempt).rejects.toMatchObject({ code: "conflict", message: expect.stringContaining("closed") });
  });
});

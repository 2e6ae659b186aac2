import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { cases, exhibits } from "@/db/schema";
import { announceUpload } from "@/lib/evidence/exhibits/commands/announce-upload";
import { receiveExhibit } from "@/lib/evidence/exhibits/commands/receive-exhibit";
import { listExhibits, readExhibit, readUpload } from "@/lib/evidence/exhibits/queries";
import { openFiles } from "@/lib/kernel/access/case-files";
import { type Ctx, withTransaction } from "@/lib/kernel/access/ctx";
import { newId } from "@/lib/platform/ids";
import { owner } from "@/tests/support/db";
import { about, addExhibit } from "@/tests/support/exhibit";
import { seededBytes, webStreamOf } from "@/tests/support/files";
import { makeOrg, type Org } from "@/tests/support/org";
import { plantCase } from "@/tests/support/plant";
import { plantStop } from "@/tests/support/plant-stop";

let org: Org;
let worker: Ctx;

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.as("caseworker");
});

/** Bytes in the storage and an upload that announced them: what stands just before the command. */
async function waiting(caseId: string, seed: number, change: object = {}) {
  const bytes = seededBytes(2_000, seed);
  const { id } = await announceUpload(worker, { caseId, ...about, size: bytes.byteLength, ...change });
  const { keyId } = await readUpload(worker, id);
  const kept = await (await openFiles(worker, keyId)).receive(webStreamOf(bytes), { maxBytes: 10_000 });
  return { uploadId: id, ...kept };
}

describe("receiveExhibit", () => {
  test("numbers the exhibit, keeps what was said, begins its ledger and enqueues the look", async () => {
    const caseId = await plantCase(worker);
    const captured = { capturedAt: "2026-11-21T08:20", capturedZone: "Africa/Johannesburg", device: "client’s phone" };
    const input = await waiting(caseId, 1, { ...captured, words: "I will find you", sourceUrl: "https://x.example/1" });
    const receipt = await receiveExhibit(worker, input);
    expect(receipt).toMatchObject({ label: "E-01", sha256: input.sha256, size: 2_000 });
    const { exhibit, ledger } = await readExhibit(worker, caseId, receipt.exhibitId);
    expect(exhibit).toMatchObject({
      words: "I will find you",
      sourceUrl: "https://x.example/1",
      originalName: "IMG 2231.png",
      device: "client’s phone",
      capturedZone: "Africa/Johannesburg",
      flags: ["needs_account_id"],
      look: null,
    });
    expect(exhibit.capturedAt?.toISOString()).toBe("2026-11-21T06:20:00.000Z");
    expect(ledger).toMatchObject({ holds: true, events: [{ action: "collected" }, { action: "received", seq: 2 }] });
    expect(await org.auditOf(receipt.exhibitId)).toEqual(["exhibit.received"]);
    const jobs = await owner()`select name from pgboss.job where data->>'exhibitId' = ${receipt.exhibitId}`;
    expect(jobs.map((job) => job.name)).toEqual(["exhibit.look"]);
    const [row] = await withTransaction(worker, "read only", ({ db }) =>
      db.select().from(cases).where(eq(cases.id, caseId)),
    );
    expect(row?.lastActivityAt.getTime()).toBe(worker.now.getTime());
  });

  test("asked again, it answers with the same exhibit and makes no second", async () => {
    const caseId = await plantCase(worker);
    const input = await waiting(caseId, 2);
    const first = await receiveExhibit(worker, input);
    expect(await receiveExhibit(worker, input)).toEqual(first);
    expect(await listExhibits(worker, caseId)).toHaveLength(1);
    expect(await org.auditOf(first.exhibitId)).toEqual(["exhibit.received", "upload.repeated"]);
  });

  test("two at once: one exhibit from one upload, and two numbers for two uploads", async () => {
    const caseId = await plantCase(worker);
    const one = await waiting(caseId, 3);
    const other = await waiting(caseId, 4);
    const got = await Promise.all([one, one, other].map((input) => receiveExhibit(worker, input)));
    expect(got[0]).toEqual(got[1]);
    expect(new Set(got.map((receipt) => receipt.label))).toEqual(new Set(["E-01", "E-02"]));
  });

  test("of two in one transaction the second counts on no lock that the first gave back, and both on the one they hold", async () => {
    const caseId = await plantCase(worker);
    const wrong = await waiting(caseId, 21);
    const first = await waiting(caseId, 22);
    const second = await waiting(caseId, 23);
    const supervisor = await org.as("supervisor");
    const batch = { known: new Map(), asked: new Set<string>() };
    const isLocked = () =>
      withTransaction(supervisor, "read write", ({ db }) =>
        db.select().from(cases).where(eq(cases.id, caseId)).for("update", { noWait: true }),
      ).then(
        () => false,
        () => true,
      );
    await withTransaction({ ...worker, batch }, "read write", async (open) => {
      await expect(receiveExhibit(open, { ...wrong, fileId: newId() })).rejects.toMatchObject({ code: "conflict" });
      expect(await isLocked()).toBe(false);
      await receiveExhibit(open, first);
      expect(await isLocked()).toBe(true);
      await receiveExhibit(open, second);
    });
    expect((await listExhibits(worker, caseId)).map(({ label }) => label).sort()).toEqual(["E-01", "E-02"]);
    const [row] = await withTransaction(worker, "read only", ({ db }) =>
      db.select().from(cases).where(eq(cases.id, caseId)),
    );
    expect(row?.lastActivityAt.getTime()).toBe(worker.now.getTime());
  });

  test("no row without its bytes", async () => {
    const caseId = await plantCase(worker);
    const input = await waiting(caseId, 7);
    for (const change of [{ fileId: newId() }, { size: 1_999 }]) {
      const attempt = receiveExhibit(worker, { ...input, ...change });
      await expect(attempt).rejects.toMatchObject({ code: "conflict" });
    }
    const bad = receiveExhibit(worker, { ...input, sha256: "short" });
    await expect(bad).rejects.toMatchObject({ code: "invalid", fields: { sha256: expect.any(String) } });
    expect(await listExhibits(worker, caseId)).toEqual([]);
  });

  test("a stop that came while the bytes were on their way is kept to, also by the command", async () => {
    const caseId = await plantCase(worker);
    const input = await waiting(caseId, 9);
    await plantStop(worker, caseId);
    await expect(receiveExhibit(worker, input)).rejects.toMatchObject({ code: "conflict" });
    expect(await listExhibits(worker, caseId)).toEqual([]);
  });

  test("Postgres refuses to change or remove an original", async () => {
    const receipt = await addExhibit(worker, await plantCase(worker), seededBytes(10, 8));
    const theirs = eq(exhibits.id, receipt.exhibitId);
    for (const change of [{ sha256: "0".repeat(64) }, { size: 1 }, { number: 9 }, { receivedAt: new Date(0) }]) {
      const attempt = withTransaction(worker, "read write", ({ db }) => db.update(exhibits).set(change).where(theirs));
      await expect(attempt, JSON.stringify(change)).rejects.toMatchObject({ cause: { code: "42501" } });
    }
    const removal = withTransaction(worker, "read write", ({ db }) => db.delete(exhibits).where(theirs));
    await expect(removal).rejects.toMatchObject({ cause: { code: "42501" } });
  });
});

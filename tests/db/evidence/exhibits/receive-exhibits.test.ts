import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { announceUploads } from "@/lib/evidence/exhibits/commands/announce-uploads";
import { receiveExhibit } from "@/lib/evidence/exhibits/commands/receive-exhibit";
import { receiveExhibits } from "@/lib/evidence/exhibits/commands/receive-exhibits";
import { listExhibits, readExhibit, readUpload } from "@/lib/evidence/exhibits/queries";
import { openFiles } from "@/lib/kernel/access/case-files";
import { type Ctx, withTransaction } from "@/lib/kernel/access/ctx";
import { newId } from "@/lib/platform/ids";
import { bySql } from "@/tests/support/by-sql";
import { owner } from "@/tests/support/db";
import { about } from "@/tests/support/exhibit";
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

/** Uploads of a case whose bytes are in the storage. */
async function waiting(caseId: string, change: object[]) {
  const files = change.map((said) => ({ caseId, ...about, size: 500, ...said }));
  const made = await announceUploads(worker, { files });
  const uploads = [];
  for (const [at, { id }] of made.entries()) {
    const { keyId } = await readUpload(worker, id);
    const bytes = seededBytes(500, at + 1);
    const kept = await (await openFiles(worker, keyId)).receive(webStreamOf(bytes), { maxBytes: 10_000 });
    uploads.push({ uploadId: id, ...kept });
  }
  return uploads;
}

describe("receiveExhibits", () => {
  test("numbers them in order; each has its own words, ledger, audit entry and jobs", async () => {
    const caseId = await plantCase(worker);
    const captured = { capturedAt: "2026-11-21T08:20", capturedZone: "Africa/Johannesburg" };
    const uploads = await waiting(caseId, [{ words: "first" }, { words: "second", ...captured }, { words: "third" }]);
    const receipts = await receiveExhibits(worker, { uploads });
    expect(receipts.map(({ label }) => label)).toEqual(["E-01", "E-02", "E-03"]);
    expect(receipts.map(({ sha256 }) => sha256)).toEqual(uploads.map(({ sha256 }) => sha256));
    const read = await Promise.all(receipts.map(({ exhibitId }) => readExhibit(worker, caseId, exhibitId)));
    expect(read.map(({ exhibit }) => exhibit.words)).toEqual(["first", "second", "third"]);
    expect(read.map(({ ledger }) => [ledger.holds, ...ledger.events.map(({ action }) => action)])).toEqual([
      [true, "received"],
      [true, "collected", "received"],
      [true, "received"],
    ]);
    for (const { exhibitId } of receipts) {
      expect(await org.auditOf(exhibitId)).toEqual(["exhibit.received"]);
      const jobs = await owner()`select name from pgboss.job where data->>'exhibitId' = ${exhibitId}`;
      expect(jobs.map(({ name }) => name)).toEqual(["exhibit.look"]);
    }
  });

  test("of a list in which one cannot be recorded nothing is, and no job is left", async () => {
    const caseId = await plantCase(worker);
    const other = await plantCase(worker);
    const [one, two, three] = await waiting(caseId, [{}, {}, {}]);
    const [foreign] = await waiting(other, [{}]);
    if (!one || !two || !three || !foreign) throw new Error("Too few uploads.");
    const before = await owner()`select count(*)::int as n from pgboss.job where data->>'orgId' = ${org.id}`;
    const attempts = [
      [one, { ...two, fileId: newId() }],
      [one, { ...two, size: 400 }],
      [one, one],
      [one, foreign],
    ];
    for (const uploads of attempts) {
      await expect(receiveExhibits(worker, { uploads })).rejects.toMatchObject({
        code: expect.stringMatching(/conflict|not_found/),
      });
    }
    await receiveExhibit(worker, three);
    await expect(receiveExhibits(worker, { uploads: [one, three] })).rejects.toMatchObject({ code: "conflict" });
    expect((await listExhibits(worker, caseId)).map(({ label }) => label)).toEqual(["E-01"]);
    await plantStop(worker, caseId);
    await expect(receiveExhibits(worker, { uploads: [one, two] })).rejects.toMatchObject({ code: "conflict" });
    const after = await owner()`select count(*)::int as n from pgboss.job where data->>'orgId' = ${org.id}`;
    // The look at the third and the ladder of its case.
    expect(after[0]?.n).toBeLessThanOrEqual(before[0]?.n + 2);
  });

  test("looks at no uploads but these, however many there are", async () => {
    const caseId = await plantCase(worker);
    const [one, two] = await waiting(caseId, [{}, {}]);
    if (!one || !two) throw new Error("Too few uploads.");
    const many = 2_000;
    await bySql(
      worker,
      sql`insert into app.uploads (id, org_id, case_id, size, details, announced_by, announced_at)
        select gen_random_uuid(), org_id, case_id, size, details, announced_by, announced_at
        from app.uploads, generate_series(1, ${many}::int) where id = ${one.uploadId}`,
    );
    const read = await withTransaction(worker, "read write", async (tx) => {
      const rows = sql`select (seq_tup_read + idx_tup_fetch)::int as n from pg_stat_xact_user_tables
        where schemaname = 'app' and relname = 'uploads'`;
      const before = await tx.db.execute<{ n: number }>(rows);
      await receiveExhibits(tx, { uploads: [one, two] });
      const after = await tx.db.execute<{ n: number }>(rows);
      return Number(after[0]?.n) - Number(before[0]?.n);
    });
    expect(read).toBeGreaterThan(0);
    expect(read).toBeLessThan(many / 10);
  });
});

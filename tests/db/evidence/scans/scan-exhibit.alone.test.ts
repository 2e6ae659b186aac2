import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { sweepClocks } from "@/lib/escalation/rounds/sweep-clocks";
import { noteHandling } from "@/lib/evidence/exhibits/commands/note-handling";
import { openOriginal } from "@/lib/evidence/exhibits/open-original";
import { readOriginal } from "@/lib/evidence/exhibits/queries";
import { askForUnscanned } from "@/lib/evidence/scans/ask-for-unscanned";
import { readScan } from "@/lib/evidence/scans/queries";
import { scanExhibit } from "@/lib/evidence/scans/scan-exhibit";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { jobCtx } from "@/lib/kernel/jobs/job-ctx";
import { textEntry, zipOf } from "@/tests/fixtures/hostile/parts";
import { bySql, refusedByPostgres } from "@/tests/support/by-sql";
import { eicar, startClamd } from "@/tests/support/clamd";
import { owner } from "@/tests/support/db";
import { addExhibit } from "@/tests/support/exhibit";
import { type FakeClamd, type Manner, startFakeClamd } from "@/tests/support/fake-clamd";
import { bytesOf, freshBytes, seededBytes } from "@/tests/support/files";
import { makeOrg, type Org } from "@/tests/support/org";
import { plantCase } from "@/tests/support/plant";
import { clamdPath } from "../../../support/clamd-place.mjs";

let fake: FakeClamd;
let real: Awaited<ReturnType<typeof startClamd>> | undefined;
let org: Org;
let worker: Ctx;
let caseId: string;

beforeAll(async () => {
  if (clamdPath) real = await startClamd();
  fake = await startFakeClamd();
  // One setting for the whole file: the fake one passes on what the tests of the real one show to it.
  process.env.CLAMD_ADDRESS = fake.address;
  org = await makeOrg();
  worker = await org.as("caseworker");
  caseId = await plantCase(worker);
});
afterAll(async () => {
  await fake.close();
  await real?.close();
});

const add = async (bytes: Uint8Array = freshBytes(150_000)) => (await addExhibit(worker, caseId, bytes)).exhibitId;
const scan = (exhibitId: string) => scanExhibit(org.service(), { exhibitId }, { silenceMs: 200 });
const take = (exhibitId: string) => noteHandling(worker, { exhibitId, handling: "downloaded" });
const later = (hours: number) => jobCtx(org.id, { now: () => new Date(Date.now() + hours * 3_600_000) });
const jobsOf = (exhibitId: string) =>
  owner()`select id from pgboss.job where name = 'exhibit.scan' and data->>'exhibitId' = ${exhibitId}`;

describe("the job that shows an original to the scanner", () => {
  test("is asked for when an exhibit arrives, sees every byte, and until then nothing leaves", async () => {
    const bytes = seededBytes(200_000, 99);
    const exhibitId = await add(bytes);
    expect(await jobsOf(exhibitId)).toHaveLength(1);
    expect(await readScan(worker, exhibitId)).toMatchObject({ standing: "pending", held: true, problem: null });
    await expect(take(exhibitId)).rejects.toMatchObject({ code: "conflict" });
    fake.behave({ say: "stream: OK" });
    await scan(exhibitId);
    expect(fake.streams.at(-1)?.equals(Buffer.from(bytes))).toBe(true);
    expect(await readScan(worker, exhibitId)).toMatchObject({ standing: "clean", held: false });
    await take(exhibitId);
    await scan(exhibitId);
    expect(await org.auditOf(exhibitId)).toEqual(["exhibit.received", "exhibit.scanned", "exhibit.downloaded"]);
  });

  test.each<[string, Manner, string]>([
    ["silence", "silence", "no_answer"],
    ["a broken line", "hang up", "closed_early"],
    ["a scanner that goes at once", "hang up at once", "closed_early"],
    ["garbage", { say: "stream: OK, I think" }, "garbled"],
    ["a file that is too large for it", { early: "INSTREAM size limit exceeded. ERROR", after: 1 }, "too_large"],
    ["one that is too slow", { slowly: 400, say: "stream: OK" }, "no_answer"],
    ["one that fails", { say: "stream: out of memory ERROR" }, "scanner_error"],
  ])("%s: not scanned, held, and the original is there as it came", async (_what, manner, problem) => {
    const bytes = freshBytes(150_000);
    const exhibitId = await add(bytes);
    fake.behave(manner);
    await scan(exhibitId);
    await scan(exhibitId);
    expect(await readScan(worker, exhibitId)).toMatchObject({ standing: "pending", held: true, problem, tries: 2 });
    await expect(take(exhibitId)).rejects.toMatchObject({ code: "conflict" });
    const original = await readOriginal(worker, exhibitId);
    expect((await bytesOf(await (await openOriginal(worker, original)).open())).equals(Buffer.from(bytes))).toBe(true);
    expect(await org.auditOf(exhibitId)).toEqual(["exhibit.received", "exhibit.scan_waits"]);
  });

  test("people may not run it", async () => {
    await expect(scanExhibit(worker, { exhibitId: await add() })).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("the round", () => {
  test("never gives up: what waits is asked for an hour later, what is too large a day later", async () => {
    const own = await makeOrg();
    const theirs = await own.as("caseworker");
    const itsCase = await plantCase(theirs);
    const made = async () => (await addExhibit(theirs, itsCase, freshBytes(100))).exhibitId;
    const round = (hours: number) => askForUnscanned(jobCtx(own.id, { now: () => later(hours).now }));
    const down = await made();
    const large = await made();
    expect(await round(0)).toBe(0);
    expect(await round(0.2)).toBe(2);
    fake.behave("hang up");
    await scanExhibit(own.service(), { exhibitId: down });
    fake.behave({ say: "INSTREAM size limit exceeded. ERROR" });
    await scanExhibit(own.service(), { exhibitId: large });
    expect(await round(0.9)).toBe(0);
    expect(await round(1.1)).toBe(1);
    expect(await round(25)).toBe(2);
    fake.behave({ say: "stream: OK" });
    for (const exhibitId of [down, large]) await scanExhibit(own.service(), { exhibitId });
    expect(await round(100)).toBe(0);
    await expect(askForUnscanned(theirs)).rejects.toMatchObject({ code: "forbidden" });
  });

  test("has what was clean shown again when the list has grown, the newest first, and nothing becomes clean by it", async () => {
    const own = await makeOrg();
    const theirs = await own.as("caseworker");
    const itsCase = await plantCase(theirs);
    fake.behave({ say: "stream: OK" });
    const made: string[] = [];
    for (let at = 0; at < 3; at += 1) made.push((await addExhibit(theirs, itsCase, freshBytes(100))).exhibitId);
    const show = (exhibitId: string) => scanExhibit(own.service(), { exhibitId }, { silenceMs: 200 });
    for (const value of made) await show(value);
    expect(await askForUnscanned(own.service())).toBe(0);
    fake.hasList(12_346);
    await owner()`delete from pgboss.job where name = 'exhibit.scan'`;
    expect(await askForUnscanned(own.service())).toBe(3);
    const asked =
      await owner()`select data->>'exhibitId' as id from pgboss.job where name = 'exhibit.scan' order by id`;
    expect(asked.map(({ id }) => id).toSorted()).toEqual(made.toSorted());
    const [same = "", bad = "", away = ""] = made;
    await show(same);
    fake.behave({ say: "stream: Late.Found.Test FOUND" });
    await show(bad);
    fake.behave("hang up");
    await show(away);
    const standings = await Promise.all(made.map(async (value) => (await readScan(theirs, value)).standing));
    expect(standings).toEqual(["clean", "virus", "clean"]);
    expect((await readScan(theirs, same)).engine).toContain("/12346/");
    expect(await own.auditOf(same)).toEqual(["exhibit.received", "exhibit.scanned"]);
    expect((await own.auditOf(bad)).at(-1)).toBe("exhibit.virus_found");
    await expect(noteHandling(theirs, { exhibitId: bad, handling: "downloaded" })).rejects.toMatchObject({
      code: "conflict",
    });
    fake.behave({ say: "stream: OK" });
    await show(bad);
    expect((await readScan(theirs, bad)).standing).toBe("virus");
    expect(await askForUnscanned(own.service())).toBe(1);
    const streams = fake.streams.length;
    await show(same);
    expect(fake.streams).toHaveLength(streams);
    fake.hasList(12_345);
  });

  test("Postgres lets nobody take a verdict back or find a virus clean", async () => {
    const exhibitId = await add();
    fake.behave({ say: "stream: OK" });
    await scan(exhibitId);
    const set = (state: string) =>
      bySql(org.service(), sql`update app.scans set state = ${state} where exhibit_id = ${exhibitId}::uuid`);
    await expect(set("pending")).rejects.toSatisfy(refusedByPostgres);
    await set("virus");
    await expect(set("clean")).rejects.toSatisfy(refusedByPostgres);
  });

  test("of the worker does it", async () => {
    const exhibitId = await add();
    await owner()`delete from pgboss.job where data->>'exhibitId' = ${exhibitId}`;
    await sweepClocks(later(1));
    expect(await jobsOf(exhibitId)).toHaveLength(1);
  });
});

describe.skipIf(!clamdPath)("with a real ClamAV daemon", () => {
  beforeAll(() => fake.passOn(real?.address ?? ""));

  test.each([
    ["the test file", Buffer.from(eicar)],
    ["the test file in an archive", zipOf([textEntry("invoice.com", eicar)])],
  ])("%s is kept and marked, and goes nowhere", async (_what, bytes) => {
    const exhibitId = await add(bytes);
    await scanExhibit(org.service(), { exhibitId });
    expect(await readScan(worker, exhibitId)).toMatchObject({
      standing: "virus",
      held: true,
      virus: expect.stringContaining("Eicar-Test-Signature"),
      engine: expect.stringMatching(/^ClamAV \d/),
    });
    await expect(take(exhibitId)).rejects.toMatchObject({ code: "conflict" });
  });

  test("another file is clean and leaves", async () => {
    const exhibitId = await add();
    await scanExhibit(org.service(), { exhibitId });
    expect(await readScan(worker, exhibitId)).toMatchObject({ standing: "clean", held: false });
    await take(exhibitId);
  });
});

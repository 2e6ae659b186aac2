import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { noteHandling } from "@/lib/evidence/exhibits/commands/note-handling";
import { readExhibit } from "@/lib/evidence/exhibits/queries";
import { noteScan } from "@/lib/evidence/scans/note-scan";
import { readScan, scanStandings } from "@/lib/evidence/scans/queries";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { bySql, refusedByPostgres } from "@/tests/support/by-sql";
import { addExhibit } from "@/tests/support/exhibit";
import { freshBytes } from "@/tests/support/files";
import { makeOrg, type Org } from "@/tests/support/org";
import { plantCase } from "@/tests/support/plant";

let org: Org;
let worker: Ctx;
let caseId: string;

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.as("caseworker");
  caseId = await plantCase(worker);
});

const add = async () => (await addExhibit(worker, caseId, freshBytes(100))).exhibitId;
const engine = "ClamAV 1.4.3/27800/Wed Nov 25 09:30:12 2026";
const verdict = (exhibitId: string, virus: string | null) => ({ exhibitId, virus, engine });

describe("noteScan", () => {
  test("a known virus: the original is kept, marked and goes nowhere, and the log names it", async () => {
    const exhibitId = await add();
    await noteScan(org.service(), verdict(exhibitId, "Win.Test.EICAR_HDB-1"));
    expect(await readScan(worker, exhibitId)).toMatchObject({
      standing: "virus",
      held: true,
      virus: "Win.Test.EICAR_HDB-1",
    });
    expect((await scanStandings(worker, caseId)).standings.get(exhibitId)).toBe("virus");
    for (const who of [worker, await org.as("supervisor"), await org.confirmed("supervisor")]) {
      for (const handling of ["downloaded", "downloaded_part"]) {
        await expect(noteHandling(who, { exhibitId, handling })).rejects.toMatchObject({ code: "conflict" });
      }
    }
    expect((await readExhibit(worker, caseId, exhibitId)).ledger.events.map(({ action }) => action)).toEqual([
      "received",
    ]);
    expect(await org.auditOf(exhibitId)).toEqual(["exhibit.received", "exhibit.virus_found"]);
  });

  test("nothing known: it is marked so and leaves as before", async () => {
    const exhibitId = await add();
    await noteScan(org.service(), verdict(exhibitId, null));
    expect(await readScan(worker, exhibitId)).toMatchObject({ standing: "clean", held: false, virus: null, engine });
    expect(await noteHandling(worker, { exhibitId, handling: "downloaded" })).toMatchObject({ letOut: false });
    expect(await org.auditOf(exhibitId)).toEqual(["exhibit.received", "exhibit.scanned", "exhibit.downloaded"]);
  });

  test("another organisation reads nothing of it", async () => {
    const stranger = await makeOrg();
    const exhibitId = await add();
    await expect(readScan(await stranger.as("supervisor"), exhibitId)).rejects.toMatchObject({ code: "not_found" });
    expect((await scanStandings(await stranger.as("supervisor"), caseId)).standings.size).toBe(0);
  });

  test("names what is not understood", async () => {
    const attempt = (change: object) => noteScan(org.service(), { ...verdict(caseId, null), ...change });
    await expect(attempt({ exhibitId: "x" })).rejects.toMatchObject({ fields: { exhibitId: "Name the exhibit." } });
    await expect(attempt({ virus: "" })).rejects.toMatchObject({ fields: { virus: "Name what was found." } });
    await expect(attempt({ engine: "" })).rejects.toMatchObject({ fields: { engine: "Name the scanner." } });
  });

  test("of two workers one writes the verdict", async () => {
    const exhibitId = await add();
    const both = [null, "Some.Virus"].map((virus) => noteScan(org.service(), verdict(exhibitId, virus)));
    const settled = await Promise.allSettled(both);
    expect(settled.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(await org.auditOf(exhibitId)).toHaveLength(2);
  });
});

describe("Postgres by itself", () => {
  test("lets no person call a file clean, and nobody take a verdict back", async () => {
    const exhibitId = await add();
    await noteScan(org.service(), verdict(exhibitId, "Some.Virus"));
    const clean = sql`update app.scans set state = 'clean', virus = null where exhibit_id = ${exhibitId}::uuid`;
    for (const who of [await org.as("supervisor"), org.service()]) {
      await expect(bySql(who, clean)).rejects.toSatisfy(refusedByPostgres);
    }
    await bySql(worker, clean);
    expect(await readScan(worker, exhibitId)).toMatchObject({ standing: "virus" });
    const forged = (await add()) as string;
    const insert = sql`insert into app.scans (id, org_id, case_id, exhibit_id, state, asked_at)
      values (gen_random_uuid(), ${org.id}::uuid, ${caseId}::uuid, ${forged}::uuid, 'clean', now())`;
    for (const who of [worker, await org.as("supervisor")]) {
      await expect(bySql(who, insert)).rejects.toSatisfy(refusedByPostgres);
    }
  });

  test("lets nobody let out in another's name, nor a job", async () => {
    const exhibitId = await add();
    await noteScan(org.service(), verdict(exhibitId, "Some.Virus"));
    const other = await org.person("supervisor", "Other Example");
    const out = sql`update app.scans set let_out_by = ${other.memberId}::uuid, let_out_at = now(), let_out_reason = 'x'
      where exhibit_id = ${exhibitId}::uuid`;
    for (const who of [await org.as("supervisor"), org.service()]) {
      await expect(bySql(who, out)).rejects.toSatisfy(refusedByPostgres);
    }
  });
});

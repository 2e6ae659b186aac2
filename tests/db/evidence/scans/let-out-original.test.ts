import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { noteHandling } from "@/lib/evidence/exhibits/commands/note-handling";
import { readExhibit } from "@/lib/evidence/exhibits/queries";
import { letOutOriginal } from "@/lib/evidence/scans/let-out-original";
import { noteScan } from "@/lib/evidence/scans/note-scan";
import { readScan } from "@/lib/evidence/scans/queries";
import { letOutMinutes } from "@/lib/evidence/scans/rules";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { bySql } from "@/tests/support/by-sql";
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

async function held(): Promise<string> {
  const { exhibitId } = await addExhibit(worker, caseId, freshBytes(100));
  await noteScan(org.service(), { exhibitId, virus: "Some.Virus", engine: "ClamAV 1.4.3" });
  return exhibitId;
}

const reason = "To the forensic laboratory, on a medium of its own.";
const later = (ctx: Ctx, minutes: number): Ctx => ({ ...ctx, now: new Date(ctx.now.getTime() + minutes * 60_000) });

describe("letOutOriginal", () => {
  test("lets this one supervisor download it for some minutes; ledger and log have it", async () => {
    const exhibitId = await held();
    const supervisor = await org.confirmed("supervisor");
    await letOutOriginal(supervisor, { exhibitId, reason });
    expect((await readScan(supervisor, exhibitId)).letOut).toMatchObject({ mine: true, reason });
    expect(await noteHandling(supervisor, { exhibitId, handling: "downloaded" })).toMatchObject({ letOut: true });
    const { ledger } = await readExhibit(worker, caseId, exhibitId);
    expect(ledger.events.at(-1)?.purpose).toBe("Downloaded: the original, let out of quarantine");
    expect(await org.auditOf(exhibitId)).toEqual([
      "exhibit.received",
      "exhibit.virus_found",
      "exhibit.let_out",
      "exhibit.downloaded",
    ]);
    const other = await org.person("supervisor", "Other Example");
    for (const who of [worker, other.ctx, later(supervisor, letOutMinutes + 1)]) {
      const attempt = noteHandling(who, { exhibitId, handling: "downloaded" });
      await expect(attempt).rejects.toMatchObject({ code: "conflict" });
    }
    const [row] = await bySql<{ kept: string }>(
      org.service(),
      sql`select let_out_reason as kept from app.scans where exhibit_id = ${exhibitId}::uuid`,
    );
    expect(row?.kept).toMatch(/^v1\./);
    expect(row?.kept).not.toContain("laboratory");
  });

  test("wants a passkey in hand: neither a session alone nor a code is enough", async () => {
    const exhibitId = await held();
    for (const who of [await org.as("supervisor"), await org.coded("supervisor")]) {
      await expect(letOutOriginal(who, { exhibitId, reason })).rejects.toMatchObject({
        fields: { passkey: expect.any(String) },
      });
    }
    expect((await readScan(worker, exhibitId)).letOut).toBeNull();
  });

  test("wants a reason in a sentence", async () => {
    const exhibitId = await held();
    for (const bad of [undefined, "", "   ", "needed", "x".repeat(501)]) {
      const attempt = letOutOriginal(await org.confirmed("supervisor"), { exhibitId, reason: bad });
      await expect(attempt).rejects.toMatchObject({ code: "invalid", fields: { reason: expect.any(String) } });
    }
  });

  test("says of one that is not held that it can be taken as it is", async () => {
    const { exhibitId } = await addExhibit(worker, caseId, freshBytes(100));
    const attempt = letOutOriginal(await org.confirmed("supervisor"), { exhibitId, reason });
    await expect(attempt).rejects.toMatchObject({ code: "conflict" });
  });

  test("two at once: both are in the log, and one of them may download", async () => {
    const exhibitId = await held();
    const ctx = await org.confirmed("supervisor");
    const two = await org.confirmed(await org.person("supervisor"));
    await Promise.all([ctx, two].map((who) => letOutOriginal(who, { exhibitId, reason })));
    const tries = await Promise.allSettled(
      [ctx, two].map((who) => noteHandling(who, { exhibitId, handling: "downloaded" })),
    );
    expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect((await org.auditOf(exhibitId)).filter((action) => action === "exhibit.let_out")).toHaveLength(2);
  });
});

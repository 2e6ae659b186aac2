import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { listDerivatives } from "@/lib/evidence/derivatives/queries";
import { readExhibit, readOriginal } from "@/lib/evidence/exhibits/queries";
import { keepRedaction } from "@/lib/evidence/redactions/keep-redaction";
import { openFiles } from "@/lib/kernel/access/case-files";
import { type Ctx, withTransaction } from "@/lib/kernel/access/ctx";
import { addExhibit } from "@/tests/support/exhibit";
import { seededBytes, webStreamOf } from "@/tests/support/files";
import { middle } from "@/tests/support/masked";
import { makeOrg, type Org } from "@/tests/support/org";
import { plantCase } from "@/tests/support/plant";
import { stopImages } from "@/tests/support/stop";

let org: Org;
let worker: Ctx;
let caseId: string;

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.as("caseworker");
  caseId = await plantCase(worker);
});

/** An exhibit with the picture of a masked page in the storage, not yet noted. */
async function stored(seed: number, to = caseId) {
  const { exhibitId } = await addExhibit(worker, to, seededBytes(100, seed));
  const { keyId } = await readOriginal(worker, exhibitId);
  const kept = await (await openFiles(worker, keyId)).receive(webStreamOf(seededBytes(50, seed)), { maxBytes: 100 });
  const picture = { format: "png", width: 5, height: 10, tool: "a test" };
  return { exhibitId, page: 1, boxes: [middle], reason: "A house number", ...kept, ...picture };
}

describe("keepRedaction", () => {
  test("notes the copy, seals why, and writes what came out in the ledger and the log", async () => {
    const made = await stored(1);
    const { id } = await keepRedaction(worker, made);
    const [copy] = await listDerivatives(worker, made.exhibitId);
    expect(copy).toMatchObject({ id, kind: "redacted", page: 1, version: 1, sha256: made.sha256, boxes: [middle] });
    const { ledger } = await readExhibit(worker, caseId, made.exhibitId);
    expect(ledger.events.at(-1)).toMatchObject({ action: "redacted", sha256After: made.sha256 });
    expect(await org.auditOf(made.exhibitId)).toEqual(["exhibit.received", "exhibit.redacted"]);
    const rows = await withTransaction(worker, "read only", ({ db }) =>
      db.execute(sql`select d.*, e.* from app.derivatives d, app.custody_events e
        where d.exhibit_id = ${made.exhibitId}::uuid and e.exhibit_id = d.exhibit_id`),
    );
    expect(JSON.stringify(rows)).not.toContain("house number");
  });

  test.each([
    ["boxes", { boxes: [{ ...middle, x: 0.9 }] }],
    ["reason", { reason: "x" }],
    ["sha256", { sha256: "abc" }],
    ["size", { size: 0 }],
  ])("names %s when it needs another look", async (field, change) => {
    const attempt = keepRedaction(worker, { ...(await stored(4)), ...change });
    await expect(attempt).rejects.toMatchObject({ code: "invalid", fields: { [field]: expect.any(String) } });
  });

  test("two at once are two versions, and the chain holds", async () => {
    const made = await stored(5);
    const again = { ...(await stored(6)), exhibitId: made.exhibitId };
    await Promise.all([keepRedaction(worker, made), keepRedaction(worker, again)]);
    expect((await listDerivatives(worker, made.exhibitId)).map((derivative) => derivative.version)).toEqual([1, 2]);
    expect((await readExhibit(worker, caseId, made.exhibitId)).ledger.holds).toBe(true);
  });

  test("a closed case is not changed, nor one that is stopped for images", async () => {
    const closed = await plantCase(worker);
    const mine = await stored(7, closed);
    await withTransaction(worker, "read write", ({ db }) =>
      db.execute(sql`update app.cases set closed_at = now() where id = ${closed}::uuid`),
    );
    await expect(keepRedaction(worker, mine)).rejects.toMatchObject({ code: "conflict" });
    const stopped = await plantCase(worker);
    const other = await stored(8, stopped);
    await stopImages(worker, stopped);
    await expect(keepRedaction(worker, other)).rejects.toMatchObject({ code: "conflict" });
  });
});

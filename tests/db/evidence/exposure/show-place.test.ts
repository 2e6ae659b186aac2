import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { inspectExhibit } from "@/lib/evidence/exhibits/inspect-exhibit";
import { readExhibit } from "@/lib/evidence/exhibits/queries";
import { readClaims } from "@/lib/evidence/exposure/read-claims";
import { showPlace } from "@/lib/evidence/exposure/show-place";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { addExhibit } from "@/tests/support/exhibit";
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

async function addPhoto(): Promise<string> {
  const { exhibitId } = await addExhibit(worker, caseId, readFileSync("tests/fixtures/files/photo.jpg"));
  await inspectExhibit(org.service(), { exhibitId });
  return exhibitId;
}

const shown = async (exhibitId: string) => (await readExhibit(worker, caseId, exhibitId)).exhibit;
const ledger = async (exhibitId: string) =>
  (await readExhibit(worker, caseId, exhibitId)).ledger.events.map(({ purpose }) => purpose);

describe("the place that a file names", () => {
  test("is said to be there, and shown for an hour to the person who asks, which the ledger and the log keep", async () => {
    const exhibitId = await addPhoto();
    const before = await readClaims(worker, caseId, exhibitId);
    expect(before.hidden).toBeGreaterThan(0);
    expect(JSON.stringify(before.entries)).not.toContain("33.91");
    expect((await shown(exhibitId)).claims.hasPlace).toBe(true);
    await showPlace(worker, { exhibitId });
    const after = await readClaims(worker, caseId, exhibitId);
    expect(after.entries).toContainEqual({ group: "GPS", name: "Latitude", value: "-33.916667" });
    expect((await ledger(exhibitId)).at(-1)).toBe("Place that the file names shown on the screen");
    expect((await org.auditOf(exhibitId)).at(-1)).toBe("exhibit.viewed");
    expect((await readClaims(await org.as("supervisor"), caseId, exhibitId)).hidden).toBe(before.hidden);
    const later = { ...worker, now: new Date(worker.now.getTime() + 3_700_000) };
    expect((await readClaims(later, caseId, exhibitId)).hidden).toBe(before.hidden);
  });
});

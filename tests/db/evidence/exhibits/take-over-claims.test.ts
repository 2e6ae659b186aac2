import { beforeAll, describe, expect, test } from "vitest";
import { takeOverClaims } from "@/lib/evidence/exhibits/commands/take-over-claims";
import { inspectExhibit } from "@/lib/evidence/exhibits/inspect-exhibit";
import { readExhibit } from "@/lib/evidence/exhibits/queries";
import { readClaims } from "@/lib/evidence/exposure/read-claims";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { chunk } from "@/tests/fixtures/hostile/parts";
import { exifOf, pngWith, text } from "@/tests/fixtures/pictures/write";
import { addExhibit } from "@/tests/support/exhibit";
import { seededBytes } from "@/tests/support/files";
import { makeOrg, type Org } from "@/tests/support/org";
import { plantCase } from "@/tests/support/plant";

let org: Org;
let worker: Ctx;
let caseId: string;
const zone = "Africa/Johannesburg";

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.as("caseworker");
  caseId = await plantCase(worker);
});

/** A picture whose EXIF says when and with what it was made. */
const dated = (taken: string) =>
  pngWith([
    chunk("eXIf", exifOf({ main: [text(0x010f, "Invented"), text(0x0110, "P1")], camera: [text(0x9003, taken)] })),
  ]);

async function add(bytes: Uint8Array, change: Record<string, unknown> = {}): Promise<string> {
  const { exhibitId } = await addExhibit(worker, caseId, bytes, change);
  await inspectExhibit(org.service(), { exhibitId });
  return exhibitId;
}

const shown = async (exhibitId: string) => (await readExhibit(worker, caseId, exhibitId)).exhibit;
const ledger = async (exhibitId: string) =>
  (await readExhibit(worker, caseId, exhibitId)).ledger.events.map(({ purpose }) => purpose);

describe("takeOverClaims", () => {
  test("one click fills in what the files say; what a person typed stays, and the ledger says who says it", async () => {
    const bare = await add(dated("2026:04:12 10:15:30"));
    const typed = await add(dated("2026:04:12 10:15:31"), {
      capturedAt: "2026-04-13T08:00",
      capturedZone: zone,
      device: "Her own phone",
    });
    const named = await add(seededBytes(40, 1), { fileName: "Screenshot_20260412-111530.png" });
    await takeOverClaims(worker, { caseId, exhibitIds: [bare, typed, named], zone });
    expect(await shown(bare)).toMatchObject({
      capturedAt: new Date("2026-04-12T08:15:30Z"),
      capturedZone: zone,
      timeSource: "file_metadata",
      device: "Invented P1",
    });
    expect(await shown(typed)).toMatchObject({
      capturedAt: new Date("2026-04-13T06:00:00Z"),
      timeSource: null,
      device: "Her own phone",
    });
    expect(await shown(named)).toMatchObject({ capturedAt: new Date("2026-04-12T09:15:30Z"), timeSource: "file_name" });
    expect((await ledger(bare)).filter((line) => line.includes("the file says it"))).toHaveLength(2);
    expect((await ledger(typed)).filter((line) => line.includes("the file says it"))).toHaveLength(0);
    expect((await ledger(named)).at(-1)).toMatch(/the name of the file: .* names no zone/);
    await expect(takeOverClaims(worker, { caseId, exhibitIds: [bare, typed], zone })).rejects.toMatchObject({
      code: "invalid",
    });
  });

  test("a strange time fails no upload, is shown as it is, and is not taken over", async () => {
    const strange = ["2099:01:01 00:00:00", "\u0001\u0002", "9".repeat(3000)];
    const exhibitIds = [];
    for (const taken of strange) {
      const exhibitId = await add(dated(taken));
      const { entries } = await readClaims(worker, caseId, exhibitId);
      expect(entries.map(({ name }) => name)).toContain("Taken at");
      exhibitIds.push(exhibitId);
    }
    await takeOverClaims(worker, { caseId, exhibitIds, zone });
    for (const id of exhibitIds) expect(await shown(id)).toMatchObject({ capturedAt: null, device: "Invented P1" });
  });

  test("an exhibit of another case is not found", async () => {
    const other = await plantCase(worker);
    const exhibitId = await add(dated("2026:04:12 10:15:32"));
    await expect(takeOverClaims(worker, { caseId: other, exhibitIds: [exhibitId], zone })).rejects.toMatchObject({
      code: "not_found",
    });
  });
});

import { readdirSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { heldInPacket } from "@/lib/evidence/scans/labels";
import { noteScan } from "@/lib/evidence/scans/note-scan";
import { assemblePacket } from "@/lib/packets/packets/building/assemble-packet";
import { approvePacket } from "@/lib/packets/packets/commands/approve-packet";
import type { Manifest } from "@/lib/packets/packets/parts/manifest";
import { readFolder } from "@/lib/packets/packets/read-folder";
import { draftedPacket, reasonsFor } from "@/tests/support/built-packet";
import { keptParts, onePart } from "@/tests/support/kept-parts";
import { lookAtPictures } from "@/tests/support/look-at-pictures";
import { makeOrg, type Org, type Person } from "@/tests/support/org";
import { flatPagesOf } from "@/tests/support/pdf";
import { askFor, unpackExport } from "@/tests/support/plant-export";

let org: Org;
let worker: Person;
let packetId: string;
let caseId: string;
const ways = (manifest: Manifest) => manifest.exhibits.map(({ originals }) => originals[0]?.travels);

/** A picture that would be printed as it is, a PDF that would travel beside, a text that would be attached; and one more. */
beforeAll(async () => {
  org = await makeOrg();
  worker = await org.person("caseworker");
  const made = await draftedPacket(org, worker, {
    files: ["screenshot.png", "letter.pdf", "note.txt", "screenshot-alpha.png"],
  });
  for (const exhibitId of made.exhibitIds.slice(0, 3)) {
    await noteScan(org.service(), { exhibitId, virus: "Some.Virus", engine: "ClamAV 1.4.3" });
  }
  packetId = made.id;
  caseId = made.caseId;
  await assemblePacket(org.service(), { packetId });
});

async function expectLeftOut(): Promise<void> {
  const parts = await keptParts(org.service(), packetId);
  const manifest: Manifest = JSON.parse(onePart(parts, "manifest").bytes.toString());
  expect(ways(manifest)).toEqual(["sealed", "sealed", "sealed", "beside"]);
  const pages = await flatPagesOf(onePart(parts, "served").bytes);
  // Exhibits share pages.
  const text = pages.join(" ");
  const saying = (words: string) => text.split(words).length - 1;
  expect(saying(heldInPacket.virus)).toBeGreaterThanOrEqual(3);
  expect(saying("This file is kept as it was received and is not printed.")).toBeGreaterThanOrEqual(3);
}

describe("an original that a virus scanner holds back", () => {
  test("is in no part of a packet, which says why", expectLeftOut);

  test("and in none of the approved one, nor in its folder", async () => {
    await lookAtPictures(worker.ctx, packetId);
    const overrides = await reasonsFor(worker, packetId);
    await approvePacket(await org.confirmed("supervisor"), { packetId, overrides });
    await assemblePacket(org.service(), { packetId });
    await expectLeftOut();
    const names: string[] = [];
    for await (const { name } of readFolder(worker.ctx, { packetId, withAnnex: true })) names.push(name);
    expect(names.filter((name) => name.startsWith("originals/"))).toEqual(["originals/E-04.png"]);
  });

  test("comes with a complete folder under a name that nothing opens", async () => {
    const supervisor = await org.person("supervisor");
    const folder = await unpackExport(org, supervisor, await askFor(org, supervisor, caseId));
    const names = readdirSync(join(folder, "originals")).toSorted();
    expect(names.map((name) => name.endsWith(".quarantined"))).toEqual([true, true, true, false]);
  });
});

import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { inspectExhibit } from "@/lib/evidence/exhibits/inspect-exhibit";
import { redactExhibit } from "@/lib/evidence/redactions/redact-exhibit";
import { assemblePacket } from "@/lib/packets/packets/building/assemble-packet";
import { approvePacket } from "@/lib/packets/packets/commands/approve-packet";
import { draftPacket } from "@/lib/packets/packets/commands/draft-packet";
import { getPacket } from "@/lib/packets/packets/queries";
import { readFolder } from "@/lib/packets/packets/read-folder";
import { reasonsFor } from "@/tests/support/built-packet";
import { draft, makeCaseToPrint } from "@/tests/support/case-to-print";
import { drawWords, lineBox } from "@/tests/support/draw-words";
import { addExhibit } from "@/tests/support/exhibit";
import { bytesOf } from "@/tests/support/files";
import { lookAtPictures } from "@/tests/support/look-at-pictures";
import { makeOrg } from "@/tests/support/org";

test("a masked copy lies in the folder of the packet, with the hash of the manifest; its original does not", async () => {
  const org = await makeOrg();
  const worker = await org.person("caseworker");
  const { caseId, incidentIds } = await makeCaseToPrint(org, worker, { files: [] });
  const bytes = await drawWords(["I will break your jaw.", "A bystander"]);
  const { exhibitId } = await addExhibit(worker.ctx, caseId, bytes, { incidentIds: incidentIds.slice(0, 1) });
  await inspectExhibit(org.service(), { exhibitId });
  await redactExhibit(worker.ctx, { exhibitId, page: 1, boxes: [lineBox(1, 2)], reason: "Somebody else" });
  const { id } = await draftPacket(worker.ctx, { caseId, kind: "mla_dossier", ...draft });
  await assemblePacket(org.service(), { packetId: id });
  await lookAtPictures(worker.ctx, id);
  await approvePacket(await org.confirmed("supervisor"), { packetId: id, overrides: await reasonsFor(worker, id) });
  await assemblePacket(org.service(), { packetId: id });
  expect((await getPacket(worker.ctx, id)).progress.error).toBeNull();

  const files = new Map<string, Buffer>();
  for await (const { name, open } of readFolder(worker.ctx, { packetId: id }))
    files.set(name, await bytesOf(await open()));
  const [exhibit] = JSON.parse(files.get("manifest.json")?.toString() ?? "{}").exhibits;
  const copy = files.get("masked/E-01-page-1-masked-1.png") ?? Buffer.alloc(0);
  expect(exhibit.maskedCopies).toMatchObject([
    { name: "E-01-page-1-masked-1.png", travels: "beside", sha256: createHash("sha256").update(copy).digest("hex") },
  ]);
  expect([...files.keys()].filter((name) => name.startsWith("originals/"))).toEqual([]);
});

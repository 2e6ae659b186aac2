import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { assemblePacket } from "@/lib/packets/packets/building/assemble-packet";
import { approvePacket } from "@/lib/packets/packets/commands/approve-packet";
import { draftPacket } from "@/lib/packets/packets/commands/draft-packet";
import type { Manifest } from "@/lib/packets/packets/parts/manifest";
import { getPacket } from "@/lib/packets/packets/queries";
import { type PacketKindKey, packetKindKeys } from "@/lib/packets/packets/types";
import { checkSignedFile } from "@/lib/platform/cms/check-signed-file";
import { sworn } from "@/tests/db/documents/papers/drafting";
import { reasonsFor } from "@/tests/support/built-packet";
import { draft, makeCaseToPrint, secrets } from "@/tests/support/case-to-print";
import { scratchFolder } from "@/tests/support/files";
import { keptParts, onePart } from "@/tests/support/kept-parts";
import { lookAtPictures } from "@/tests/support/look-at-pictures";
import { makeOrg, type Org, type Person } from "@/tests/support/org";
import { flatPagesOf, qpdfComplaints, runPdfsig } from "@/tests/support/pdf";
import { plantRefusal } from "@/tests/support/refusal";
import { hasTool } from "@/tests/support/tools";
import { sendFiles } from "@/tests/support/uploaded-packet";

let org: Org;
let worker: Person;

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.person("caseworker");
});

const more: Partial<Record<PacketKindKey, Record<string, unknown>>> = {
  interpol_briefing: { ncbAsk: { purpose: "identify", action: "Identify the user of A1.", priority: "urgent" } },
  refusal_complaint: { complaintsBody: "Complaints desk" },
  docket_pack: { station: "Station commander" },
};
test.each(packetKindKeys.filter((kind) => kind !== "mla_dossier"))(
  "%s is built, clean, and signed once it is approved",
  async (kind) => {
    const { caseId } = await makeCaseToPrint(org, worker, { files: [] });
    const files = ["photo.jpg", "letter.pdf"].map((name) => ({
      name,
      bytes: readFileSync(join("tests/fixtures/files", name)),
    }));
    const [exhibitId] = await sendFiles(org, worker, { caseId, files });
    const refusal =
      kind === "refusal_complaint" ? await plantRefusal(worker.ctx, caseId, { proofExhibitId: exhibitId }) : "";
    // Nobody can approve a pack for the docket without one.
    if (kind === "docket_pack") await sworn(worker.ctx, caseId);
    const { id: packetId } = await draftPacket(worker.ctx, { caseId, kind, ...draft, refusal, ...more[kind] });
    await assemblePacket(org.service(), { packetId });
    expect(await getPacket(worker.ctx, packetId)).toMatchObject({ status: "ready", progress: { error: null } });
    await lookAtPictures(worker.ctx, packetId);
    await approvePacket(await org.confirmed("supervisor"), { packetId, overrides: await reasonsFor(worker, packetId) });
    await assemblePacket(org.service(), { packetId });
    expect(await getPacket(worker.ctx, packetId)).toMatchObject({ status: "approved", progress: { error: null } });
    const made = await keptParts(org.service(), packetId);
    const served = onePart(made, "served").bytes;
    const at = await scratchFolder();
    try {
      const path = join(at.path, "served.pdf");
      writeFileSync(path, served);
      expect(await checkSignedFile(path)).toMatchObject({ holds: true });
      if (hasTool("pdfsig")) {
        const message = runPdfsig(path);
        expect(message).toContain("Signature is Valid.");
        expect(message).toContain("Total document signed");
      }
    } finally {
      await at.remove();
    }
    expect(qpdfComplaints(served) ?? []).toEqual([]);
    const printed = await flatPagesOf(served);
    const listed: Manifest = JSON.parse(onePart(made, "manifest").bytes.toString());
    expect([listed.packet.kind, listed.counts]).toEqual([kind, { exhibits: 2, pages: printed.length }]);
    for (const [i, page] of printed.entries()) expect(page).toContain(`Page ${i + 1} of ${printed.length}`);
    for (const secret of Object.values(secrets)) expect(printed.filter((page) => page.includes(secret))).toEqual([]);
  },
);

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { auditEntries, handoverEvents, mails } from "@/db/schema";
import { downloadDocument } from "@/lib/documents/papers/commands/download-document";
import { recordCustody } from "@/lib/evidence/exhibits/commands/record-custody";
import { askAboutPacket } from "@/lib/handover/handovers/commands/ask-about-packet";
import { recordOutcome } from "@/lib/handover/handovers/commands/record-outcome";
import { tellWaiting } from "@/lib/handover/handovers/commands/tell-waiting";
import { withTransaction } from "@/lib/kernel/access/ctx";
import { exportTimeline } from "@/lib/oversight/timeline/export-timeline";
import { kindLabels } from "@/lib/packets/packets/labels";
import { draft } from "@/tests/db/documents/papers/drafting";
import { readyPacket } from "@/tests/support/built-packet";
import { filesBelow } from "@/tests/support/files";
import { keptParts } from "@/tests/support/kept-parts";
import { makeOrg } from "@/tests/support/org";
import { flatPagesOf } from "@/tests/support/pdf";
import { homeToday } from "@/tests/support/plant-clock";
import { askFor, unpackExport } from "@/tests/support/plant-export";
import { plantHandover } from "@/tests/support/plant-handover";
import { wordsOfDocx } from "@/tests/support/zip";

await vi.hoisted(() => import("@/tests/support/speak-in-brackets"));

test("with screens in another language, packets, papers, ledgers, mails to officers and exports stay English", async () => {
  expect(kindLabels.mla_dossier, "on a screen").toContain("⟦");
  const org = await makeOrg();
  const worker = await org.person("caseworker");
  const officer = await org.person("liaison");
  const { caseId, id: packetId, exhibitIds } = await readyPacket(org, worker, { files: ["note.txt"], unseen: true });
  const { handoverId } = await plantHandover({ org, worker, officer });
  await askAboutPacket(officer.ctx, { handoverId, reason: "manifest_error", words: "Which page?" });
  await recordOutcome(officer.ctx, { handoverId, outcome: "assigned", on: homeToday(officer.ctx), note: "" });
  await tellWaiting(org.service(), { handoverId });
  await recordCustody(worker.ctx, { exhibitId: exhibitIds[0], action: "sealed", purpose: "In a bag" });
  const documentId = await draft(worker.ctx, caseId);
  const drawn = async (format: string) => (await downloadDocument(worker.ctx, { documentId, format })).draw();
  const supervisor = await org.person("supervisor");
  const folder = await unpackExport(org, supervisor, await askFor(org, supervisor, caseId));
  const outside = {
    packet: await Promise.all(
      (await keptParts(org.service(), packetId)).map(async ({ name, bytes }) =>
        name.endsWith(".pdf")
          ? await flatPagesOf(bytes)
          : name.endsWith(".docx")
            ? wordsOfDocx(bytes)
            : bytes.toString(),
      ),
    ),
    document: [await flatPagesOf(await drawn("pdf")), wordsOfDocx(Buffer.from(await drawn("docx")))],
    folder: (await filesBelow(folder)).map((path) => readFileSync(join(folder, path), "utf8")),
    timeline: (await exportTimeline(worker.ctx, { caseId, format: "csv", filter: {} })).bytes.toString(),
    handover: await withTransaction(org.service(), "read only", ({ db }) => db.select().from(handoverEvents)),
    mails: await withTransaction(org.service(), "read only", ({ db }) => db.select().from(mails)),
    log: await withTransaction(org.service(), "read only", ({ db }) =>
      db.select({ detail: auditEntries.detail }).from(auditEntries),
    ),
  };
  for (const [what, made] of Object.entries(outside)) {
    expect(JSON.stringify(made).length, what).toBeGreaterThan(100);
    expect(JSON.stringify(made).match(/.{0,80}⟦.{0,80}/g) ?? [], what).toEqual([]);
  }
});

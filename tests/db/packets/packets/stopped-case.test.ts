import { beforeAll, describe, expect, test } from "vitest";
import { liftStop } from "@/lib/casework/minors-stop/lift-stop";
import { stopImages } from "@/lib/casework/minors-stop/stop-images";
import { acknowledgeHandover } from "@/lib/handover/handovers/commands/acknowledge-handover";
import { deliverPacket } from "@/lib/handover/handovers/commands/deliver-packet";
import { openHandover } from "@/lib/handover/handovers/commands/open-handover";
import { recordDownload } from "@/lib/handover/handovers/commands/record-download";
import { findHandoverFile, getHandover } from "@/lib/handover/handovers/queries";
import { assemblePacket } from "@/lib/packets/packets/building/assemble-packet";
import { approvePacket } from "@/lib/packets/packets/commands/approve-packet";
import { downloadPacket } from "@/lib/packets/packets/commands/download-packet";
import { draftPacket } from "@/lib/packets/packets/commands/draft-packet";
import { checkDraft, findPacketFile, getPacket, readProgress } from "@/lib/packets/packets/queries";
import { approvedPacket, deliveredPacket, readyPacket, reasonsFor } from "@/tests/support/built-packet";
import { draft } from "@/tests/support/case-to-print";
import { makeOrg, type Org, type Person } from "@/tests/support/org";

let org: Org;
let worker: Person;

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.person("caseworker");
});

const stop = (caseId: string) => stopImages(worker.ctx, { caseId, reason: "So the client said" });
const withPicture = { files: ["photo.jpg"] };

describe("a case that is stopped for images of a minor", () => {
  test("fails the check on minors by itself, whatever the draft says, and builds no packet with an exhibit", async () => {
    const { caseId } = await readyPacket(org, worker, withPicture);
    await stop(caseId);
    const form = { ...draft, caseId, minors: "no" };
    const lines = await checkDraft(worker.ctx, caseId, form);
    expect(lines.find((line) => line.id === "M-31")).toMatchObject({ result: "fail" });
    const { id } = await draftPacket(worker.ctx, form);
    await assemblePacket(org.service(), { packetId: id });
    expect(await readProgress(worker.ctx, id)).toMatchObject({
      status: "failed",
      error: expect.stringContaining("under 18"),
    });
  });

  test("a packet built before is neither approved nor downloaded, and no reason overrides that", async () => {
    const { id, caseId } = await readyPacket(org, worker, withPicture);
    const overrides = { ...(await reasonsFor(worker, id)), "M-31": "It is known to the officer." };
    await stop(caseId);
    const attempt = approvePacket(await org.confirmed("supervisor"), { packetId: id, overrides });
    await expect(attempt).rejects.toMatchObject({ code: "conflict", message: expect.stringContaining("under 18") });
    await expect(downloadPacket(worker.ctx, { packetId: id })).rejects.toMatchObject({ code: "conflict" });
    await expect(findPacketFile(worker.ctx, id), "nor a piece from its middle").rejects.toMatchObject({
      code: "conflict",
    });
  });

  test("a packet that was approved before is not handed over", async () => {
    const { id, caseId } = await approvedPacket(org, worker, withPicture);
    const officer = await org.person("liaison");
    await stop(caseId);
    const attempt = deliverPacket(await org.confirmed(worker), { packetId: id, liaisonId: officer.memberId });
    await expect(attempt).rejects.toMatchObject({ code: "conflict", message: expect.stringContaining("under 18") });
  });

  test("an officer who was given one before is handed it no more until the stop is lifted", async () => {
    const officer = await org.person("liaison");
    const { handoverId, caseId } = await deliveredPacket(org, worker, officer, withPicture);
    await findHandoverFile(officer.ctx, handoverId);
    await stop(caseId);
    const held = { code: "conflict", message: expect.stringContaining("holds this packet back") };
    await expect(findHandoverFile(officer.ctx, handoverId)).rejects.toMatchObject(held);
    await expect(recordDownload(officer.ctx, { handoverId })).rejects.toMatchObject(held);
    await expect(openHandover(officer.ctx, { handoverId, how: "file" })).rejects.toMatchObject(held);
    await openHandover(officer.ctx, { handoverId });
    await acknowledgeHandover(officer.ctx, { handoverId });
    expect(await getHandover(officer.ctx, handoverId)).toMatchObject({ heldBack: true });
    const lifted = { caseId, reason: "The picture shows an adult, as her passport says.", sure: "on" };
    await liftStop(await org.as("supervisor"), lifted);
    await findHandoverFile(officer.ctx, handoverId);
    expect(await getHandover(officer.ctx, handoverId)).toMatchObject({ heldBack: false });
  });

  test("an officer keeps a packet without an exhibit", async () => {
    const officer = await org.person("liaison");
    const { handoverId, caseId } = await deliveredPacket(org, worker, officer);
    await stop(caseId);
    expect(await findHandoverFile(officer.ctx, handoverId)).toMatchObject({ fileId: expect.any(String) });
  });

  test("a packet without an exhibit may leave: the police need the facts", async () => {
    const { id, caseId } = await readyPacket(org, worker);
    await stop(caseId);
    await downloadPacket(worker.ctx, { packetId: id });
    const overrides = await reasonsFor(worker, id);
    await approvePacket(await org.confirmed("supervisor"), { packetId: id, overrides });
    await assemblePacket(org.service(), { packetId: id });
    expect((await getPacket(worker.ctx, id)).status).toBe("approved");
  });
});

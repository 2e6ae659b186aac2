import { eq, sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { packets } from "@/db/schema";
import { findCase } from "@/lib/casework/cases/access";
import { clearPictures } from "@/lib/evidence/clearances/clear-pictures";
import { inspectExhibit } from "@/lib/evidence/exhibits/inspect-exhibit";
import { redactExhibit } from "@/lib/evidence/redactions/redact-exhibit";
import { deliverPacket } from "@/lib/handover/handovers/commands/deliver-packet";
import { withTransaction } from "@/lib/kernel/access/ctx";
import { openVault } from "@/lib/kernel/access/vault";
import { findPacket } from "@/lib/packets/packets/access";
import { assemblePacket } from "@/lib/packets/packets/building/assemble-packet";
import { approvePacket } from "@/lib/packets/packets/commands/approve-packet";
import { draftPacket } from "@/lib/packets/packets/commands/draft-packet";
import { getPacket, listPacketPictures, readProgress } from "@/lib/packets/packets/queries";
import { openFails } from "@/lib/packets/packets/rules";
import type { PacketSnapshot } from "@/lib/packets/packets/snapshot/snapshot";
import { approvedPacket, draftedPacket, readyPacket, reasonsFor } from "@/tests/support/built-packet";
import { bySql } from "@/tests/support/by-sql";
import { draft } from "@/tests/support/case-to-print";
import { keptParts, onePart } from "@/tests/support/kept-parts";
import { lookAtPictures, nothingOn } from "@/tests/support/look-at-pictures";
import { middle } from "@/tests/support/masked";
import { makeOrg, type Org, type Person } from "@/tests/support/org";
import { flatPagesOf } from "@/tests/support/pdf";

let org: Org;
let worker: Person;

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.person("caseworker", "Looking Example");
});

const unseen = { files: ["photo.jpg"], unseen: true };

async function approve(id: string, overrides: Record<string, string> = {}) {
  const all = { ...(await reasonsFor(worker, id)), ...overrides };
  return approvePacket(await org.confirmed("supervisor"), { packetId: id, overrides: all });
}

/** The packet as an earlier release approved it: its snapshot knows of no picture. */
async function forgetLooks(id: string) {
  await withTransaction(org.service(), "read write", async (ctx) => {
    const packet = await findPacket(ctx, id);
    const vault = await openVault(ctx, (await findCase(ctx, packet.caseId)).keyId);
    const place = { table: "packets", column: "snapshot", row: id };
    const { exhibits, ...rest } = JSON.parse(vault.openMaybe(place, packet.snapshot) ?? "{}") as PacketSnapshot;
    const older = { ...rest, exhibits: exhibits.map(({ pictures: _, ...exhibit }) => exhibit) };
    const snapshot = vault.seal(place, JSON.stringify(older));
    await ctx.db.update(packets).set({ snapshot }).where(eq(packets.id, id));
  });
}

const lineOf = async (id: string) =>
  (await getPacket(worker.ctx, id)).preflight.find((line) => line.id === "M-27") ?? { reason: "" };

describe("a packet whose pictures nobody looked at", () => {
  test("is not approved, no reason overrides that, and none is asked for", async () => {
    const { id } = await readyPacket(org, worker, unseen);
    expect(await lineOf(id)).toMatchObject({
      result: "fail",
      reason: expect.stringContaining("Nobody has checked E-01, page 1"),
      link: { path: "evidence/pictures" },
    });
    expect(openFails((await getPacket(worker.ctx, id)).preflight).map((line) => line.id)).not.toContain("M-27");
    await expect(approve(id, { "M-27": "It is known to the officer." })).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringContaining("E-01, page 1"),
    });
    expect((await getPacket(worker.ctx, id)).status).toBe("ready");
  });

  test("is approved once a person looked at each, and prints who and on which day", async () => {
    const { id } = await readyPacket(org, worker, { files: ["photo.jpg", "letter.pdf"], unseen: true });
    const { caseId } = await getPacket(worker.ctx, id);
    const pictures = await listPacketPictures(worker.ctx, caseId, id);
    const photo = pictures.filter(({ exhibit }) => exhibit === "E-01");
    await clearPictures(worker.ctx, { caseId, pictures: nothingOn(photo) });
    await expect(approve(id), "one of two").rejects.toMatchObject({ message: expect.stringContaining("E-02") });
    await lookAtPictures(worker.ctx, id);
    await approve(id);
    await assemblePacket(org.service(), { packetId: id });
    expect((await getPacket(worker.ctx, id)).status).toBe("approved");
    const line = await lineOf(id);
    expect(line).toMatchObject({ result: "pass" });
    expect(line.reason).toMatch(
      /looked at by a person\. By S-\d+ on \d+ \w+ \d{4}, nothing of the client: E-01, page 1; E-02/,
    );
    const pages = await flatPagesOf(onePart(await keptParts(worker.ctx, id), "sender").bytes);
    expect(pages.join(" ")).toMatch(/looked at by a person\. By S-\d+ on .*, nothing of the client: E-01, page 1/);
  });

  test("a mask that came after the look: the copy has to be looked at, and the old packet is not approved", async () => {
    const { id, caseId, exhibitIds } = await draftedPacket(org, worker, { files: ["photo.jpg"] });
    const [exhibitId = ""] = exhibitIds;
    await bySql(org.service(), sql`update app.exhibits set look = '{}', looked_at = null where id = ${exhibitId}`);
    await inspectExhibit(org.service(), { exhibitId });
    await assemblePacket(org.service(), { packetId: id });
    await lookAtPictures(worker.ctx, id);
    await redactExhibit(worker.ctx, { exhibitId, page: 1, boxes: [middle], reason: "A number plate" });
    await expect(approve(id)).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringContaining("masked after this version was built"),
    });
    const next = await draftPacket(worker.ctx, { caseId, ...draft });
    await assemblePacket(org.service(), { packetId: next.id });
    await expect(approve(next.id)).rejects.toMatchObject({ message: expect.stringContaining("Nobody has checked") });
    await lookAtPictures(worker.ctx, next.id);
    await approve(next.id);
  });

  test("what was approved before anybody was asked is neither handed over nor built again", async () => {
    const officer = await org.person("liaison");
    const { id } = await approvedPacket(org, worker, { files: ["photo.jpg"], to: officer });
    await forgetLooks(id);
    const given = deliverPacket(await org.confirmed(worker), { packetId: id, liaisonId: officer.memberId });
    await expect(given).rejects.toMatchObject({ code: "conflict", message: expect.stringContaining("Draft the next") });
    await bySql(org.service(), sql`update app.packets set status = 'building' where id = ${id}`);
    await assemblePacket(org.service(), { packetId: id });
    expect(await readProgress(worker.ctx, id)).toMatchObject({
      status: "failed",
      error: expect.stringContaining("Nobody has checked E-01, page 1"),
    });
  });
});

import { beforeAll, describe, expect, test } from "vitest";
import { recordDownload } from "@/lib/handover/handovers/commands/record-download";
import { getHandover } from "@/lib/handover/handovers/queries";
import { withdrawPacket } from "@/lib/packets/packets/commands/withdraw-packet";
import { getPacket, listPacketEvents } from "@/lib/packets/packets/queries";
import { deliveredPacket, draftedPacket } from "@/tests/support/built-packet";
import { makeOrg, type Org, type Person } from "@/tests/support/org";

let org: Org;
let worker: Person;
const reason = "A wrong account is named in it.";

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.person("caseworker");
});

describe("withdrawPacket", () => {
  test("closes the file for the officer who holds it, and says why", async () => {
    const officer = await org.person("liaison");
    const { id, handoverId } = await deliveredPacket(org, worker, officer);
    await withdrawPacket(worker.ctx, { packetId: id, reason });
    expect((await getPacket(worker.ctx, id)).status).toBe("withdrawn");
    expect(await getHandover(officer.ctx, handoverId)).toMatchObject({
      status: "withdrawn",
      withdrawnNote: reason,
      withdrawnAt: worker.ctx.now,
    });
    const events = await listPacketEvents(worker.ctx, id);
    expect(events).toContainEqual(expect.objectContaining({ event: "withdrawn", words: reason }));
    await expect(recordDownload(officer.ctx, { handoverId })).rejects.toMatchObject({ code: "conflict" });
    expect((await org.auditOf(id)).at(-1)).toBe("packet.withdrawn");
    await expect(withdrawPacket(worker.ctx, { packetId: id, reason })).rejects.toMatchObject({ code: "conflict" });
  });

  test("waits while it is being built", async () => {
    const { id } = await draftedPacket(org, worker);
    await expect(withdrawPacket(worker.ctx, { packetId: id, reason })).rejects.toMatchObject({ code: "conflict" });
  });

  test("wants a reason", async () => {
    const { id } = await draftedPacket(org, worker);
    const attempt = withdrawPacket(worker.ctx, { packetId: id, reason: "" });
    await expect(attempt).rejects.toMatchObject({ code: "invalid", fields: { reason: expect.any(String) } });
  });
});

import { beforeAll, describe, expect, test } from "vitest";
import { openHandover } from "@/lib/handover/handovers/commands/open-handover";
import { getHandover, listDeliveries } from "@/lib/handover/handovers/queries";
import { hasBeenRead } from "@/lib/handover/handovers/rules";
import { deliveredPacket } from "@/tests/support/built-packet";
import { makeOrg, type Org, type Person } from "@/tests/support/org";

let org: Org;
let worker: Person;
let officer: Person;
let packetId: string;
let handoverId: string;

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.person("caseworker");
  officer = await org.person("liaison");
  ({ id: packetId, handoverId } = await deliveredPacket(org, worker, officer));
});

describe("openHandover", () => {
  test("keeps the first time and logs every time, for the organisation to see", async () => {
    await openHandover(officer.ctx, { handoverId });
    const first = (await getHandover(officer.ctx, handoverId)).openedAt;
    expect(first).not.toBeNull();
    await openHandover(officer.ctx, { handoverId });
    expect((await getHandover(officer.ctx, handoverId)).openedAt).toEqual(first);
    const [delivery] = await listDeliveries(worker.ctx, packetId);
    expect(delivery?.events.map((event) => event.event)).toEqual(["delivered", "opened", "opened"]);
    expect(await org.auditOf(handoverId)).toEqual(["handover.delivered", "handover.opened", "handover.opened"]);
  });

  test("the packet counts as read once its file was opened, not while only its page was", async () => {
    const before = await getHandover(officer.ctx, handoverId);
    await openHandover(officer.ctx, { handoverId, how: "file" });
    const after = await getHandover(officer.ctx, handoverId);
    expect([hasBeenRead(before), hasBeenRead(after)]).toEqual([false, true]);
  });

  test("refuses text that is no id", async () => {
    const attempt = openHandover(officer.ctx, { handoverId: "1" });
    await expect(attempt).rejects.toMatchObject({ code: "invalid", fields: { handoverId: expect.any(String) } });
  });
});

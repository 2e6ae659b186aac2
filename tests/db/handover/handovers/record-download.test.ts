import { beforeAll, describe, expect, test } from "vitest";
import { recordDownload } from "@/lib/handover/handovers/commands/record-download";
import { getHandover, listDeliveries } from "@/lib/handover/handovers/queries";
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

describe("recordDownload", () => {
  test("keeps the first time and logs every time, for the organisation to see", async () => {
    await recordDownload(officer.ctx, { handoverId });
    const first = (await getHandover(officer.ctx, handoverId)).downloadedAt;
    expect(first).not.toBeNull();
    await recordDownload(officer.ctx, { handoverId });
    expect((await getHandover(officer.ctx, handoverId)).downloadedAt).toEqual(first);
    const [delivery] = await listDeliveries(worker.ctx, packetId);
    expect(delivery?.events.map((event) => event.event)).toEqual(["delivered", "downloaded", "downloaded"]);
    expect(await org.auditOf(handoverId)).toEqual(["handover.delivered", "handover.downloaded", "handover.downloaded"]);
  });

  test("refuses text that is no id", async () => {
    const attempt = recordDownload(officer.ctx, { handoverId: "1" });
    await expect(attempt).rejects.toMatchObject({ code: "invalid", fields: { handoverId: expect.any(String) } });
  });
});

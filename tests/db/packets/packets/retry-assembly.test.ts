import { beforeAll, describe, expect, test } from "vitest";
import { failAssembly } from "@/lib/packets/packets/commands/fail-assembly";
import { retryAssembly } from "@/lib/packets/packets/commands/retry-assembly";
import { getPacket, listPacketEvents } from "@/lib/packets/packets/queries";
import { draftedPacket } from "@/tests/support/built-packet";
import { makeOrg, type Org, type Person } from "@/tests/support/org";

let org: Org;
let worker: Person;
let packetId: string;

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.person("caseworker");
  packetId = (await draftedPacket(org, worker)).id;
});

describe("retryAssembly", () => {
  test("only what failed is tried again, and once", async () => {
    await expect(retryAssembly(worker.ctx, { packetId })).rejects.toMatchObject({ code: "conflict" });
    await failAssembly(org.service(), { packetId, reason: "No room." });
    const both = await Promise.allSettled([
      retryAssembly(worker.ctx, { packetId }),
      retryAssembly(worker.ctx, { packetId }),
    ]);
    expect(both.map((result) => result.status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await getPacket(worker.ctx, packetId)).toMatchObject({
      status: "building",
      progress: { error: null, stage: "queued" },
    });
    expect((await org.auditOf(packetId)).at(-1)).toBe("packet.assembly_retried");
    const events = (await listPacketEvents(worker.ctx, packetId)).map((packetEvent) => packetEvent.event);
    expect(events.filter((packetEventName) => packetEventName === "retried")).toHaveLength(1);
  });
});

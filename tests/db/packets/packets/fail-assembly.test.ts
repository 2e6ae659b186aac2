import { beforeAll, describe, expect, test } from "vitest";
import { failAssembly } from "@/lib/packets/packets/commands/fail-assembly";
import { getPacket } from "@/lib/packets/packets/queries";
import { draftedPacket } from "@/tests/support/built-packet";
import { makeOrg, type Org, type Person } from "@/tests/support/org";

let org: Org;
let worker: Person;
let packetId: string;
const reason = "There is no room left on the server.";

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.person("caseworker");
  packetId = (await draftedPacket(org, worker)).id;
});

describe("failAssembly", () => {
  test("wants a reason", async () => {
    const attempt = failAssembly(org.service(), { packetId, reason: "" });
    await expect(attempt).rejects.toMatchObject({ code: "invalid", fields: { reason: expect.any(String) } });
  });

  test("keeps the reason, once", async () => {
    await failAssembly(org.service(), { packetId, reason });
    expect(await getPacket(worker.ctx, packetId)).toMatchObject({ status: "failed", progress: { error: reason } });
    expect(await org.auditOf(packetId)).toEqual(["packet.drafted", "packet.assembly_failed"]);
    await expect(failAssembly(org.service(), { packetId, reason })).rejects.toMatchObject({ code: "conflict" });
  });
});

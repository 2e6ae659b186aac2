import { beforeAll, describe, expect, test } from "vitest";
import { returnPacket } from "@/lib/packets/packets/commands/return-packet";
import { getPacket } from "@/lib/packets/packets/queries";
import { readyPacket } from "@/tests/support/built-packet";
import { makeOrg, type Org, type Person } from "@/tests/support/org";

let org: Org;
let worker: Person;
let packetId: string;
const reason = "The account id of A2 is missing.";

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.person("caseworker");
  packetId = (await readyPacket(org, worker)).id;
});

describe("returnPacket", () => {
  test("wants to know what has to change", async () => {
    const attempt = returnPacket(await org.as("supervisor"), { packetId, reason: " " });
    await expect(attempt).rejects.toMatchObject({ code: "invalid", fields: { reason: expect.any(String) } });
  });

  test("goes back to the author with the reason, once", async () => {
    await returnPacket(await org.as("supervisor"), { packetId, reason });
    expect(await getPacket(worker.ctx, packetId)).toMatchObject({ status: "returned", decisionNote: reason });
    expect(await org.auditOf(packetId)).toEqual([
      "packet.drafted",
      "packet.key_made",
      "packet.key_made",
      "packet.assembled",
      "packet.returned",
    ]);
    const again = returnPacket(await org.as("supervisor"), { packetId, reason });
    await expect(again).rejects.toMatchObject({ code: "conflict" });
  });
});

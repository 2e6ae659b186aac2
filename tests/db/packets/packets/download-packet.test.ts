import { beforeAll, describe, expect, test } from "vitest";
import { downloadPacket } from "@/lib/packets/packets/commands/download-packet";
import { draftedPacket, readyPacket } from "@/tests/support/built-packet";
import { makeOrg, type Org, type Person } from "@/tests/support/org";

let org: Org;
let worker: Person;

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.person("caseworker");
});

describe("downloadPacket", () => {
  test("names the file by its code alone, and the log says who took it", async () => {
    const { id, code } = await readyPacket(org, worker);
    const place = await downloadPacket(worker.ctx, { packetId: id });
    expect(place).toMatchObject({ fileId: expect.any(String), keyId: expect.any(String), name: `${code}-P1-v1.pdf` });
    expect((await org.auditOf(id)).at(-1)).toBe("packet.downloaded");
  });

  test("has nothing to give before the packet is built, nor for text that is no id", async () => {
    const { id } = await draftedPacket(org, worker);
    await expect(downloadPacket(worker.ctx, { packetId: id })).rejects.toMatchObject({ code: "not_found" });
    await expect(downloadPacket(worker.ctx, { packetId: "../x" })).rejects.toMatchObject({ code: "invalid" });
  });
});

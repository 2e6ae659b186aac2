import { beforeAll, describe, expect, test } from "vitest";
import { stampPacket } from "@/lib/packets/packets/building/stamp-packet";
import { letCopyGo } from "@/lib/packets/packets/commands/let-copy-go";
import { withdrawPacket } from "@/lib/packets/packets/commands/withdraw-packet";
import { listParts } from "@/lib/packets/packets/queries";
import { approvedPacket } from "@/tests/support/built-packet";
import { makeOrg, type Org, type Person } from "@/tests/support/org";

let org: Org;
let worker: Person;
let packetId: string;

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.person("caseworker");
  packetId = (await approvedPacket(org, worker)).id;
});

describe("letCopyGo", () => {
  test("has nothing to take from a version that counts, and says nothing of it in the log", async () => {
    await expect(letCopyGo(org.service(), { packetId })).rejects.toMatchObject({ code: "conflict" });
    expect(await org.auditOf(packetId)).not.toContain("packet.counts_again");
  });

  test("leaves the copy of a version that was withdrawn", async () => {
    await withdrawPacket(worker.ctx, { packetId, reason: "A wrong account is named in it." });
    await stampPacket(org.service(), { packetId });
    await expect(letCopyGo(org.service(), { packetId })).rejects.toMatchObject({ code: "conflict" });
    expect((await listParts(worker.ctx, packetId)).at(-1)).toMatchObject({ part: "withdrawn_copy" });
  });
});

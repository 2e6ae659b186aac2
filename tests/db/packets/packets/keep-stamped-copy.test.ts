import { beforeAll, describe, expect, test } from "vitest";
import { keepStampedCopy } from "@/lib/packets/packets/commands/keep-stamped-copy";
import { withdrawPacket } from "@/lib/packets/packets/commands/withdraw-packet";
import { getPacket, listParts } from "@/lib/packets/packets/queries";
import { newId } from "@/lib/platform/ids";
import { approvedPacket } from "@/tests/support/built-packet";
import { makeOrg, type Org, type Person } from "@/tests/support/org";
import { keyOf } from "@/tests/support/packet-file";

let org: Org;
let worker: Person;
let packetId: string;
let part: Record<string, unknown>;

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.person("caseworker");
  packetId = (await approvedPacket(org, worker)).id;
  const { code } = await getPacket(worker.ctx, packetId);
  const name = { part: "withdrawn_copy", name: `${code}-v1-withdrawn.pdf`, mime: "application/pdf" };
  const keyId = await keyOf(worker.ctx, packetId);
  part = { ...name, fileId: newId(), keyId, sha256: "a".repeat(64), size: 1200, pages: 12 };
});

describe("keepStampedCopy", () => {
  test("is for a version that was withdrawn or replaced after approval", async () => {
    const attempt = keepStampedCopy(org.service(), { packetId, part });
    await expect(attempt).rejects.toMatchObject({ code: "conflict" });
    await withdrawPacket(worker.ctx, { packetId, reason: "A wrong account is named in it." });
  });

  test("refuses what is no file, and another part", async () => {
    const attempt = keepStampedCopy(org.service(), { packetId, part: { ...part, part: "served", sha256: "short" } });
    await expect(attempt).rejects.toMatchObject({
      code: "invalid",
      fields: { "part.part": expect.any(String), "part.sha256": expect.any(String) },
    });
  });

  test("of several at once one is kept, and it is audited", async () => {
    const all = await Promise.allSettled(
      [1, 2, 3].map(() => keepStampedCopy(org.service(), { packetId, part: { ...part, fileId: newId() } })),
    );
    expect(all.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected", "rejected"]);
    for (const outcome of all.filter(({ status }) => status === "rejected")) {
      expect(outcome).toMatchObject({ reason: { code: "conflict" } });
    }
    expect((await listParts(worker.ctx, packetId)).filter((part) => part.part === "withdrawn_copy")).toHaveLength(1);
    expect((await org.auditOf(packetId)).at(-1)).toBe("packet.stamped");
  });
});

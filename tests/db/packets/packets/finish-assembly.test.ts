import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { packetParts, packets } from "@/db/schema";
import { withTransaction } from "@/lib/kernel/access/ctx";
import { beginAssembly } from "@/lib/packets/packets/building/begin-assembly";
import { finishAssembly } from "@/lib/packets/packets/commands/finish-assembly";
import { keepPacketKey } from "@/lib/packets/packets/commands/keep-packet-key";
import { getPacket } from "@/lib/packets/packets/queries";
import { newId } from "@/lib/platform/ids";
import { draftedPacket } from "@/tests/support/built-packet";
import { secrets } from "@/tests/support/case-to-print";
import { makeOrg, type Org, type Person } from "@/tests/support/org";

let org: Org;
let worker: Person;
let packetId: string;
let served: Record<string, unknown>;
const built = { fileSha256: "a".repeat(64), fileSize: 1200, pages: 12 };

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.person("caseworker");
  packetId = (await draftedPacket(org, worker)).id;
  const keyId = await keepPacketKey(org.service(), { packetId });
  const { fileSha256: sha256, fileSize: size, pages } = built;
  const name = { part: "served", name: "CD-26-0001-P1-v1.pdf", mime: "application/pdf" };
  served = { ...name, fileId: newId(), keyId, sha256, size, pages };
});

async function snapshotOf(id: string) {
  return (await beginAssembly(org.service(), { packetId: id }))?.snapshot;
}

describe("finishAssembly", () => {
  test("refuses what is no file", async () => {
    const snapshot = await snapshotOf(packetId);
    const attempt = finishAssembly(org.service(), {
      packetId,
      snapshot,
      parts: [{ ...served, sha256: "short", pages: 0 }],
    });
    await expect(attempt).rejects.toMatchObject({
      code: "invalid",
      fields: { "parts.0.sha256": expect.any(String), "parts.0.pages": expect.any(String) },
    });
    const none = finishAssembly(org.service(), { packetId, snapshot, parts: [] });
    await expect(none).rejects.toMatchObject({ code: "invalid", fields: { parts: "The served part is missing." } });
  });

  test("two runs at once finish once, and the snapshot is sealed", async () => {
    const snapshot = await snapshotOf(packetId);
    const both = await Promise.allSettled([
      finishAssembly(org.service(), { packetId, snapshot, parts: [served] }),
      finishAssembly(org.service(), { packetId, snapshot, parts: [served] }),
    ]);
    expect(both.map((result) => result.status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await getPacket(worker.ctx, packetId)).toMatchObject({ status: "ready", ...built });
    expect(await org.auditOf(packetId)).toEqual(["packet.drafted", "packet.key_made", "packet.assembled"]);
    const [row] = await withTransaction(org.service(), "read only", ({ db }) =>
      db.select().from(packets).where(eq(packets.id, packetId)),
    );
    expect(row?.snapshot).not.toContain("break your jaw");
    const parts = await withTransaction(org.service(), "read only", ({ db }) =>
      db.select().from(packetParts).where(eq(packetParts.packetId, packetId)),
    );
    expect(parts).toMatchObject([
      { part: "served", sha256: built.fileSha256, size: built.fileSize, pages: built.pages },
    ]);
  });

  test("the snapshot holds codes and none of the client’s own values", async () => {
    const { id } = await draftedPacket(org, worker, { files: ["photo.jpg"] });
    const text = JSON.stringify(await snapshotOf(id));
    expect(text).toContain("CL-");
    for (const secret of Object.values(secrets)) expect(text).not.toContain(secret);
    expect(text).not.toContain("caseworker person");
  });
});

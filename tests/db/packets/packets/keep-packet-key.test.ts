import { beforeAll, describe, expect, test } from "vitest";
import { packets } from "@/db/schema";
import { findCase } from "@/lib/casework/cases/access";
import { openFiles } from "@/lib/kernel/access/case-files";
import { withTransaction } from "@/lib/kernel/access/ctx";
import { keepPacketKey } from "@/lib/packets/packets/commands/keep-packet-key";
import { findPacketFile, getPacket } from "@/lib/packets/packets/queries";
import { deliveredPacket, draftedPacket, readyPacket } from "@/tests/support/built-packet";
import { makeOrg, type Org, type Person } from "@/tests/support/org";
import { openPacket } from "@/tests/support/packet-file";

let org: Org;
let worker: Person;

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.person("caseworker");
});

const findPacketKey = (id: string) =>
  withTransaction(worker.ctx, "read only", async ({ db }) => {
    const rows = await db.select({ id: packets.id, key: packets.fileKeyId }).from(packets);
    return rows.find((row) => row.id === id);
  });

describe("keepPacketKey", () => {
  test("gives a packet one key, and the same one when it is asked again", async () => {
    const { id } = await readyPacket(org, worker);
    const { keyId } = await findPacketFile(worker.ctx, id);
    expect(await keepPacketKey(org.service(), { packetId: id })).toBe(keyId);
    expect((await org.auditOf(id)).filter((action) => action === "packet.key_made")).not.toHaveLength(0);
  });

  test("opens the packet to its officer, and to no other officer; the case's own key stays shut", async () => {
    const officer = await org.person("liaison");
    const stranger = await org.person("liaison");
    const { id, caseId } = await deliveredPacket(org, worker, officer);
    const { keyId } = await findPacketFile(worker.ctx, id);
    expect((await openPacket(worker.ctx, id)).size).toBeGreaterThan(1000);
    await expect(openFiles(officer.ctx, keyId)).resolves.toBeDefined();
    await expect(openFiles(stranger.ctx, keyId)).rejects.toMatchObject({ code: "not_found" });
    const { keyId: caseKey } = await withTransaction(worker.ctx, "read only", (scoped) => findCase(scoped, caseId));
    expect(caseKey).not.toBe(keyId);
    await expect(openFiles(officer.ctx, caseKey)).rejects.toMatchObject({ code: "not_found" });
  });

  test("of two runs at once one gives it, and the other leaves the packet alone", async () => {
    const { id } = await draftedPacket(org, worker);
    const both = await Promise.allSettled([1, 2].map(() => keepPacketKey(org.service(), { packetId: id })));
    const given = both.flatMap((result) => (result.status === "fulfilled" ? [result.value] : []));
    expect(new Set(given).size).toBe(1);
    for (const outcome of both)
      if (outcome.status === "rejected") expect(outcome.reason).toMatchObject({ code: "conflict" });
    expect((await findPacketKey(id))?.key).toBe(given[0]);
  });

  test("two packets never share a key", async () => {
    const madePacket = await readyPacket(org, worker);
    const two = await readyPacket(org, worker);
    const keys = await withTransaction(worker.ctx, "read only", (scoped) =>
      scoped.db.select({ id: packets.id, key: packets.fileKeyId }).from(packets),
    );
    const of = (id: string) => keys.find((row) => row.id === id)?.key;
    expect(of(madePacket.id)).toBeTruthy();
    expect(of(madePacket.id)).not.toBe(of(two.id));
    expect((await getPacket(worker.ctx, madePacket.id)).status).toBe("ready");
  });
});

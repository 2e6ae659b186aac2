import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { packetParts, packets } from "@/db/schema";
import { withTransaction } from "@/lib/kernel/access/ctx";
import { assemblePacket } from "@/lib/packets/packets/building/assemble-packet";
import { stopAssembly } from "@/lib/packets/packets/commands/stop-assembly";
import { getPacket } from "@/lib/packets/packets/queries";
import { draftedPacket, readyPacket } from "@/tests/support/built-packet";
import { makeOrg, type Org, type Person } from "@/tests/support/org";

let org: Org;
let worker: Person;

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.person("caseworker");
});

const ask = (packetId: string) =>
  withTransaction(org.service(), "read write", ({ db, now }) =>
    db.update(packets).set({ cancelAskedAt: now }).where(eq(packets.id, packetId)),
  );

describe("stopAssembly", () => {
  test("the job sees the asking at its next step, ends and keeps nothing", async () => {
    const { id } = await draftedPacket(org, worker, { files: ["photo.jpg"] });
    await ask(id);
    await assemblePacket(org.service(), { packetId: id });
    expect(await getPacket(worker.ctx, id)).toMatchObject({ status: "cancelled", fileSha256: null });
    const parts = await withTransaction(org.service(), "read only", ({ db }) =>
      db.select().from(packetParts).where(eq(packetParts.packetId, id)),
    );
    expect(parts).toEqual([]);
    expect(await org.auditOf(id)).toEqual(["packet.drafted", "packet.assembly_cancelled"]);
  });

  test("stops nothing that nobody asked to stop, and nothing that is built", async () => {
    const { id } = await draftedPacket(org, worker);
    await expect(stopAssembly(org.service(), { packetId: id })).rejects.toMatchObject({ code: "conflict" });
    const built = await readyPacket(org, worker);
    await ask(built.id);
    await expect(stopAssembly(org.service(), { packetId: built.id })).rejects.toMatchObject({ code: "conflict" });
    expect((await getPacket(worker.ctx, built.id)).status).toBe("ready");
  });

  test("once, however many try", async () => {
    const { id } = await draftedPacket(org, worker);
    await ask(id);
    const both = await Promise.allSettled([
      stopAssembly(org.service(), { packetId: id }),
      stopAssembly(org.service(), { packetId: id }),
    ]);
    expect(both.map((result) => result.status).sort()).toEqual(["fulfilled", "rejected"]);
  });
});

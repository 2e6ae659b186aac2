import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { packetEvents } from "@/db/schema";
import { withTransaction } from "@/lib/kernel/access/ctx";
import { assemblePacket } from "@/lib/packets/packets/building/assemble-packet";
import { noteProgress } from "@/lib/packets/packets/building/note-progress";
import { approvePacket } from "@/lib/packets/packets/commands/approve-packet";
import { cancelAssembly } from "@/lib/packets/packets/commands/cancel-assembly";
import { retryAssembly } from "@/lib/packets/packets/commands/retry-assembly";
import { getPacket, readProgress } from "@/lib/packets/packets/queries";
import { openSigner } from "@/lib/packets/signatures/open-signer";
import { draftedPacket, readyPacket, reasonsFor } from "@/tests/support/built-packet";
import { owner } from "@/tests/support/db";
import { makeOrg, type Org, type Person } from "@/tests/support/org";

let org: Org;
let worker: Person;

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.person("caseworker");
});

const eventsOf = (packetId: string) =>
  withTransaction(org.service(), "read only", ({ db }) =>
    db.select().from(packetEvents).where(eq(packetEvents.packetId, packetId)),
  );

describe("cancelAssembly", () => {
  test("ends at once what no worker has taken yet, and a late worker leaves it alone", async () => {
    const { id } = await draftedPacket(org, worker);
    await cancelAssembly(worker.ctx, { packetId: id });
    expect(await getPacket(worker.ctx, id)).toMatchObject({ status: "cancelled", progress: { stage: "queued" } });
    await assemblePacket(org.service(), { packetId: id });
    expect(await getPacket(worker.ctx, id)).toMatchObject({ status: "cancelled", fileSha256: null });
    const messages = ["packet.drafted", "packet.assembly_cancel_asked", "packet.assembly_cancelled"];
    expect(await org.auditOf(id)).toEqual(messages);
    expect(await eventsOf(id)).toMatchObject([{ event: "drafted" }, { event: "cancelled", by: worker.memberId }]);
  });

  test("is seen by the job at its next step, with the exhibit that it was at", async () => {
    const { id } = await draftedPacket(org, worker);
    const at = { packetId: id, stage: "exhibits", done: 11, total: 48, exhibit: "E-12" } as const;
    expect(await noteProgress(org.service(), at)).toEqual({ stop: false });
    expect(await readProgress(worker.ctx, id)).toMatchObject({ stage: "exhibits", exhibit: "E-12", stopping: false });
    await cancelAssembly(worker.ctx, { packetId: id });
    expect(await readProgress(worker.ctx, id)).toMatchObject({ status: "building", stopping: true });
    expect(await noteProgress(org.service(), at)).toEqual({ stop: true });
    await assemblePacket(org.service(), { packetId: id });
    expect(await getPacket(worker.ctx, id)).toMatchObject({ status: "cancelled", fileSha256: null, pages: null });
  });

  test("whoever asked hears that it stopped, also when the building breaks before its next step", async () => {
    // What is approved is signed: the build before that needs no key.
    const { id } = await readyPacket(org, worker);
    await approvePacket(await org.confirmed("supervisor"), { packetId: id, overrides: await reasonsFor(worker, id) });
    await openSigner(org.service(), { at: org.service().now });
    await owner().begin(async (sql) => {
      // The job waits for the key until the database gives up for it.
      await sql`lock table app.signing_keys in access exclusive mode`;
      const building = assemblePacket(org.service(), { packetId: id });
      await expect.poll(async () => (await readProgress(worker.ctx, id)).stage, { timeout: 20_000 }).toBe("preflight");
      await cancelAssembly(worker.ctx, { packetId: id });
      await building;
    });
    expect(await getPacket(worker.ctx, id)).toMatchObject({ status: "cancelled", progress: { error: null } });
    const events = (await eventsOf(id)).map((entry) => entry.event);
    expect(events).toEqual(["drafted", "built", "approved", "cancelled"]);
  });

  test("what was stopped is built when it is tried again", async () => {
    const { id } = await draftedPacket(org, worker);
    await cancelAssembly(worker.ctx, { packetId: id });
    await retryAssembly(worker.ctx, { packetId: id });
    expect(await readProgress(worker.ctx, id)).toMatchObject({ status: "building", stopping: false });
    await assemblePacket(org.service(), { packetId: id });
    expect(await getPacket(worker.ctx, id)).toMatchObject({ status: "ready" });
    const events = (await eventsOf(id)).map((entry) => entry.event);
    expect(events).toEqual(["drafted", "cancelled", "retried", "built"]);
  });

  test("two at once ask once; what is not being built cannot be stopped", async () => {
    const { id } = await draftedPacket(org, worker);
    const both = await Promise.allSettled([
      cancelAssembly(worker.ctx, { packetId: id }),
      cancelAssembly(await org.as("supervisor"), { packetId: id }),
    ]);
    expect(both.map((result) => result.status).sort()).toEqual(["fulfilled", "rejected"]);
    await expect(cancelAssembly(worker.ctx, { packetId: id })).rejects.toMatchObject({ code: "conflict" });
  });
});

import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { packets } from "@/db/schema";
import { inScope } from "@/lib/access/ctx";
import { beginAssembly } from "@/lib/packets/begin-assembly";
import { finishAssembly } from "@/lib/packets/finish-assembly";
import { keepPacketKey } from "@/lib/packets/keep-packet-key";
import { getPacket } from "@/lib/packets/queries";
import { newId } from "@/lib/platform/ids";
import { draftedPacket } from "../../support/built-packet";
import { secrets } from "../../support/case-to-print";
import { makeOrg, type Org, type Person } from "../../support/org";

let org: Org;
let worker: Person;
let packetId: string;
let file: { fileId: string; fileKeyId: string; fileSha256: string; fileSize: number; pages: number };
const built = { fileSha256: "a".repeat(64), fileSize: 1200, pages: 12 };

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.person("caseworker");
  packetId = (await draftedPacket(org, worker)).id;
  file = { ...built, fileId: newId(), fileKeyId: await keepPacketKey(org.service(), { packetId }) };
});

async function snapshotOf(id: string) {
  return (await beginAssembly(org.service(), { packetId: id }))?.snapshot;
}

describe("finishAssembly", () => {
  test("is for the job alone", async () => {
    const snapshot = await snapshotOf(packetId);
    for (const role of ["caseworker", "supervisor", "admin", "liaison"] as const) {
      const attempt = finishAssembly(await org.as(role), { packetId, snapshot, ...file });
      await expect(attempt).rejects.toMatchObject({ code: "forbidden" });
    }
  });

  test("finds no packet of another organisation", async () => {
    const other = await makeOrg();
    const attempt = finishAssembly(other.service(), { packetId, snapshot: await snapshotOf(packetId), ...file });
    await expect(attempt).rejects.toMatchObject({ code: "not_found" });
  });

  test("refuses what is no file", async () => {
    const snapshot = await snapshotOf(packetId);
    const attempt = finishAssembly(org.service(), { packetId, snapshot, ...file, fileSha256: "short", pages: 0 });
    await expect(attempt).rejects.toMatchObject({
      code: "invalid",
      fields: { fileSha256: expect.any(String), pages: expect.any(String) },
    });
  });

  test("two runs at once finish once, and the snapshot is sealed", async () => {
    const snapshot = await snapshotOf(packetId);
    const both = await Promise.allSettled([
      finishAssembly(org.service(), { packetId, snapshot, ...file }),
      finishAssembly(org.service(), { packetId, snapshot, ...file }),
    ]);
    expect(both.map((one) => one.status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await getPacket(worker.ctx, packetId)).toMatchObject({ status: "ready", ...built });
    expect(await org.auditOf(packetId)).toEqual(["packet.drafted", "packet.key_made", "packet.assembled"]);
    const [row] = await inScope(org.service(), "read only", ({ db }) =>
      db.select().from(packets).where(eq(packets.id, packetId)),
    );
    expect(row?.snapshot).not.toContain("break your jaw");
  });

  test("the snapshot holds codes and none of the client’s own values", async () => {
    const { id } = await draftedPacket(org, worker, { files: ["photo.jpg"] });
    const text = JSON.stringify(await snapshotOf(id));
    expect(text).toContain("CL-");
    for (const secret of Object.values(secrets)) expect(text).not.toContain(secret);
    expect(text).not.toContain("caseworker person");
  });
});

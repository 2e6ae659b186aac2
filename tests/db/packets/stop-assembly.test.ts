import { beforeAll, describe, expect, test } from "vitest";
import { cancelAssembly } from "@/lib/packets/cancel-assembly";
import { noteProgress } from "@/lib/packets/note-progress";
import { readProgress } from "@/lib/packets/queries";
import { stopAssembly } from "@/lib/packets/stop-assembly";
import { draftedPacket } from "../../support/built-packet";
import { makeOrg, type Org, type Person } from "../../support/org";

let org: Org;
let worker: Person;

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.person("caseworker");
});

async function askedToStop(): Promise<string> {
  const { id } = await draftedPacket(org, worker);
  await noteProgress(org.service(), { packetId: id, stage: "hashing", done: 0, total: 2, exhibit: "E-01" });
  await cancelAssembly(worker.ctx, { packetId: id });
  return id;
}

describe("stopAssembly", () => {
  test("ends the building and keeps where it was", async () => {
    const id = await askedToStop();
    await stopAssembly(org.service(), { packetId: id });
    expect(await readProgress(worker.ctx, id)).toMatchObject({
      status: "cancelled",
      stage: "hashing",
      exhibit: "E-01",
    });
    expect((await org.auditOf(id)).at(-1)).toBe("packet.assembly_cancelled");
  });

  test("is for the job alone, in its own organisation", async () => {
    const id = await askedToStop();
    await expect(stopAssembly(worker.ctx, { packetId: id })).rejects.toMatchObject({ code: "forbidden" });
    const other = await makeOrg();
    await expect(stopAssembly(other.service(), { packetId: id })).rejects.toMatchObject({ code: "not_found" });
  });

  test("refuses text that is no id", async () => {
    await expect(stopAssembly(org.service(), { packetId: "x" })).rejects.toMatchObject({
      fields: { packetId: expect.any(String) },
    });
  });

  test("not when nobody asked, and once", async () => {
    const { id } = await draftedPacket(org, worker);
    await expect(stopAssembly(org.service(), { packetId: id })).rejects.toMatchObject({ code: "conflict" });
    const asked = await askedToStop();
    const both = await Promise.allSettled([
      stopAssembly(org.service(), { packetId: asked }),
      stopAssembly(org.service(), { packetId: asked }),
    ]);
    expect(both.map((one) => one.status).sort()).toEqual(["fulfilled", "rejected"]);
  });
});

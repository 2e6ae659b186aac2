import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { withTransaction } from "@/lib/kernel/access/ctx";
import { askForCopies } from "@/lib/packets/packets/ask-for-copies";
import { stampPacket } from "@/lib/packets/packets/building/stamp-packet";
import { withdrawPacket } from "@/lib/packets/packets/commands/withdraw-packet";
import { listParts } from "@/lib/packets/packets/queries";
import { addHours } from "@/lib/platform/time/clock";
import { approvedPacket } from "@/tests/support/built-packet";
import { makeOrg, type Org, type Person } from "@/tests/support/org";

let org: Org;
let worker: Person;

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.person("caseworker");
});

async function waiting(packetId: string): Promise<number> {
  const rows = await withTransaction(org.service(), "read only", ({ db }) =>
    db.execute(sql`select 1 from pgboss.job where name = 'packet.stamp' and data->>'packetId' = ${packetId}`),
  );
  return rows.length;
}

describe("askForCopies", () => {
  test("asks for a copy that was never made, once more a day later, and no more when it is there", async () => {
    const { id } = await approvedPacket(org, worker);
    expect(await askForCopies(org.service())).toBe(0);
    await withdrawPacket(worker.ctx, { packetId: id, reason: "A wrong account is named in it." });
    const asked = await waiting(id);
    const service = org.service();
    expect(await askForCopies(service)).toBe(1);
    expect(await askForCopies(service)).toBe(0);
    expect(await waiting(id)).toBe(asked + 1);
    expect((await listParts(worker.ctx, id)).map(({ part }) => part)).not.toContain("withdrawn_copy");
    expect(await askForCopies({ ...service, now: addHours(service.now, 25) })).toBe(1);
    await stampPacket(org.service(), { packetId: id });
    expect((await listParts(worker.ctx, id)).map(({ part }) => part)).toContain("withdrawn_copy");
    expect(await askForCopies({ ...service, now: addHours(service.now, 50) })).toBe(0);
  });

  test("is for the job alone", async () => {
    await expect(askForCopies(worker.ctx)).rejects.toMatchObject({ code: "forbidden" });
  });
});

import { beforeAll, describe, expect, test } from "vitest";
import { acknowledgeHandover } from "@/lib/handover/handovers/commands/acknowledge-handover";
import { getHandover } from "@/lib/handover/handovers/queries";
import { listCasePackets } from "@/lib/packets/packets/queries";
import { deliveredPacket } from "@/tests/support/built-packet";
import { makeOrg, type Org, type Person } from "@/tests/support/org";

let org: Org;
let worker: Person;
let officer: Person;
let caseId: string;
let handoverId: string;

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.person("caseworker");
  officer = await org.person("liaison");
  ({ caseId, handoverId } = await deliveredPacket(org, worker, officer));
});

describe("acknowledgeHandover", () => {
  test("refuses a note without end", async () => {
    const attempt = acknowledgeHandover(officer.ctx, { handoverId, note: "x".repeat(501) });
    await expect(attempt).rejects.toMatchObject({ code: "invalid", fields: { note: expect.any(String) } });
  });

  test("is seen by the people of the case, once", async () => {
    const both = await Promise.allSettled([
      acknowledgeHandover(officer.ctx, { handoverId, note: "Passed on." }),
      acknowledgeHandover(officer.ctx, { handoverId, note: "Passed on." }),
    ]);
    expect(both.map((result) => result.status).sort()).toEqual(["fulfilled", "rejected"]);
    const { rows } = await listCasePackets(worker.ctx, caseId);
    expect(rows[0]?.holders[0]?.acknowledgedAt).toBeInstanceOf(Date);
    expect((await getHandover(officer.ctx, handoverId)).acknowledgedNote).toBe("Passed on.");
    await expect(acknowledgeHandover(officer.ctx, { handoverId })).rejects.toMatchObject({ code: "conflict" });
    expect(await org.auditOf(handoverId)).toEqual(["handover.delivered", "handover.acknowledged"]);
  });
});

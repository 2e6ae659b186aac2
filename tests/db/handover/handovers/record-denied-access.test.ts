import { beforeAll, describe, expect, test } from "vitest";
import { recordDeniedAccess } from "@/lib/handover/handovers/commands/record-denied-access";
import { recordDownload } from "@/lib/handover/handovers/commands/record-download";
import { getHandover } from "@/lib/handover/handovers/queries";
import { withdrawPacket } from "@/lib/packets/packets/commands/withdraw-packet";
import { makeOrg, type Org, type Person } from "@/tests/support/org";
import { handOver, type PlantedHandover, plantHandover, plantVersion } from "@/tests/support/plant-handover";
import { plantPart } from "@/tests/support/plant-part";

let org: Org;
let worker: Person;
let officer: Person;
let held: PlantedHandover;

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.person("caseworker");
  officer = await org.person("liaison", "Lindiwe Example");
  held = await plantHandover({ org, worker, officer });
  await plantPart(org, held.packetId, "request");
});

const take = (handoverId: string) => recordDownload(officer.ctx, { handoverId, part: "request" });

describe("recordDeniedAccess", () => {
  test("a version that was replaced by one they have gives no file, and a withdrawn one neither; the log says which", async () => {
    const { caseId, packetId, handoverId } = held;
    await take(handoverId);
    const next = await plantVersion({ org, worker, officer }, caseId, 2);
    await take(handoverId);
    await handOver({ org, worker, officer }, { caseId, packetId: next });
    await expect(take(handoverId)).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringMatching(/^Version 2 replaces this one/),
    });
    expect(await recordDeniedAccess(officer.ctx, { handoverId })).toBe("replaced");
    await withdrawPacket(worker.ctx, { packetId, reason: "A wrong account is in it." });
    await expect(take(handoverId)).rejects.toMatchObject({ code: "conflict" });
    expect(await recordDeniedAccess(officer.ctx, { handoverId })).toBe("withdrawn");
    expect(await getHandover(officer.ctx, handoverId)).toMatchObject({
      status: "withdrawn",
      withdrawnAt: expect.any(Date),
    });
    expect((await org.auditOf(handoverId)).filter((value) => value === "handover.closed")).toHaveLength(2);
  });

  test("an officer of another organisation is shown nothing, and the attempt stands in their own log", async () => {
    const other = await makeOrg();
    const stranger = (await other.person("liaison")).ctx;
    await expect(getHandover(stranger, held.handoverId)).rejects.toMatchObject({ code: "not_found" });
    expect(await recordDeniedAccess(stranger, { handoverId: held.handoverId })).toBe("not_theirs");
    expect(await other.auditOf(held.handoverId)).toEqual(["handover.not_theirs"]);
  });
});

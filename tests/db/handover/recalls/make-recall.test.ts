import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { handovers } from "@/db/schema";
import { makeRecall } from "@/lib/handover/recalls/make-recall";
import { listUnreleased } from "@/lib/handover/recalls/queries";
import { withTransaction } from "@/lib/kernel/access/ctx";
import { makeOrg, type Org, type Person } from "@/tests/support/org";
import { plantCase } from "@/tests/support/plant";
import { now } from "@/tests/support/plant-first-link";
import { handOver, plantVersion } from "@/tests/support/plant-handover";
import { naming, signRelease } from "@/tests/support/sign-release";

let org: Org;
let worker: Person;

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.person("caseworker");
});

describe("makeRecall, and what is held without a release", () => {
  test("leaves the list when the officer is named on a release", async () => {
    const officer = await org.person("liaison", "Early Example");
    const caseId = await plantCase(worker.ctx);
    const parties = { org, worker, officer };
    const packetId = await plantVersion(parties, caseId, 1);
    const handoverId = await handOver(parties, { caseId, packetId });
    await withTransaction(org.service(), "read write", ({ db }) =>
      db.update(handovers).set({ downloadedAt: new Date() }).where(eq(handovers.id, handoverId)),
    );
    const boss = await org.as("supervisor");
    const mine = async () => (await listUnreleased(boss)).filter((unreleased) => unreleased.packetId === packetId);
    expect(await mine()).toMatchObject([{ cover: "unnamed", who: expect.stringContaining("Early Example") }]);
    await signRelease(worker.ctx, caseId, naming(officer));
    expect(await mine()).toEqual([]);
  });

  test("a copy from before releases named officers can be recalled, once, by the people of the case", async () => {
    const officer = await org.person("liaison", "Before Example");
    const caseId = await plantCase(worker.ctx);
    const parties = { org, worker, officer };
    const packetId = await plantVersion(parties, caseId, 1);
    const handoverId = await handOver(parties, { caseId, packetId });
    await withTransaction(org.service(), "read write", ({ db }) =>
      db.update(handovers).set({ openedAt: new Date() }).where(eq(handovers.id, handoverId)),
    );
    const boss = await org.as("supervisor");
    const mine = async () => (await listUnreleased(boss)).filter((unreleased) => unreleased.packetId === packetId);
    expect(await mine()).toMatchObject([{ id: handoverId, how: "portal", cover: "unnamed" }]);
    const input = { how: "portal", heldId: handoverId };
    await expect(makeRecall((await org.person("caseworker")).ctx, input)).rejects.toMatchObject({ code: "not_found" });
    await makeRecall(now(worker), input);
    await expect(makeRecall(now(worker), input)).rejects.toMatchObject({ code: "conflict" });
    expect(await mine()).toEqual([]);
    await expect(listUnreleased(worker.ctx)).rejects.toMatchObject({ code: "forbidden" });
  });
});

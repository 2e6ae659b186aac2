import { beforeAll, describe, expect, test } from "vitest";
import { askErasure } from "@/lib/privacy/erasures/ask-erasure";
import { decideErasure } from "@/lib/privacy/erasures/decide-erasure";
import { countWaitingErasures } from "@/lib/privacy/erasures/queries";
import { placeHold } from "@/lib/privacy/holds/place-hold";
import { makeOrg, type Org, type Person } from "@/tests/support/org";
import { plantCase } from "@/tests/support/plant";

let org: Org;
let asker: Person;
let second: Person;

beforeAll(async () => {
  org = await makeOrg();
  asker = await org.person("supervisor");
  second = await org.person("supervisor", "Second Example");
});

async function asked(): Promise<{ caseId: string; requestId: string }> {
  const caseId = await plantCase(asker.ctx, { closedAt: new Date("2021-01-04T10:00:00Z"), outcome: "safe" });
  const ask = { of: "case", id: caseId, ground: "kept_long_enough", reason: "Closed long ago, nothing pending" };
  return { caseId, requestId: (await askErasure(asker.ctx, ask)).id };
}

describe("decideErasure", () => {
  test("is released by another supervisor with a fresh proof, once", async () => {
    const { requestId } = await asked();
    const release = { requestId, decision: "release" };
    expect(await countWaitingErasures(second.ctx)).toBe(1);
    expect(await countWaitingErasures(asker.ctx)).toBe(0);
    await expect(decideErasure(await org.confirmed(asker), release)).rejects.toMatchObject({ code: "forbidden" });
    for (const unproven of [second.ctx, await org.coded(second)]) {
      await expect(decideErasure(unproven, release)).rejects.toMatchObject({ fields: { passkey: expect.any(String) } });
    }
    const proven = await org.confirmed(second);
    const both = await Promise.allSettled([decideErasure(proven, release), decideErasure(proven, release)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(await org.auditOf(requestId)).toEqual(["erasure.asked", "erasure.released"]);
  });

  test("names the field", async () => {
    const { requestId } = await asked();
    await expect(decideErasure(second.ctx, { requestId, decision: "maybe" })).rejects.toMatchObject({
      fields: { decision: expect.any(String) },
    });
  });

  test("who asked takes it back, and a hold that came meanwhile stops the release", async () => {
    const one = await asked();
    await decideErasure(asker.ctx, { requestId: one.requestId, decision: "refuse" });
    expect(await org.auditOf(one.requestId)).toEqual(["erasure.asked", "erasure.refused"]);
    const two = await asked();
    await placeHold(second.ctx, { caseId: two.caseId, reason: "The police asked us to wait" });
    await expect(
      decideErasure(await org.confirmed(second), { requestId: two.requestId, decision: "release" }),
    ).rejects.toMatchObject({ code: "conflict" });
  });
});

import { beforeAll, describe, expect, test } from "vitest";
import { countInBackground } from "@/lib/oversight/reports/count-in-background";
import { newId } from "@/lib/platform/ids";
import { askErasure } from "@/lib/privacy/erasures/ask-erasure";
import { decideErasure } from "@/lib/privacy/erasures/decide-erasure";
import { eraseRecords } from "@/lib/privacy/erasures/erase-records";
import { readErasureState } from "@/lib/privacy/erasures/queries";
import { placeHold } from "@/lib/privacy/holds/place-hold";
import { makeOrg, type Org, type Person } from "@/tests/support/org";
import { plantCase } from "@/tests/support/plant";
import { asService } from "@/tests/support/plant-everywhere";

let org: Org;
let asker: Person;
let second: Person;

beforeAll(async () => {
  org = await makeOrg();
  asker = await org.person("supervisor");
  second = await org.person("supervisor", "Second Example");
});

async function asked(released = true): Promise<{ caseId: string; requestId: string }> {
  const caseId = await plantCase(asker.ctx, { closedAt: new Date("2021-01-04T10:00:00Z"), outcome: "safe" });
  const ask = { of: "case", id: caseId, ground: "kept_long_enough", reason: "Closed long ago, nothing pending" };
  const { id: requestId } = await askErasure(asker.ctx, ask);
  if (released) await decideErasure(await org.confirmed(second), { requestId, decision: "release" });
  return { caseId, requestId };
}

describe("eraseRecords", () => {
  test("erases what was released, once, and says how many keys went", async () => {
    const { requestId } = await asked();
    const both = await Promise.allSettled([
      eraseRecords(org.service(), { requestId }),
      eraseRecords(org.service(), { requestId }),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(await readErasureState(org.service(), requestId)).toBe("erased");
    expect(await org.auditOf(requestId)).toEqual(["erasure.asked", "erasure.released", "erasure.done"]);
  });

  test("takes along what reports counted, which says names of stations as they were typed", async () => {
    const { requestId } = await asked();
    const filter = { from: "2021-01-01", to: "2021-01-31", memberId: null, pair: null };
    await countInBackground(second.ctx, filter);
    const counts = () => asService(org.id, asker.memberId, (tx) => tx`select id from app.report_counts`);
    expect(await counts()).toHaveLength(1);
    await eraseRecords(org.service(), { requestId });
    expect(await counts()).toHaveLength(0);
  });

  test("stops at a hold that came after the release, and refuses what nobody released", async () => {
    const { caseId, requestId } = await asked();
    await placeHold(asker.ctx, { caseId, reason: "A court asked for the file" });
    expect(await eraseRecords(org.service(), { requestId })).toBeNull();
    expect(await readErasureState(org.service(), requestId)).toBe("stopped");
    const waiting = await asked(false);
    await expect(eraseRecords(org.service(), { requestId: waiting.requestId })).rejects.toMatchObject({
      code: "conflict",
    });
  });

  test("the database refuses too: without two people, while held, and to whoever is no job", async () => {
    const { caseId, requestId } = await asked();
    const erase = (role: string, id = requestId) =>
      asService(org.id, asker.memberId, (tx) => tx`select app.erase(${id}::uuid)`, role);
    await expect(erase("supervisor")).rejects.toMatchObject({ code: "42501" });
    await expect(erase("service", newId())).rejects.toMatchObject({ code: "42501" });
    await expect(erase("service", (await asked(false)).requestId)).rejects.toMatchObject({ code: "42501" });
    await placeHold(asker.ctx, { caseId, reason: "A court asked for the file" });
    await expect(erase("service")).rejects.toMatchObject({ code: "42501" });
  });
});

import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { decideRequest } from "@/lib/privacy/data-subject-requests/commands/decide-request";
import { readRequest } from "@/lib/privacy/data-subject-requests/queries";
import { bySql } from "@/tests/support/by-sql";
import { makeOrg, type Org, type Person } from "@/tests/support/org";
import { decision, plantRequest, ticks } from "@/tests/support/plant-request";

let org: Org;
let supervisor: Person;

beforeAll(async () => {
  org = await makeOrg();
  supervisor = await org.person("supervisor");
});

const stateOf = async (requestId: string) => (await readRequest(supervisor.ctx, requestId)).request;

describe("decideRequest", () => {
  test("grants once, only when it is sure who asks, and says nothing of records unless told to", async () => {
    const early = await plantRequest(supervisor);
    await expect(decideRequest(supervisor.ctx, { requestId: early.requestId, ...decision })).rejects.toMatchObject({
      code: "conflict",
    });
    const { requestId } = await plantRequest(supervisor, {}, { until: "identified" });
    const both = await Promise.allSettled([
      decideRequest(supervisor.ctx, { requestId, ...decision }),
      decideRequest(supervisor.ctx, { requestId, ...decision, confirms: "on" }),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(await stateOf(requestId)).toMatchObject({ state: "decided", decidedBy: "supervisor person" });
    expect(await org.auditOf(requestId)).toEqual(["rights.recorded", "rights.identified", "rights.granted"]);
  });

  test("whoever a case is about never gets access, nor word that there is a case", async () => {
    const { requestId } = await plantRequest(supervisor, { fromWhom: "subject" }, { until: "identified" });
    await expect(decideRequest(supervisor.ctx, { requestId, ...decision })).rejects.toMatchObject({
      fields: { decision: expect.any(String) },
    });
    await decideRequest(supervisor.ctx, { requestId, ...decision, decision: "refuse", confirms: "on" });
    expect(await stateOf(requestId)).toMatchObject({ state: "refused", confirms: false });
  });

  test.each(Object.keys(ticks))("is not decided while %s is not ticked, nor without a reason", async (tick) => {
    const { requestId } = await plantRequest(supervisor, {}, { until: "identified" });
    await expect(decideRequest(supervisor.ctx, { requestId, ...decision, [tick]: undefined })).rejects.toMatchObject({
      fields: { [tick]: expect.any(String) },
    });
    await expect(decideRequest(supervisor.ctx, { requestId, ...decision, reason: "yes" })).rejects.toMatchObject({
      fields: { reason: expect.any(String) },
    });
  });

  test("is for supervisors, in Postgres too", async () => {
    const caseworker = await org.person("caseworker");
    const { requestId } = await plantRequest(caseworker, {}, { until: "identified" });
    for (const ctx of [caseworker.ctx, await org.as("admin"), await org.as("liaison")]) {
      await expect(decideRequest(ctx, { requestId, ...decision })).rejects.toMatchObject({ code: "forbidden" });
    }
    const grant = sql`update app.rights_requests set state = 'decided', decided_by = ${caseworker.memberId}, decided_at = now()
      where id = ${requestId}`;
    await expect(bySql(caseworker.ctx, grant)).rejects.toThrow();
    expect(await stateOf(requestId)).toMatchObject({ state: "identified", decidedBy: null });
  });
});

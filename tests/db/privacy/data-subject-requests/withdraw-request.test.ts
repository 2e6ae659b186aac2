import { beforeAll, describe, expect, test } from "vitest";
import { decideRequest } from "@/lib/privacy/data-subject-requests/commands/decide-request";
import { withdrawRequest } from "@/lib/privacy/data-subject-requests/commands/withdraw-request";
import { readRequest } from "@/lib/privacy/data-subject-requests/queries";
import { makeOrg, type Org, type Person } from "@/tests/support/org";
import { decision, plantRequest } from "@/tests/support/plant-request";

let org: Org;
let supervisor: Person;
const reason = "The client took it back on the phone";

beforeAll(async () => {
  org = await makeOrg();
  supervisor = await org.person("supervisor");
});

describe("withdrawRequest", () => {
  test("ends it once, with the reason, and nothing comes of it any more", async () => {
    const { requestId } = await plantRequest(supervisor, {}, { until: "identified" });
    const both = await Promise.allSettled([
      withdrawRequest(supervisor.ctx, { requestId, reason }),
      withdrawRequest(supervisor.ctx, { requestId, reason }),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    const { request } = await readRequest(supervisor.ctx, requestId);
    expect(request).toMatchObject({ state: "withdrawn", words: { withdrawn: reason } });
    await expect(decideRequest(supervisor.ctx, { requestId, ...decision })).rejects.toMatchObject({ code: "conflict" });
    expect((await org.auditOf(requestId)).at(-1)).toBe("rights.withdrawn");
  });

  test("is for whom it concerns, and wants a reason", async () => {
    const { requestId } = await plantRequest(supervisor);
    await expect(withdrawRequest(await org.as("admin"), { requestId, reason })).rejects.toMatchObject({
      code: "forbidden",
    });
    for (const ctx of [await org.as("caseworker"), await (await makeOrg()).as("supervisor")]) {
      await expect(withdrawRequest(ctx, { requestId, reason })).rejects.toMatchObject({ code: "not_found" });
    }
    await expect(withdrawRequest(supervisor.ctx, { requestId, reason: "no" })).rejects.toMatchObject({
      fields: { reason: expect.any(String) },
    });
  });
});

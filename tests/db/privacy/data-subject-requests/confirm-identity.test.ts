import { beforeAll, describe, expect, test } from "vitest";
import { confirmIdentity } from "@/lib/privacy/data-subject-requests/commands/confirm-identity";
import { readRequest } from "@/lib/privacy/data-subject-requests/queries";
import { makeOrg, type Org, type Person } from "@/tests/support/org";
import { plantRequest, sure } from "@/tests/support/plant-request";

let org: Org;
let supervisor: Person;

beforeAll(async () => {
  org = await makeOrg();
  supervisor = await org.person("supervisor");
});

describe("confirmIdentity", () => {
  test("notes how, when and by whom, once", async () => {
    const { requestId } = await plantRequest(supervisor);
    const both = await Promise.allSettled([
      confirmIdentity(supervisor.ctx, { requestId, ...sure }),
      confirmIdentity(supervisor.ctx, { requestId, ...sure }),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    const { request } = await readRequest(supervisor.ctx, requestId);
    expect(request).toMatchObject({ state: "identified", identity: "safe_contact", identifiedOn: "2026-01-06" });
    expect(request.words.identity).toBe(sure.shown);
    expect(await org.auditOf(requestId)).toEqual(["rights.recorded", "rights.identified"]);
  });

  test("is for whom it concerns, and wants a way, a day that came and what showed it", async () => {
    const { requestId } = await plantRequest(supervisor);
    await expect(confirmIdentity(await org.as("admin"), { requestId, ...sure })).rejects.toMatchObject({
      code: "forbidden",
    });
    for (const ctx of [await org.as("caseworker"), await (await makeOrg()).as("supervisor")]) {
      await expect(confirmIdentity(ctx, { requestId, ...sure })).rejects.toMatchObject({ code: "not_found" });
    }
    for (const [field, value] of [
      ["way", "by e-mail"],
      ["on", "2999-01-01"],
      ["shown", ""],
    ] as const) {
      await expect(confirmIdentity(supervisor.ctx, { requestId, ...sure, [field]: value })).rejects.toMatchObject({
        fields: { [field]: expect.any(String) },
      });
    }
  });
});

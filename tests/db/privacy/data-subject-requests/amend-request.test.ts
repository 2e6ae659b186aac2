import { beforeAll, describe, expect, test } from "vitest";
import { amendRequest } from "@/lib/privacy/data-subject-requests/commands/amend-request";
import { withdrawRequest } from "@/lib/privacy/data-subject-requests/commands/withdraw-request";
import { readRequest } from "@/lib/privacy/data-subject-requests/queries";
import { makeOrg, type Org, type Person } from "@/tests/support/org";
import { plantRequest } from "@/tests/support/plant-request";

let org: Org;
let supervisor: Person;
let other: Person;

beforeAll(async () => {
  org = await makeOrg();
  supervisor = await org.person("supervisor");
  other = await org.person("caseworker");
});

const change = () => ({ handlerId: other.memberId, dueOn: "2026-03-06", reason: "The office was closed in January" });

describe("amendRequest", () => {
  test("gives it to somebody and another day, says that a person set it, and keeps each reason", async () => {
    const { requestId } = await plantRequest(supervisor);
    await Promise.all([
      amendRequest(supervisor.ctx, { requestId, ...change() }),
      amendRequest(supervisor.ctx, { requestId, ...change(), reason: "And the client is ill" }),
    ]);
    const { request } = await readRequest(supervisor.ctx, requestId);
    expect(request).toMatchObject({ handlerId: other.memberId, dueOn: "2026-03-06", dueBy: "hand" });
    expect(request.words.changes).toHaveLength(2);
    // Whoever handles it sees the request, and not the case.
    expect((await readRequest(other.ctx, requestId)).request).toMatchObject({ caseCode: null, pseudonym: null });
    expect((await org.auditOf(requestId)).slice(1)).toEqual(["rights.amended", "rights.amended"]);
  });

  test("is for whom it concerns, wants staff, a day and a reason, and not when it is settled", async () => {
    const { requestId } = await plantRequest(supervisor);
    await expect(amendRequest(await org.as("liaison"), { requestId, ...change() })).rejects.toMatchObject({
      code: "forbidden",
    });
    for (const ctx of [(await org.person("caseworker")).ctx, await (await makeOrg()).as("supervisor")]) {
      await expect(amendRequest(ctx, { requestId, ...change() })).rejects.toMatchObject({ code: "not_found" });
    }
    const officer = await org.person("liaison");
    for (const [field, value] of [
      ["handlerId", officer.memberId],
      ["dueOn", "2026-01-01"],
      ["reason", ""],
    ] as const) {
      await expect(amendRequest(supervisor.ctx, { requestId, ...change(), [field]: value })).rejects.toMatchObject({
        fields: { [field]: expect.any(String) },
      });
    }
    await withdrawRequest(supervisor.ctx, { requestId, reason: "Taken back on the phone" });
    await expect(amendRequest(supervisor.ctx, { requestId, ...change() })).rejects.toMatchObject({ code: "conflict" });
  });
});

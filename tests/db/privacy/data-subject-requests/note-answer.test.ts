import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { handClocks } from "@/db/schema";
import { withTransaction } from "@/lib/kernel/access/ctx";
import { decideRequest } from "@/lib/privacy/data-subject-requests/commands/decide-request";
import { noteAnswer } from "@/lib/privacy/data-subject-requests/commands/note-answer";
import { readRequest } from "@/lib/privacy/data-subject-requests/queries";
import { makeOrg, type Org, type Person } from "@/tests/support/org";
import { decision, plantRequest } from "@/tests/support/plant-request";

let org: Org;
let supervisor: Person;
const answer = { on: "2026-01-10", way: "Read out at the office" };

beforeAll(async () => {
  org = await makeOrg();
  supervisor = await org.person("supervisor");
});

describe("noteAnswer", () => {
  test("answers once and stops the clock; a refusal stays a refusal", async () => {
    const { requestId } = await plantRequest(supervisor, {}, { until: "granted" });
    const both = await Promise.allSettled([
      noteAnswer(supervisor.ctx, { requestId, ...answer }),
      noteAnswer(supervisor.ctx, { requestId, ...answer }),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    const { request } = await readRequest(supervisor.ctx, requestId);
    expect(request).toMatchObject({ state: "answered", answeredOn: "2026-01-10" });
    const [clock] = await withTransaction(supervisor.ctx, "read only", ({ db }) =>
      db.select().from(handClocks).where(eq(handClocks.id, requestId)),
    );
    expect(clock?.answeredOn).not.toBeNull();
    expect((await org.auditOf(requestId)).at(-1)).toBe("rights.answered");

    const refused = await plantRequest(supervisor, { fromWhom: "subject" });
    await decideRequest(supervisor.ctx, { requestId: refused.requestId, ...decision, decision: "refuse" });
    await noteAnswer(supervisor.ctx, { requestId: refused.requestId, ...answer });
    const after = await readRequest(supervisor.ctx, refused.requestId);
    expect(after.request).toMatchObject({ state: "refused", answeredOn: "2026-01-10" });
  });

  test("comes after the decision, is for whom it concerns, and wants a day and a way", async () => {
    const open = await plantRequest(supervisor);
    await expect(noteAnswer(supervisor.ctx, { requestId: open.requestId, ...answer })).rejects.toMatchObject({
      code: "conflict",
    });
    const { requestId } = await plantRequest(supervisor, {}, { until: "granted" });
    await expect(noteAnswer(await org.as("liaison"), { requestId, ...answer })).rejects.toMatchObject({
      code: "forbidden",
    });
    for (const ctx of [await org.as("caseworker"), await (await makeOrg()).as("supervisor")]) {
      await expect(noteAnswer(ctx, { requestId, ...answer })).rejects.toMatchObject({ code: "not_found" });
    }
    for (const [field, value] of [
      ["on", "2999-01-01"],
      ["on", "2026-01-01"],
      ["way", ""],
    ] as const) {
      await expect(noteAnswer(supervisor.ctx, { requestId, ...answer, [field]: value })).rejects.toMatchObject({
        fields: { [field]: expect.any(String) },
      });
    }
  });
});

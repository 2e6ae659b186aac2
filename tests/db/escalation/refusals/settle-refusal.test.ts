import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { refusals, stepEvents } from "@/db/schema";
import { recordReference } from "@/lib/casework/references/commands/record-reference";
import { readRefusalDesk, refusalsByOffice } from "@/lib/escalation/refusals/queries";
import { raiseRefusal } from "@/lib/escalation/refusals/raise-refusal";
import { settleRefusal } from "@/lib/escalation/refusals/settle-refusal";
import { withTransaction } from "@/lib/kernel/access/ctx";
import { makeOrg, type Org } from "@/tests/support/org";
import { plantCase } from "@/tests/support/plant";
import { plantRefusal } from "@/tests/support/refusal";

let org: Org;
let caseId: string;
let refusalId: string;

beforeEach(async () => {
  org ??= await makeOrg();
  caseId = await plantCase(await org.as("caseworker"));
  refusalId = await plantRefusal(await org.as("caseworker"), caseId);
});

const settled = (over: Record<string, unknown> = {}) => ({
  caseId,
  refusalId,
  settledOn: "2026-11-20",
  note: "The number came after all",
  ...over,
});

describe("settleRefusal", () => {
  test("a number that came after all is offered, and a person settles it", async () => {
    const ctx = await org.as("caseworker");
    expect((await readRefusalDesk(ctx, caseId)).refusals[0]?.answered).toBeNull();
    const number = { kind: "cas", raw: "Voorbeeldfontein CAS 12/11/2026", receivedVia: "sms", issuedOn: "2026-11-20" };
    await recordReference(ctx, { caseId, state: "issued", ...number });
    const [open] = (await readRefusalDesk(ctx, caseId)).refusals;
    expect(open).toMatchObject({ settledOn: null, answered: { on: "2026-11-20" } });
    expect(open?.answered?.display).toContain("12/11/2026");
    await settleRefusal(ctx, settled());
    const [done] = (await readRefusalDesk(ctx, caseId)).refusals;
    expect(done).toMatchObject({ settledOn: "2026-11-20", answered: null, due: null });
    expect(done?.trail.at(-1)?.text).toContain("came after all");
    expect(done?.settledNote).toBe("The number came after all");
    const kept = await withTransaction(ctx, "read only", async ({ db }) => [
      ...(await db.select({ text: refusals.settledNote }).from(refusals).where(eq(refusals.id, refusalId))),
      ...(await db.select({ text: stepEvents.note }).from(stepEvents).where(eq(stepEvents.caseId, caseId))),
    ]);
    expect(kept.length).toBeGreaterThan(1);
    expect(JSON.stringify(kept)).not.toContain("came after");
    expect(await org.auditOf(refusalId)).toEqual(["refusal.logged", "refusal.settled"]);
  });

  test("a number that a rung gave is told of until the refusal is taken there", async () => {
    const ctx = await org.as("caseworker");
    expect((await readRefusalDesk(ctx, caseId)).refusals[0]?.heard).toBeNull();
    const number = { kind: "civilian_secretariat", raw: "CSP 12/2026", receivedVia: "email", issuedOn: "2026-11-20" };
    await recordReference(ctx, { caseId, state: "issued", ...number });
    const [open] = (await readRefusalDesk(ctx, caseId)).refusals;
    expect(open).toMatchObject({ answered: null, heard: { on: "2026-11-20" } });
    await raiseRefusal(ctx, { caseId, refusalId, rungKey: open?.above.at(-3)?.key, on: "2026-11-21", reason: "There" });
    expect((await readRefusalDesk(ctx, caseId)).refusals[0]?.heard).toBeNull();
  });

  test("a number from before the refusal is no answer to it", async () => {
    const ctx = await org.as("caseworker");
    const number = { kind: "cas", raw: "Voorbeeldfontein CAS 9/10/2026", receivedVia: "sms", issuedOn: "2026-10-20" };
    await recordReference(ctx, { caseId, state: "issued", ...number });
    expect((await readRefusalDesk(ctx, caseId)).refusals[0]?.answered).toBeNull();
  });

  test("names the field: a day before it happened, one to come, no note", async () => {
    const bad: [string, Record<string, unknown>][] = [
      ["settledOn", { settledOn: "2026-11-15" }],
      ["settledOn", { settledOn: "2999-01-01" }],
      ["settledOn", { settledOn: "2026-02-30" }],
      ["note", { note: " " }],
    ];
    for (const [field, over] of bad) {
      const attempt = settleRefusal(await org.as("caseworker"), settled(over));
      await expect(attempt, field).rejects.toMatchObject({ code: "invalid", fields: { [field]: expect.any(String) } });
    }
  });

  test("two who settle it at once settle it once", async () => {
    const both = await Promise.allSettled([
      settleRefusal(await org.as("caseworker"), settled()),
      settleRefusal(await org.as("supervisor"), settled()),
    ]);
    expect(both.filter((result) => result.status === "rejected")).toMatchObject([{ reason: { code: "conflict" } }]);
  });

  test("counts by office are for a supervisor, to whom small ones are shown as well", async () => {
    const own = await makeOrg();
    const ctx = await own.as("caseworker");
    const planted = await plantCase(ctx);
    for (let minute = 10; minute < 15; minute += 1) {
      await plantRefusal(ctx, planted, { when: `2026-11-16T10:${minute}` });
    }
    await plantRefusal(ctx, planted, { office: "Elsewhere" });
    expect(await refusalsByOffice(await own.as("supervisor"))).toEqual([
      { office: "Voorbeeldfontein station", refusals: 5, settled: 0 },
      { office: "Elsewhere", refusals: 1, settled: 0 },
    ]);
    await expect(refusalsByOffice(ctx)).rejects.toMatchObject({ code: "forbidden" });
  });
});

import { beforeEach, describe, expect, test } from "vitest";
import { markDocumentSent } from "@/lib/documents/papers/commands/mark-document-sent";
import { readRefusalDesk } from "@/lib/escalation/refusals/queries";
import { raiseRefusal } from "@/lib/escalation/refusals/raise-refusal";
import { settleRefusal } from "@/lib/escalation/refusals/settle-refusal";
import { finished } from "@/tests/db/documents/papers/drafting";
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

const move = (over: Record<string, unknown> = {}) => ({
  caseId,
  refusalId,
  rungKey: "station-commander",
  on: "2026-11-18",
  reason: "No answer on the spot",
  ...over,
});

describe("raiseRefusal", () => {
  test("a complaint that went to a higher rung is told of until the refusal is taken there", async () => {
    const ctx = await org.as("caseworker");
    const desk = async () => (await readRefusalDesk(ctx, caseId)).refusals[0];
    const rungKey = (await desk())?.above[0]?.key;
    expect((await desk())?.sent).toBeNull();
    const change = { template: "za-refusal-station-commander", refusalId, signer: "client" };
    const documentId = await finished(ctx, caseId, change);
    expect((await desk())?.sent).toBeNull();
    const sentOn = new Date().toISOString().slice(0, 10);
    await markDocumentSent(ctx, { documentId, sentOn });
    expect((await desk())?.sent).toMatchObject({ rungKey, on: sentOn });
    await raiseRefusal(ctx, { caseId, refusalId, rungKey, on: sentOn, reason: "Escalated on" });
    expect((await desk())?.sent).toBeNull();
  });

  test("takes it up; the time of the new rung counts from that day, and the history keeps each move", async () => {
    const ctx = await org.as("caseworker");
    await raiseRefusal(ctx, move());
    const [first] = (await readRefusalDesk(ctx, caseId)).refusals;
    expect(first).toMatchObject({ rung: { key: "station-commander" }, rungSince: "2026-11-18" });
    // Three working days from Wednesday 18 November.
    expect(first?.due).toMatchObject({ dueOn: "2026-11-23", kind: "D" });
    await raiseRefusal(ctx, move({ rungKey: "civilian-secretariat", on: "2026-11-19", reason: "Still silent" }));
    const [second] = (await readRefusalDesk(ctx, caseId)).refusals;
    expect(second?.due).toMatchObject({ dueOn: "2026-11-26", kind: "L" });
    expect(second?.trail.map((entry) => entry.on)).toEqual(["2026-11-16", "2026-11-18", "2026-11-19"]);
    expect(second?.trail[2]?.text).toContain("Still silent");
    expect(await org.auditOf(refusalId)).toEqual(["refusal.logged", "refusal.raised", "refusal.raised"]);
  });

  test("names the field: down, on the same rung, before it began, to come, without a reason", async () => {
    const bad: [string, Record<string, unknown>][] = [
      ["rungKey", { rungKey: "shift-commander" }],
      ["rungKey", { rungKey: "nowhere" }],
      ["on", { on: "2026-11-15" }],
      ["on", { on: "2999-01-01" }],
      ["reason", { reason: " " }],
    ];
    for (const [field, over] of bad) {
      const attempt = raiseRefusal(await org.as("caseworker"), move(over));
      await expect(attempt, field).rejects.toMatchObject({ code: "invalid", fields: { [field]: expect.any(String) } });
    }
  });

  test("two who raise it at once raise it once, and a settled one stays where it is", async () => {
    const both = await Promise.allSettled([
      raiseRefusal(await org.as("caseworker"), move()),
      raiseRefusal(await org.as("supervisor"), move()),
    ]);
    expect(both.filter((result) => result.status === "rejected")).toMatchObject([{ reason: { code: "invalid" } }]);
    const settled = { caseId, refusalId, settledOn: "2026-11-20", note: "The docket was opened" };
    await settleRefusal(await org.as("caseworker"), settled);
    const again = raiseRefusal(await org.as("caseworker"), move({ rungKey: "later", on: "2026-11-21" }));
    await expect(again).rejects.toMatchObject({ code: "conflict" });
  });
});

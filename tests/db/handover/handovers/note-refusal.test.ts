import { beforeAll, describe, expect, test } from "vitest";
import { noteRefusal } from "@/lib/handover/handovers/commands/note-refusal";
import { recordOutcome } from "@/lib/handover/handovers/commands/record-outcome";
import { readMyWork } from "@/lib/oversight/my-work/queries";
import { makeOrg, type Org, type Person } from "@/tests/support/org";
import { plantHandover } from "@/tests/support/plant-handover";

let org: Org;
let worker: Person;
let officer: Person;
let packetId: string;
let form: { handoverId: string; outcome: string; on: string; note: string };

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.person("caseworker");
  officer = await org.person("liaison");
  const planted = await plantHandover({ org, worker, officer });
  packetId = planted.packetId;
  form = { handoverId: planted.handoverId, outcome: "assigned", on: "2026-11-02", note: "With the cyber desk." };
});

describe("noteRefusal", () => {
  test("a refusal asks for action until somebody of the case has seen it, once", async () => {
    const { id: outcomeId } = await recordOutcome(officer.ctx, { ...form, outcome: "refused", note: "No threat." });
    expect((await readMyWork(worker.ctx)).refusals).toMatchObject({ count: 1, items: [{ packetId, reason: null }] });
    await expect(noteRefusal(officer.ctx, { outcomeId })).rejects.toMatchObject({ code: "forbidden" });
    const other = await makeOrg();
    for (const ctx of [await other.as("supervisor"), (await org.person("caseworker")).ctx]) {
      await expect(noteRefusal(ctx, { outcomeId })).rejects.toMatchObject({ code: "not_found" });
    }
    await expect(noteRefusal(worker.ctx, {})).rejects.toMatchObject({ fields: { outcomeId: expect.any(String) } });
    const both = await Promise.allSettled([
      noteRefusal(worker.ctx, { outcomeId }),
      noteRefusal(worker.ctx, { outcomeId }),
    ]);
    expect(both.filter((result) => result.status === "rejected")).toMatchObject([{ reason: { code: "conflict" } }]);
    expect((await readMyWork(worker.ctx)).refusals.count).toBe(0);
    expect((await org.auditOf(form.handoverId)).at(-1)).toBe("handover.refusal_seen");
  });
});

import { beforeAll, describe, expect, test } from "vitest";
import { recordOutcome } from "@/lib/handover/handovers/commands/record-outcome";
import { getHandover, listDeliveries } from "@/lib/handover/handovers/queries";
import { withdrawPacket } from "@/lib/packets/packets/commands/withdraw-packet";
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

describe("recordOutcome", () => {
  test("is one line of a history that both sides read, newest first", async () => {
    const both = await Promise.allSettled([recordOutcome(officer.ctx, form), recordOutcome(officer.ctx, form)]);
    expect(both.filter((result) => result.status === "rejected")).toMatchObject([
      { reason: { code: "conflict", fields: { outcome: expect.any(String) } } },
    ]);
    await recordOutcome(officer.ctx, { ...form, outcome: "sent_on", note: "" });
    const lines = [
      { outcome: "sent_on", on: form.on, note: null },
      { outcome: "assigned", on: form.on, note: form.note },
    ];
    expect((await getHandover(officer.ctx, form.handoverId)).outcomes).toMatchObject(lines);
    const [delivery] = await listDeliveries(worker.ctx, packetId);
    expect(delivery?.outcomes).toMatchObject(lines);
    const note = "Passed to another unit, 2 Nov 2026";
    expect(delivery?.events).toContainEqual(expect.objectContaining({ event: "outcome", note }));
    expect(await org.auditOf(form.handoverId)).toEqual(Array(2).fill("handover.outcome_recorded"));
  });

  test("names the field that needs another look", async () => {
    const wrong = [
      [{ outcome: "lost" }, "outcome"],
      [{ on: "yesterday" }, "on"],
      [{ on: "2999-01-01" }, "on"],
      [{ outcome: "refused", note: " " }, "note"],
    ] as const;
    for (const [change, field] of wrong) {
      const attempt = recordOutcome(officer.ctx, { ...form, ...change });
      await expect(attempt).rejects.toMatchObject({ code: "invalid", fields: { [field]: expect.any(String) } });
    }
  });

  test("a packet that was withdrawn has no further outcome", async () => {
    await withdrawPacket(worker.ctx, { packetId, reason: "A wrong account." });
    const attempt = recordOutcome(officer.ctx, { ...form, outcome: "closed" });
    await expect(attempt).rejects.toMatchObject({ code: "conflict" });
  });
});

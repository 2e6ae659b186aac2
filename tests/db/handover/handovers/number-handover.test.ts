import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { cases, referenceKeys, references } from "@/db/schema";
import { closeCase } from "@/lib/casework/cases/commands/close-case";
import { advanceLadder } from "@/lib/escalation/ladder/commands/advance-ladder";
import { acknowledgeHandover } from "@/lib/handover/handovers/commands/acknowledge-handover";
import { numberHandover } from "@/lib/handover/handovers/commands/number-handover";
import { getHandover } from "@/lib/handover/handovers/queries";
import { withTransaction } from "@/lib/kernel/access/ctx";
import { listCasePackets } from "@/lib/packets/packets/queries";
import { deliveredPacket } from "@/tests/support/built-packet";
import { makeOrg, type Org, type Person } from "@/tests/support/org";

let org: Org;
let worker: Person;
let officer: Person;
let caseId: string;
let handoverId: string;

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.person("caseworker");
  officer = await org.person("liaison");
  ({ caseId, handoverId } = await deliveredPacket(org, worker, officer));
});

describe("numberHandover", () => {
  test("puts the number into the case’s references, with the spellings under which it is found", async () => {
    const { id } = await numberHandover(officer.ctx, { handoverId, kind: "ncb", raw: "PTA / 2026 / 0417 " });
    const { rows } = await listCasePackets(worker.ctx, caseId);
    expect(rows[0]?.holders[0]?.numbers).toEqual(["PTA / 2026 / 0417"]);
    const [row, keys] = await withTransaction(worker.ctx, "read only", async ({ db }) => [
      (await db.select().from(references).where(eq(references.id, id)))[0],
      await db.select().from(referenceKeys).where(eq(referenceKeys.referenceId, id)),
    ]);
    expect(row).toMatchObject({ caseId, kind: "ncb", state: "issued", handoverId, recordedBy: officer.memberId });
    expect(keys.map((key) => key.key)).toContain("PTA20260417");
    expect(await getHandover(officer.ctx, handoverId)).toMatchObject({ numbers: [{ display: "PTA / 2026 / 0417" }] });
    expect(await org.auditOf(handoverId)).toEqual(["handover.delivered", "handover.numbered"]);
    expect(await org.auditOf(id)).toEqual(["reference.recorded"]);
  });

  test("names the field that needs another look", async () => {
    const attempt = (input: object) => numberHandover(officer.ctx, { handoverId, kind: "ncb", raw: "A1", ...input });
    await expect(attempt({ raw: "" })).rejects.toMatchObject({ fields: { raw: expect.any(String) } });
    await expect(attempt({ kind: "ic3" })).rejects.toMatchObject({ fields: { kind: expect.any(String) } });
    await expect(attempt({ kind: "cas", raw: "212/10/2026" })).rejects.toMatchObject({
      fields: { station: expect.any(String) },
    });
    await expect(attempt({ issuedOn: "yesterday" })).rejects.toMatchObject({
      fields: { issuedOn: expect.any(String) },
    });
  });

  test("an odd number is kept once the officer says so, with its warning", async () => {
    const input = { handoverId, kind: "cas", raw: "Verweg CAS 77/13/2026" };
    await expect(numberHandover(officer.ctx, input)).rejects.toMatchObject({
      code: "invalid",
      fields: { raw: expect.stringContaining("Month 13"), keepAsTyped: expect.any(String) },
    });
    const { id } = await numberHandover(officer.ctx, { ...input, keepAsTyped: "on" });
    const [row] = await withTransaction(worker.ctx, "read only", ({ db }) =>
      db.select().from(references).where(eq(references.id, id)),
    );
    expect(row).toMatchObject({ canonical: "Verweg CAS 77/13/2026", warnings: ["month"] });
  });

  test("a number is recorded once, however it is typed", async () => {
    const kind = "dpci";
    await numberHandover(officer.ctx, { handoverId, kind, raw: "ENQ 99/2026" });
    const again = numberHandover(officer.ctx, { handoverId, kind, raw: "enq  99/2026" });
    await expect(again).rejects.toMatchObject({ code: "conflict", fields: { raw: expect.any(String) } });
  });

  test("what an officer answers on a closed case is kept, and the case stays closed", async () => {
    const made = await deliveredPacket(org, worker, officer);
    const boss = await org.as("supervisor");
    await closeCase(boss, { caseId: made.caseId, outcome: "stopped", note: "Done.", seen: "on" });
    await acknowledgeHandover(officer.ctx, { handoverId: made.handoverId });
    const { id } = await numberHandover(officer.ctx, { handoverId: made.handoverId, kind: "ncb", raw: "PTA 7/2026" });
    await advanceLadder(org.service(), { caseId: made.caseId });
    const { rows } = await listCasePackets(worker.ctx, made.caseId);
    expect(rows[0]?.holders[0]).toMatchObject({ numbers: ["PTA 7/2026"] });
    expect(await org.auditOf(made.handoverId)).toEqual([
      "handover.delivered",
      "handover.acknowledged",
      "handover.numbered",
    ]);
    expect(await org.auditOf(id)).toEqual(["reference.recorded"]);
    const [row] = await withTransaction(worker.ctx, "read only", ({ db }) =>
      db.select().from(cases).where(eq(cases.id, made.caseId)),
    );
    expect(row).toMatchObject({ nextStep: "", nextDueOn: null, closedAt: expect.any(Date) });
  });
});

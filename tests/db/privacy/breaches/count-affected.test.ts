import { beforeAll, describe, expect, test } from "vitest";
import { findCase } from "@/lib/casework/cases/access";
import { changeRisk } from "@/lib/casework/cases/commands/change-risk";
import { openCase } from "@/lib/casework/cases/commands/open-case";
import { revealClient } from "@/lib/casework/clients/reveal-client";
import { withTransaction } from "@/lib/kernel/access/ctx";
import { countAffected } from "@/lib/privacy/breaches/commands/count-affected";
import { recordBreach } from "@/lib/privacy/breaches/commands/record-breach";
import { readBreach } from "@/lib/privacy/breaches/queries";
import { caseForm } from "@/tests/support/case-form";
import { makeOrg, type Org, type Person } from "@/tests/support/org";
import { breachForm } from "@/tests/support/plant-breach";

let org: Org;
let supervisor: Person;
let thief: Person;
const opened: { id: string; clientId: string }[] = [];

beforeAll(async () => {
  org = await makeOrg();
  supervisor = await org.person("supervisor");
  thief = await org.person("supervisor", "Stolen Example");
  for (let at = 0; at < 4; at += 1) opened.push(await openCase(supervisor.ctx, caseForm()));
});

const affectedBy = async (over: Record<string, unknown>): Promise<string[]> => {
  const { id: breachId } = await recordBreach(supervisor.ctx, breachForm(over));
  await countAffected(supervisor.ctx, { breachId });
  const { notices } = await readBreach(supervisor.ctx, breachId);
  return notices.map(({ clientId }) => clientId).toSorted();
};
const clientsOf = (...at: number[]) => at.map((no) => opened[no]?.clientId ?? "").toSorted();

describe("countAffected", () => {
  test("a scripted incident gives the known set: by account, by case, and by list of cases", async () => {
    const reason = "Looked at by whoever had the session";
    await revealClient(await org.confirmed(thief), { clientId: opened[0]?.clientId, reason });
    await changeRisk(thief.ctx, { caseId: opened[2]?.id, risk: "standard", reason });
    const memberId = thief.memberId;
    expect(await affectedBy({ memberId })).toEqual(clientsOf(0, 2));
    expect(await affectedBy({ memberId, until: "2020-01-01T00:00" })).toEqual([]);
    const codes = await withTransaction(supervisor.ctx, "read only", async (ctx) => [
      (await findCase(ctx, opened[2]?.id ?? "")).code,
      (await findCase(ctx, opened[3]?.id ?? "")).code,
    ]);
    expect(await affectedBy({ memberId, cases: codes.join("\n") })).toEqual(clientsOf(2));
    expect(await affectedBy({ cases: codes.join(", ") })).toEqual(clientsOf(2, 3));
  });

  test("asked twice at once, the list is the same, and it is in the log", async () => {
    const { id: breachId } = await recordBreach(supervisor.ctx, breachForm({ memberId: supervisor.memberId }));
    const both = await Promise.all([
      countAffected(supervisor.ctx, { breachId }),
      countAffected(supervisor.ctx, { breachId }),
    ]);
    expect(both).toEqual([{ clients: 4 }, { clients: 4 }]);
    expect(await org.auditOf(breachId)).toEqual(["breach.recorded", "breach.counted", "breach.counted"]);
  });
});

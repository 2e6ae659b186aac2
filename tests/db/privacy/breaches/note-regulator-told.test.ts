import { beforeAll, describe, expect, test } from "vitest";
import { noteRegulatorTold } from "@/lib/privacy/breaches/commands/note-regulator-told";
import { recordBreach } from "@/lib/privacy/breaches/commands/record-breach";
import { listBreaches } from "@/lib/privacy/breaches/queries";
import { makeOrg, type Org, type Person } from "@/tests/support/org";
import { breachForm } from "@/tests/support/plant-breach";

let org: Org;
let supervisor: Person;
let breachId: string;

beforeAll(async () => {
  org = await makeOrg();
  supervisor = await org.person("supervisor");
  breachId = (await recordBreach(supervisor.ctx, breachForm({ memberId: supervisor.memberId }))).id;
});

describe("noteRegulatorTold", () => {
  test("names the field", async () => {
    for (const on of ["", "2999-01-01"]) {
      await expect(noteRegulatorTold(supervisor.ctx, { breachId, on })).rejects.toMatchObject({
        fields: { on: expect.any(String) },
      });
    }
  });

  test("is noted once", async () => {
    const told = { breachId, on: "2026-01-06", reference: "IR-1" };
    const both = await Promise.allSettled([
      noteRegulatorTold(supervisor.ctx, told),
      noteRegulatorTold(supervisor.ctx, told),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(await listBreaches(supervisor.ctx)).toMatchObject([
      { regulatorToldOn: "2026-01-06", regulatorReference: "IR-1" },
    ]);
    expect(await org.auditOf(breachId)).toEqual(["breach.recorded", "breach.regulator_told"]);
  });
});

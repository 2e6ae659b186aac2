import { beforeAll, describe, expect, test } from "vitest";
import { readCaseHeader } from "@/lib/casework/cases/queries";
import { officeToday } from "@/lib/law/office/rules";
import { endAbsence } from "@/lib/organisation/absences/end-absence";
import { recordAbsence } from "@/lib/organisation/absences/record-absence";
import { addDays } from "@/lib/platform/time/calendar";
import { makeOrg, type Org, type Person } from "@/tests/support/org";
import { plantCase } from "@/tests/support/plant";

let org: Org;
let away: Person;
let cover: Person;
let leaveId: string;
let caseId: string;

beforeAll(async () => {
  org = await makeOrg();
  away = await org.person("caseworker");
  cover = await org.person("caseworker");
  caseId = await plantCase(away.ctx);
  const today = officeToday(new Date());
  const asked = { memberId: away.memberId, coverId: cover.memberId, fromOn: today, untilOn: addDays(today, 9) };
  ({ id: leaveId } = await recordAbsence(await org.as("supervisor"), asked));
});

describe("endAbsence", () => {
  test("is for the member and supervisors, and names the field", async () => {
    await expect(endAbsence(cover.ctx, { leaveId })).rejects.toMatchObject({ code: "forbidden" });
    await expect(endAbsence(away.ctx, { leaveId: "x" })).rejects.toMatchObject({
      fields: { leaveId: expect.any(String) },
    });
  });

  test("ends the cover at once, and once", async () => {
    await expect(readCaseHeader(cover.ctx, caseId)).resolves.toMatchObject({ id: caseId });
    const both = await Promise.allSettled([endAbsence(away.ctx, { leaveId }), endAbsence(away.ctx, { leaveId })]);
    expect(both.map((result) => result.status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(await org.auditOf(leaveId)).toEqual(["leave.set", "leave.ended"]);
    await expect(readCaseHeader(cover.ctx, caseId)).rejects.toMatchObject({ code: "not_found" });
  });
});

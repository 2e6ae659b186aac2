import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { listCaseFlags, listMyFlags, openFlagsOf } from "@/lib/casework/flags/queries";
import { raiseFlag } from "@/lib/casework/flags/raise-flag";
import { officeToday } from "@/lib/law/office/rules";
import { addDays } from "@/lib/platform/time/calendar";
import { bySql, refusedByPostgres } from "@/tests/support/by-sql";
import { makeOrg, type Org, type Person } from "@/tests/support/org";
import { plantCase } from "@/tests/support/plant";

let org: Org;
let mine: Person;
let caseId: string;

beforeAll(async () => {
  org = await makeOrg();
  mine = await org.person("caseworker");
  caseId = await plantCase(mine.ctx);
});

describe("raiseFlag", () => {
  test("is shown at once or on its day, is counted, and its words are sealed", async () => {
    const message = "Ask whether the Quagga number works.";
    const { id } = await raiseFlag(mine.ctx, { caseId, message, lookOn: "" });
    const later = { caseId, message: "Look again.", lookOn: addDays(officeToday(new Date()), 3) };
    await raiseFlag(await org.as("supervisor"), later);
    expect(await org.auditOf(id)).toEqual(["flag.raised"]);
    expect(await listCaseFlags(mine.ctx, caseId)).toHaveLength(2);
    expect(await listMyFlags(mine.ctx)).toMatchObject([{ id, message }]);
    expect(await openFlagsOf(mine.ctx, [caseId])).toEqual(new Map([[caseId, 2]]));
    const rows = await bySql<Record<string, string>>(
      mine.ctx,
      sql`select message from app.case_flags where case_id = ${caseId}`,
    );
    expect(rows.some((row) => row.message?.includes("Quagga"))).toBe(false);
  });

  test("is seen by no colleague who is not on the case", async () => {
    const colleague = await org.person("caseworker");
    expect(await openFlagsOf(colleague.ctx, [caseId])).toEqual(new Map());
  });

  test("names the fields that are wrong", async () => {
    await expect(raiseFlag(mine.ctx, { caseId, message: " ", lookOn: "soon" })).rejects.toMatchObject({
      fields: { message: expect.any(String), lookOn: expect.any(String) },
    });
    await expect(raiseFlag(mine.ctx, { caseId, message: "x", lookOn: "2020-01-01" })).rejects.toMatchObject({
      fields: { lookOn: expect.any(String) },
    });
  });

  test("nobody removes a flag or changes its words, the owner of the tables neither", async () => {
    await expect(bySql(mine.ctx, sql`delete from app.case_flags where case_id = ${caseId}`)).rejects.toSatisfy(
      refusedByPostgres,
    );
    await expect(
      bySql(mine.ctx, sql`update app.case_flags set message = 'x' where case_id = ${caseId}`),
    ).rejects.toSatisfy(refusedByPostgres);
  });
});

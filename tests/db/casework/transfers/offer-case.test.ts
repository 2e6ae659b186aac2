import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { assignCase } from "@/lib/casework/cases/commands/assign-case";
import { readCaseHeader } from "@/lib/casework/cases/queries";
import { offerCase } from "@/lib/casework/transfers/offer-case";
import { listCaseOffers, listOffersToMe } from "@/lib/casework/transfers/queries";
import { bySql } from "@/tests/support/by-sql";
import { makeOrg, type Org, type Person } from "@/tests/support/org";
import { plantCase } from "@/tests/support/plant";

let org: Org;
let mine: Person;
let colleague: Person;
const reason = "Gugulethu moved, and you work there.";

beforeAll(async () => {
  org = await makeOrg();
  mine = await org.person("caseworker");
  colleague = await org.person("caseworker", "Lerato Example");
});

describe("offerCase", () => {
  test("asks a colleague who does not see the case yet, seals the reason and changes no owner", async () => {
    const caseId = await plantCase(mine.ctx);
    await offerCase(mine.ctx, { caseId, memberId: colleague.memberId, reason });
    expect(await org.auditOf(caseId)).toEqual(["case.offered"]);
    expect(await listOffersToMe(colleague.ctx)).toMatchObject([{ caseId, reason, state: "open" }]);
    await expect(readCaseHeader(colleague.ctx, caseId)).rejects.toMatchObject({ code: "not_found" });
    expect(await readCaseHeader(mine.ctx, caseId)).toMatchObject({ ownerId: mine.memberId });
    const [row] = await bySql<Record<string, string>>(
      mine.ctx,
      sql`select reason from app.case_offers where case_id = ${caseId}`,
    );
    expect(row?.reason).not.toContain("Gugulethu");
    expect(await listOffersToMe(mine.ctx)).toEqual([]);
  });

  test("is for the owner and supervisors", async () => {
    const caseId = await plantCase(mine.ctx);
    const asked = { caseId, memberId: colleague.memberId, reason };
    await assignCase(mine.ctx, { caseId, memberId: colleague.memberId });
    await expect(offerCase(mine.ctx, { ...asked, memberId: mine.memberId })).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(offerCase(await org.as("admin"), asked)).rejects.toMatchObject({ code: "forbidden" });
    const back = { ...asked, memberId: mine.memberId };
    await expect(offerCase(await org.as("supervisor"), back)).resolves.toMatchObject({ caseId });
  });

  test("names the fields that are wrong", async () => {
    const caseId = await plantCase(mine.ctx);
    const officer = await org.person("liaison");
    await expect(offerCase(mine.ctx, { caseId, memberId: "", reason: " " })).rejects.toMatchObject({
      fields: { memberId: expect.any(String), reason: expect.any(String) },
    });
    await expect(offerCase(mine.ctx, { caseId, memberId: officer.memberId, reason })).rejects.toMatchObject({
      fields: { memberId: expect.any(String) },
    });
  });

  test("one offer is open at a time, and an assignment ends it", async () => {
    const caseId = await plantCase(mine.ctx);
    const ask = () => offerCase(mine.ctx, { caseId, memberId: colleague.memberId, reason });
    const both = await Promise.allSettled([ask(), ask()]);
    expect(both.map((result) => result.status).toSorted()).toEqual(["fulfilled", "rejected"]);
    const third = await org.person("caseworker");
    await assignCase(await org.as("supervisor"), { caseId, memberId: third.memberId });
    expect(await listCaseOffers(mine.ctx, caseId)).toMatchObject([{ state: "overtaken" }]);
  });
});

import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { cases } from "@/db/schema";
import { bringInCase } from "@/lib/casework/cases/commands/bring-in-case";
import { closePastCase } from "@/lib/casework/cases/commands/close-past-case";
import { type Ctx, withTransaction } from "@/lib/kernel/access/ctx";
import { caseForm } from "@/tests/support/case-form";
import { makeOrg, type Org } from "@/tests/support/org";

let org: Org;
let supervisor: Ctx;
const how = { closedOn: "2024-06-20", outcome: "stopped", note: "The account is gone." };

beforeAll(async () => {
  org = await makeOrg();
  supervisor = await org.as("supervisor");
});

const bring = async () => (await bringInCase(supervisor, caseForm({ openedOn: "2024-03-05" }))).id;

describe("closePastCase", () => {
  test("closes a case on the day on which it ended elsewhere, its note sealed, once", async () => {
    const caseId = await bring();
    const both = await Promise.allSettled([1, 2].map(() => closePastCase(supervisor, { caseId, ...how })));
    expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    const [row] = await withTransaction(supervisor, "read only", ({ db }) =>
      db.select().from(cases).where(eq(cases.id, caseId)),
    );
    expect(row).toMatchObject({ closedAt: new Date("2024-06-20T10:00:00Z"), outcome: "stopped", nextStep: "" });
    expect(row?.closingNote).not.toContain("account");
    expect(await org.auditOf(caseId)).toEqual(["case.opened", "case.closed"]);
  });

  test("names the field", async () => {
    const caseId = await bring();
    const wrong = { closedOn: ["2099-01-01", "2024-01-01", ""], outcome: ["eaten"], note: [""] };
    for (const [field, values] of Object.entries(wrong)) {
      for (const value of values) {
        const attempt = closePastCase(supervisor, { caseId, ...how, [field]: value });
        await expect(attempt, `${field} ${value}`).rejects.toMatchObject({ fields: { [field]: expect.any(String) } });
      }
    }
  });
});

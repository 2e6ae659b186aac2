import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { cases } from "@/db/schema";
import { bringInCase } from "@/lib/casework/cases/commands/bring-in-case";
import { openCase } from "@/lib/casework/cases/commands/open-case";
import { type Ctx, withTransaction } from "@/lib/kernel/access/ctx";
import { caseForm } from "@/tests/support/case-form";
import { makeOrg, type Org } from "@/tests/support/org";

let org: Org;
let supervisor: Ctx;

beforeAll(async () => {
  org = await makeOrg();
  supervisor = await org.as("supervisor");
});

const openedAtOf = (caseId: string) =>
  withTransaction(org.service(), "read only", async ({ db }) => {
    const [row] = await db.select({ at: cases.openedAt }).from(cases).where(eq(cases.id, caseId));
    return row?.at;
  });

describe("bringInCase", () => {
  test("keeps the day on which the case was opened elsewhere, and the log says it was told", async () => {
    const { id } = await bringInCase(supervisor, caseForm({ openedOn: "2024-03-05" }));
    expect(await openedAtOf(id)).toEqual(new Date("2024-03-05T10:00:00Z"));
    expect(await org.auditOf(id)).toEqual(["case.opened"]);
    const { id: today } = await bringInCase(supervisor, caseForm());
    expect(await openedAtOf(today)).toEqual(supervisor.now);
  });

  test("the form that opens a case cannot choose its day", async () => {
    const { id } = await openCase(supervisor, caseForm({ openedOn: "2024-03-05", closedOn: "2024-04-01" }));
    expect(await openedAtOf(id)).toEqual(supervisor.now);
  });

  test.each([
    [{ openedOn: "2099-01-01" }, "openedOn"],
    [{ openedOn: "1900-01-01" }, "openedOn"],
    [{ openedOn: "last year" }, "openedOn"],
    [{ closedOn: "2025-01-01", outcome: "stopped" }, "openedOn"],
    [{ openedOn: "2025-02-01", closedOn: "2025-01-01", outcome: "stopped" }, "closedOn"],
    [{ openedOn: "2025-02-01", closedOn: "2025-03-01" }, "outcome"],
    [{ openedOn: "2025-02-01", outcome: "stopped" }, "closedOn"],
    [{ openedOn: "2025-02-01", closedOn: "2025-03-01", outcome: "eaten" }, "outcome"],
  ])("refuses %o at %s", async (over, field) => {
    const attempt = bringInCase(supervisor, caseForm(over));
    await expect(attempt).rejects.toMatchObject({ code: "invalid", fields: { [field]: expect.any(String) } });
  });

  test("opens one case for one id", async () => {
    const form = caseForm({ openedOn: "2024-03-05" });
    await bringInCase(supervisor, form);
    await expect(bringInCase(supervisor, form)).rejects.toMatchObject({
      code: "conflict",
      fields: { id: expect.any(String) },
    });
  });
});

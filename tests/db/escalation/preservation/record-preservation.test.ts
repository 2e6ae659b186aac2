import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { accounts } from "@/db/schema";
import { recordReference } from "@/lib/casework/references/commands/record-reference";
import { readLadder } from "@/lib/escalation/ladder/queries";
import { recordPreservation } from "@/lib/escalation/preservation/record-preservation";
import { type Ctx, withTransaction } from "@/lib/kernel/access/ctx";
import { checkDraft } from "@/lib/packets/packets/queries";
import { newId } from "@/lib/platform/ids";
import { addDays } from "@/lib/platform/time/calendar";
import { draft, makeCaseToPrint } from "@/tests/support/case-to-print";
import { makeOrg, type Org } from "@/tests/support/org";
import { plantCase } from "@/tests/support/plant";
import { homeToday } from "@/tests/support/plant-clock";
import { plantAccount } from "@/tests/support/plant-matter";

let org: Org;
let worker: Ctx;
let today: string;

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.as("caseworker");
  today = homeToday(worker);
});

async function plant() {
  const caseId = await plantCase(worker);
  const accountId = await plantAccount(worker, caseId, "99");
  return { id: newId(), caseId, accountId, askedBy: "Fynbos Road station", askedOn: addDays(today, -3) };
}

describe("recordPreservation", () => {
  test("starts the clocks of the account's own platform once it was accepted, and says so in the log", async () => {
    const asked = await plant();
    await recordPreservation(worker, { ...asked, acceptedOn: addDays(today, -2) });
    const clocks = (await readLadder(worker, asked.caseId)).clocks.filter((clock) => clock.key.includes(asked.id));
    const end = clocks.find((clock) => clock.dueOn === addDays(today, 88));
    expect(end).toMatchObject({ kind: "L", title: expect.stringContaining("account 1") });
    expect(end?.alerts.map((alert) => alert.name)).toEqual(["60", "75", "83", "due", "overdue"]);
    // The account is on a platform that wants to be asked by day 83.
    expect(clocks.map((clock) => clock.dueOn)).toContain(addDays(today, 81));
    expect(await org.auditOf(asked.id)).toContain("preservation.recorded");
  });

  test("takes no account of another case", async () => {
    const asked = await plant();
    const other = await plant();
    const attempt = recordPreservation(worker, { ...asked, accountId: other.accountId });
    await expect(attempt).rejects.toMatchObject({ code: "invalid", fields: { accountId: expect.any(String) } });
  });

  test.each([
    ["askedOn", { askedOn: "2026-02-29" }],
    ["askedOn", { askedOn: "2999-01-01" }],
    ["askedOn", { askedOn: "0206-01-01" }],
    ["acceptedOn", { acceptedOn: "2020-01-01" }],
    ["expiresOn", { expiresOn: "2999-01-01" }],
    ["askedBy", { askedBy: "" }],
  ])("names the field %s for %o", async (field, change) => {
    const attempt = recordPreservation(worker, { ...(await plant()), ...change });
    await expect(attempt).rejects.toMatchObject({ code: "invalid", fields: { [field]: expect.any(String) } });
  });

  test("one account has one that counts: the second of two finds it", async () => {
    const asked = await plant();
    const both = await Promise.allSettled([1, 2].map(() => recordPreservation(worker, { ...asked, id: newId() })));
    const failed = both.flatMap((result) => (result.status === "rejected" ? [result.reason] : []));
    expect(failed).toMatchObject([{ code: "conflict" }]);
  });

  test("with the provider's number a packet can show that each account is kept, and until when", async () => {
    const person = await org.person("caseworker");
    const { caseId } = await makeCaseToPrint(org, person, { files: ["note.txt"] });
    const failed = async () =>
      (await checkDraft(person.ctx, caseId, draft)).flatMap((line) => (line.result === "fail" ? [line.id] : []));
    expect(await failed()).toContain("M-22");
    const { id: referenceId } = await recordReference(person.ctx, {
      caseId,
      kind: "preservation",
      raw: "FG-PR-0099",
      receivedVia: "email",
    });
    const kept = await withTransaction(person.ctx, "read only", ({ db }) =>
      db.select({ id: accounts.id }).from(accounts).where(eq(accounts.caseId, caseId)),
    );
    for (const account of kept) {
      const asked = { askedBy: "Fynbos Road station", askedOn: today, acceptedOn: today, referenceId };
      await recordPreservation(person.ctx, { id: newId(), caseId, accountId: account.id, ...asked });
    }
    expect(kept.length).toBeGreaterThan(0);
    expect(await failed()).not.toContain("M-22");
  });
});

import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { listReferrals } from "@/lib/casework/referrals/queries";
import { referClient } from "@/lib/casework/referrals/refer-client";
import { officeToday } from "@/lib/law/office/rules";
import { addDays } from "@/lib/platform/time/calendar";
import { bySql } from "@/tests/support/by-sql";
import { makeOrg, type Org, type Person } from "@/tests/support/org";
import { plantCase } from "@/tests/support/plant";
import { makeReferral } from "@/tests/support/referrals";

let org: Org;
let worker: Person;
let caseId: string;

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.person("caseworker");
  caseId = await plantCase(worker.ctx);
});

describe("a referral", () => {
  test("says to whom, what for, what is passed on and with whose consent, sealed, and is counted in its case", async () => {
    const first = await makeReferral(worker, caseId);
    const second = await makeReferral(worker, caseId);
    expect([first.number, second.number]).toEqual([1, 2]);
    expect(await listReferrals(worker.ctx, caseId)).toMatchObject([
      { number: 2 },
      { number: 1, state: "open", consent: "spoken", purpose: expect.stringContaining("Quagga"), answerBy: null },
    ]);
    const rows = await bySql<Record<string, string>>(
      worker.ctx,
      sql`select purpose, passed_on, consent_note from app.referrals where case_id = ${caseId}`,
    );
    expect(JSON.stringify(rows)).not.toMatch(/Quagga|safe number|telephone/);
    expect(await org.auditOf(first.id)).toEqual(["referral.made"]);
  });

  test("is not seen by a colleague who is not on the case", async () => {
    const colleague = await org.person("caseworker");
    await expect(listReferrals(colleague.ctx, caseId)).rejects.toMatchObject({ code: "not_found" });
  });

  test("takes consent as of today when no day is given, and asks why where there is none", async () => {
    const { serviceId } = await makeReferral(worker, caseId);
    const given = { caseId, serviceId, purpose: "A bed.", passedOn: "A first name." };
    const { number } = await referClient(worker.ctx, { ...given, consent: "written" });
    const today = officeToday(worker.ctx.now);
    expect((await listReferrals(worker.ctx, caseId)).find((made) => made.number === number)?.consentOn).toBe(today);
    await expect(referClient(worker.ctx, { ...given, consent: "none" })).rejects.toMatchObject({
      fields: { consentNote: "Say why it cannot wait for consent." },
    });
    await expect(referClient(worker.ctx, given)).rejects.toMatchObject({
      fields: { consent: "Say whether the client agreed." },
    });
    const tomorrow = addDays(today, 1);
    await expect(referClient(worker.ctx, { ...given, consent: "spoken", consentOn: tomorrow })).rejects.toMatchObject({
      fields: { consentOn: "This day is in the future." },
    });
  });
});

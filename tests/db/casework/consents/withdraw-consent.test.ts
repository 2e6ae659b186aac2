import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { closeCase } from "@/lib/casework/cases/commands/close-case";
import { listConsents, listConsentsOfClient } from "@/lib/casework/consents/queries";
import { recordConsent } from "@/lib/casework/consents/record-consent";
import { withdrawConsent } from "@/lib/casework/consents/withdraw-consent";
import { bySql, refusedByPostgres } from "@/tests/support/by-sql";
import { openSample } from "@/tests/support/case-form";
import { makeOrg, type Org, type Person } from "@/tests/support/org";

let org: Org;
let mine: Person;

beforeAll(async () => {
  org = await makeOrg();
  mine = await org.person("caseworker");
});

describe("withdrawConsent", () => {
  test("ends it once, with a reason, also on a closed case", async () => {
    const { id: caseId, clientId } = await openSample(mine.ctx);
    const { id: consentId } = await recordConsent(mine.ctx, { caseId, ground: "consent", way: "read_back" });
    await closeCase(mine.ctx, { caseId, outcome: "client_ended", note: "She asked us to stop.", seen: "on" });
    await withdrawConsent(mine.ctx, { caseId, consentId, reason: "She does not want this any more." });
    const { standing, consents } = await listConsents(mine.ctx, caseId);
    expect(standing).toBeNull();
    expect(consents).toMatchObject([
      { withdrawn: { reason: "She does not want this any more.", by: mine.ctx.actor.name } },
    ]);
    expect(await listConsentsOfClient(mine.ctx, clientId)).toMatchObject([
      { ground: null, withdrawnOn: consents[0]?.withdrawn?.on },
    ]);
    expect(await org.auditOf(consentId)).toEqual(["consent.recorded", "consent.withdrawn"]);
    await expect(withdrawConsent(mine.ctx, { caseId, consentId, reason: "Again" })).rejects.toHaveProperty(
      "code",
      "conflict",
    );
    await expect(
      bySql(mine.ctx, sql`update app.consents set withdrawn_at = null where id = ${consentId}`),
    ).rejects.toSatisfy(refusedByPostgres);
  });

  test("cannot have been before it was given, or tomorrow", async () => {
    const { id: caseId } = await openSample(mine.ctx);
    const { id: consentId } = await recordConsent(mine.ctx, {
      caseId,
      ground: "consent",
      way: "read_back",
      givenOn: "2026-11-10",
    });
    for (const withdrawnOn of ["2026-11-09", "2999-01-01"])
      await expect(withdrawConsent(mine.ctx, { caseId, consentId, reason: "No", withdrawnOn })).rejects.toHaveProperty(
        "fields.withdrawnOn",
      );
  });
});

import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { fileConsentPaper } from "@/lib/casework/consents/file-consent-paper";
import { listConsents } from "@/lib/casework/consents/queries";
import { recordConsent } from "@/lib/casework/consents/record-consent";
import { bySql, refusedByPostgres } from "@/tests/support/by-sql";
import { openSample } from "@/tests/support/case-form";
import { addExhibit } from "@/tests/support/exhibit";
import { makeOrg } from "@/tests/support/org";

test("a consent on paper waits for its paper, which is named once", async () => {
  const org = await makeOrg();
  const ctx = await org.as("caseworker");
  const { id: caseId } = await openSample(ctx);
  const { exhibitId } = await addExhibit(ctx, caseId, new TextEncoder().encode("%PDF-1.4 signed"));
  const { id: consentId } = await recordConsent(ctx, { caseId, ground: "consent", way: "on_paper" });
  expect((await listConsents(ctx, caseId)).standing?.exhibit).toBeNull();
  await fileConsentPaper(ctx, { caseId, consentId, exhibitId });
  expect((await listConsents(ctx, caseId)).standing?.exhibit).toEqual({ id: exhibitId, code: "E-01" });
  await expect(fileConsentPaper(ctx, { caseId, consentId, exhibitId })).rejects.toHaveProperty("fields.exhibitId");
  await expect(bySql(ctx, sql`update app.consents set exhibit_id = null where id = ${consentId}`)).rejects.toSatisfy(
    refusedByPostgres,
  );
});

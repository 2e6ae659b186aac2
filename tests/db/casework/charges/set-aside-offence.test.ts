import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { nameCharge } from "@/lib/casework/charges/name-charge";
import { readConsideration } from "@/lib/casework/charges/queries";
import { sealConsidered } from "@/lib/casework/charges/seal-considered";
import { setAsideOffence } from "@/lib/casework/charges/set-aside-offence";
import { bySql } from "@/tests/support/by-sql";
import { openSample } from "@/tests/support/case-form";
import { makeOrg } from "@/tests/support/org";

test("what the acts may reach is named until somebody names it or says why not; the last reason stands", async () => {
  const org = await makeOrg();
  const ctx = await org.as("caseworker");
  const { id: caseId } = await openSample(ctx);
  const keys = async () => (await readConsideration(ctx, caseId)).candidates.map(({ key }) => key);
  const all = await keys();
  expect(all).toEqual(expect.arrayContaining(["za-cca-14", "za-cca-15", "us-875c"]));
  await nameCharge(ctx, { caseId, homeOffence: "za-cca-15", thereOffence: "us-875c" });
  const aside = (offence: string, why: string) => setAsideOffence(ctx, { caseId, offence, why });
  await aside("za-cca-14", "Nobody else is told to do anything.");
  await aside("za-cca-14", "Nobody else is asked to act.");
  const now = await readConsideration(ctx, caseId);
  expect(now.considered).toMatchObject([{ key: "za-cca-14", why: "Nobody else is asked to act." }]);
  // The reason is sealed; that of before is shown, and sealed by the night's job or with the next reason.
  const kept = () =>
    bySql<{ open: string; sealed: string | null }>(
      org.service(),
      sql`select considered::text as open, set_aside as sealed from app.cases where id = ${caseId}::uuid`,
    );
  expect(JSON.stringify(await kept())).not.toContain("Nobody");
  const before = [{ offence: "za-cca-14", why: "Nobody of before.", by: "", at: "2026-11-01T00:00:00Z" }];
  await bySql(
    org.service(),
    sql`update app.cases set set_aside = null, considered = ${JSON.stringify(before)}::jsonb where id = ${caseId}::uuid`,
  );
  const shown = async () => (await readConsideration(ctx, caseId)).considered.map(({ why }) => why);
  expect(await shown()).toEqual(["Nobody of before."]);
  await expect(sealConsidered(ctx)).rejects.toMatchObject({ code: "forbidden" });
  expect([await sealConsidered(org.service()), await sealConsidered(org.service())]).toEqual([1, 0]);
  expect(await shown()).toEqual(["Nobody of before."]);
  expect(JSON.stringify(await kept())).not.toContain("Nobody");
  expect(await keys()).toEqual(all.filter((key) => !["za-cca-14", "za-cca-15", "us-875c"].includes(key)));
  await expect(aside("us-875c", "No")).rejects.toMatchObject({ code: "conflict" });
  await expect(aside("nothing", "No")).rejects.toMatchObject({ code: "invalid" });
  const stranger = await (await makeOrg()).as("supervisor");
  await expect(readConsideration(stranger, caseId)).rejects.toMatchObject({ code: "not_found" });
});

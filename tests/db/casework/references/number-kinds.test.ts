import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { cases } from "@/db/schema";
import { settleAccess } from "@/lib/casework/cases/settle-access";
import { recordReference } from "@/lib/casework/references/commands/record-reference";
import { withdrawReference } from "@/lib/casework/references/commands/withdraw-reference";
import { type Ctx, withTransaction } from "@/lib/kernel/access/ctx";
import { bySql } from "@/tests/support/by-sql";
import { makeOrg } from "@/tests/support/org";
import { plantCase } from "@/tests/support/plant";

const kindsOf = (ctx: Ctx, caseId: string) =>
  withTransaction(ctx, "read only", async ({ db }) => {
    const [row] = await db.select({ kinds: cases.numberKinds }).from(cases).where(eq(cases.id, caseId));
    return row?.kinds;
  });

test("the kinds of issued numbers stand on the case, follow each change, and are set right at night", async () => {
  const org = await makeOrg();
  const worker = await org.as("caseworker");
  const caseId = await plantCase(worker);
  const other = await plantCase(worker, { code: "CD-26-77701" });
  const record = (kind: string, raw: string) => recordReference(worker, { caseId, kind, raw, receivedVia: "sms" });
  expect(await kindsOf(worker, caseId)).toEqual([]);
  await record("ic3", "I2604151234567890");
  const { id } = await record("cas", "Voorbeeldfontein CAS 412/4/2026");
  expect(await kindsOf(worker, caseId)).toEqual(["cas", "ic3"]);
  await withdrawReference(worker, { referenceId: id, reason: "It belongs to another client." });
  expect(await kindsOf(worker, caseId)).toEqual(["ic3"]);
  expect(await kindsOf(worker, other)).toEqual([]);
  await bySql(org.service(), sql`update app.cases set number_kinds = '{cas}' where id = ${other}::uuid`);
  expect(await kindsOf(worker, other)).toEqual(["cas"]);
  await settleAccess(org.service());
  expect(await kindsOf(worker, other)).toEqual([]);
});

import { fillForm } from "@/lib/documents/forms/commands/fill-form";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { makeCaseToPrint } from "@/tests/support/case-to-print";
import { makeOrg } from "@/tests/support/org";
import { proved } from "@/tests/support/sessions";
import { mapForm } from "./map-form";

/** A mapped form, a case, and its caseworker with a fresh proof. */
export async function setUp() {
  const org = await makeOrg();
  const admin = await org.as("admin");
  const worker = await org.person("caseworker");
  const formId = await mapForm(admin);
  const { caseId, code } = await makeCaseToPrint(org, worker);
  const ctx = await proved(worker.ctx);
  const fill = async (by: Ctx = ctx) => fillForm(by, { caseId, formId, answers: ["isiZulu"] });
  return { org, admin, worker, ctx, formId, caseId, code, fill };
}

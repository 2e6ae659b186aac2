import { expect, test } from "vitest";
import { recordReference } from "@/lib/casework/references/commands/record-reference";
import { draft, textOf } from "@/tests/db/documents/papers/drafting";
import { makeOrg } from "@/tests/support/org";
import { plantCase } from "@/tests/support/plant";
import { plantAccount } from "@/tests/support/plant-matter";

test("an appeal names the number that the platform of its account gave, and no other platform's", async () => {
  const org = await makeOrg();
  const worker = await org.as("caseworker");
  const caseId = await plantCase(worker);
  const instagram = await plantAccount(worker, caseId, "158000001", "instagram");
  const facebook = await plantAccount(worker, caseId, "158000002", "facebook");
  const report = { caseId, kind: "platform_report", receivedVia: "email" };
  await recordReference(worker, { ...report, raw: "IG-0044-19", issuer: "Instagram" });
  const appeal = async (accountId: string) =>
    textOf(worker, caseId, await draft(worker, caseId, { template: "platform-appeal", signer: "advocate", accountId }));
  expect(await appeal(instagram)).toContain("IG-0044-19");
  expect(await appeal(facebook)).not.toContain("IG-0044-19");
  await recordReference(worker, { ...report, raw: "FB-0044-20", issuer: "Facebook", seenDuplicate: "on" });
  expect(await appeal(facebook)).toContain("FB-0044-20");
});

import { expect, test } from "vitest";
import { recordReference } from "@/lib/casework/references/commands/record-reference";
import { recordOutcome } from "@/lib/escalation/ladder/commands/record-outcome";
import { readStepPage } from "@/lib/escalation/ladder/queries";
import { formatDate } from "@/lib/platform/text/format";
import { takeFor } from "@/tests/db/packets/packets/taking";
import { makeCaseToPrint } from "@/tests/support/case-to-print";
import { makeOrg } from "@/tests/support/org";
import { homeToday } from "@/tests/support/plant-clock";

test("a packet says of each report to a platform what came of it, and of no other number", async () => {
  const org = await makeOrg();
  const worker = await org.person("caseworker", "Casper Werker");
  const made = await makeCaseToPrint(org, worker);
  const { caseId } = made;
  const today = homeToday(worker.ctx);
  const report = { caseId, kind: "platform_report", receivedVia: "email", issuedOn: today, seenDuplicate: "on" };
  const { id } = await recordReference(worker.ctx, { ...report, raw: "IG-7001-44", issuer: "Instagram" });
  await recordReference(worker.ctx, { ...report, raw: "XR-7001-45", issuer: "X" });
  const step = { caseId, stepKey: "platform-reports" };
  await recordOutcome(worker.ctx, { ...step, part: id, on: today, answer: "removed", note: "Taken down." });
  const parts = (await readStepPage(worker.ctx, caseId, step.stepKey)).view.parts;
  expect(parts.map((part) => part.status)).toContain("done");

  const { references } = await takeFor(worker, { of: made, kind: "mla_dossier" });
  const answerOf = (number: string) => references.find((reference) => reference.number === number)?.answer;
  expect(answerOf("IG-7001-44")).toBe(`removed on ${formatDate(today)}`);
  expect(answerOf("XR-7001-45")).toBe("no answer yet");
  const others = references.filter((reference) => reference.type !== "platform_report");
  expect(others.length).toBeGreaterThan(0);
  expect(others.every((reference) => reference.answer === null)).toBe(true);
});

import { describe, expect, test } from "vitest";
import { amendProvision } from "@/lib/law/provisions/amend-provision";
import { withdrawProvisionChange } from "@/lib/law/provisions/withdraw-provision-change";
import { mayBeApproved } from "@/lib/packets/packets/preflight/preflight";
import { checkDraft, getPacket } from "@/lib/packets/packets/queries";
import { readyPacket } from "@/tests/support/built-packet";
import { draft, makeCaseToPrint } from "@/tests/support/case-to-print";
import { bytesOf } from "@/tests/support/files";
import { offenceForm, proof } from "@/tests/support/law-change";
import { makeOrg, type Org, type Person } from "@/tests/support/org";
import { openPacket } from "@/tests/support/packet-file";
import { flatPagesOf } from "@/tests/support/pdf";

async function lines(worker: Person, caseId: string): Promise<Record<string, string>> {
  const found = await checkDraft(worker.ctx, caseId, draft);
  return Object.fromEntries(found.map((line) => [line.id, line.result]));
}

const amend = async (org: Org, key: string, change: Record<string, string>) =>
  amendProvision(await org.as("admin"), offenceForm(key, change));

describe("law in a packet", () => {
  test("that an administrator marked not in force is refused, in their organisation alone", async () => {
    const org = await makeOrg();
    const other = await makeOrg();
    const worker = await org.person("caseworker");
    const stranger = await other.person("caseworker");
    const mine = await makeCaseToPrint(org, worker);
    const theirs = await makeCaseToPrint(other, stranger);
    expect(await lines(worker, mine.caseId)).toMatchObject({ "M-06": "pass", "M-07": "pass" });
    await amend(org, "za-cca-15", { inForce: "no" });
    expect(await lines(worker, mine.caseId)).toMatchObject({ "M-06": "fail", "M-07": "fail" });
    expect(await lines(stranger, theirs.caseId)).toMatchObject({ "M-06": "pass", "M-07": "pass" });
    const back = { part: "offence", key: "za-cca-15", seen: "1", reason: "The Gazette was misread." };
    await withdrawProvisionChange(await org.as("admin"), back);
    expect(await lines(worker, mine.caseId)).toMatchObject({ "M-06": "pass", "M-07": "pass" });
  });

  test("of the other country is refused too, and law from after the acts", async () => {
    const org = await makeOrg();
    const worker = await org.person("caseworker");
    const { caseId } = await makeCaseToPrint(org, worker);
    await amend(org, "us-875c", { inForce: "no" });
    expect(await lines(worker, caseId)).toMatchObject({ "M-06": "pass", "M-07": "fail" });
    await amend(org, "za-cca-15", { inForceFrom: "2026-12-01" });
    expect(await lines(worker, caseId)).toMatchObject({ "M-06": "fail" });
  });

  test("stops the approval of a packet that is built, and the file names the administrator's source", async () => {
    const org = await makeOrg();
    const worker = await org.person("caseworker");
    await amend(org, "za-cca-15", { inForce: "no", maxPenalty: "Up to 33 years" });
    const { id } = await readyPacket(org, worker);
    const packet = await getPacket(worker.ctx, id);
    expect(packet.progress.error).toBeNull();
    expect(packet.preflight.find((line) => line.id === "M-07")).toMatchObject({ result: "fail" });
    const { stream } = await openPacket(worker.ctx, id);
    const text = (await flatPagesOf(await bytesOf(stream))).join(" ").replaceAll(/\s+/g, " ");
    expect(text).toContain("up to 33 years");
    expect(text).toContain(`${proof.source}`);
    expect(mayBeApproved(packet.preflight.map((line) => ({ ...line, override: null })))).toBe(false);
  });
});

import { beforeAll, describe, expect, test } from "vitest";
import { printRecall } from "@/lib/handover/recalls/print-recall";
import { listCaseRecalls } from "@/lib/handover/recalls/queries";
import { revokeRelease } from "@/lib/handover/releases/commands/revoke-release";
import { makeOrg, type Org, type Person } from "@/tests/support/org";
import { flatPagesOf } from "@/tests/support/pdf";
import { plantCopies } from "@/tests/support/plant-copies";
import { now } from "@/tests/support/plant-first-link";

let org: Org;
let worker: Person;

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.person("caseworker");
});

describe("printRecall", () => {
  test("is a letter to whoever holds the copy, with the number of the packet and nothing of the case", async () => {
    const { caseId, releaseId } = await plantCopies(org, worker);
    await revokeRelease(now(worker), { caseId, releaseId, reason: "The client is afraid" });
    for (const { id: recallId, who, code } of await listCaseRecalls(worker.ctx, caseId)) {
      const { bytes, name } = await printRecall(worker.ctx, { recallId });
      expect(name).toBe(`${code}-v1-recall.pdf`);
      const text = (await flatPagesOf(bytes)).join(" ");
      for (const message of [who, code, "taken back their written consent", "return or destroy"])
        expect(text).toContain(message);
      expect(text).not.toContain("afraid");
      expect(await org.auditOf(recallId)).toEqual(["recall.made", "recall.letter_printed"]);
    }
  });
});

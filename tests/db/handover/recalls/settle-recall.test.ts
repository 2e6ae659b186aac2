import { beforeAll, describe, expect, test } from "vitest";
import { listCaseRecalls, listRecalls } from "@/lib/handover/recalls/queries";
import { settleRecall } from "@/lib/handover/recalls/settle-recall";
import { revokeRelease } from "@/lib/handover/releases/commands/revoke-release";
import { listReleases } from "@/lib/handover/releases/queries";
import { listCasePackets } from "@/lib/packets/packets/queries";
import { makeOrg, type Org, type Person } from "@/tests/support/org";
import { plantCopies } from "@/tests/support/plant-copies";
import { now } from "@/tests/support/plant-first-link";
import { naming, signRelease } from "@/tests/support/sign-release";

let org: Org;
let worker: Person;

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.person("caseworker");
});

describe("revoking a release", () => {
  test("opens a recall for each copy that is out, and says so where the copies are listed", async () => {
    const { caseId, packetId, releaseId } = await plantCopies(org, worker);
    await revokeRelease(now(worker), { caseId, releaseId, reason: "The client is afraid" });
    const due = await listCaseRecalls(worker.ctx, caseId);
    expect(
      due.map(({ who, how, release }) => [who.includes("Reads") ? "reads" : "paper", how, release]).toSorted(),
    ).toEqual([
      ["paper", "paper", "REL-1"],
      ["reads", "portal", "REL-1"],
    ]);
    const { rows } = await listCasePackets(worker.ctx, caseId);
    const held = rows.find((row) => row.id === packetId)?.holders ?? [];
    expect(held.map(({ who, recall }) => [who.includes("Unread"), recall]).toSorted()).toEqual([
      [false, "due"],
      [false, "due"],
      [true, null],
    ]);
    const [first] = due;
    expect(await org.auditOf(first?.id ?? "")).toEqual(["recall.made"]);
    await settleRecall(now(worker), { recallId: first?.id, outcome: "destroyed" });
    const again = settleRecall(now(worker), { recallId: first?.id, outcome: "kept" });
    await expect(again).rejects.toMatchObject({ code: "conflict" });
    expect((await listRecalls(worker.ctx, packetId)).map(({ outcome }) => outcome).toSorted()).toEqual([
      "destroyed",
      null,
    ]);
  });

  test("what another release covers is not recalled", async () => {
    const { caseId, releaseId, reads, paper } = await plantCopies(org, worker);
    await signRelease(worker.ctx, caseId, { ...naming(reads), purpose: "Signed anew" });
    await revokeRelease(now(worker), { caseId, releaseId, reason: "For less" });
    expect(await listCaseRecalls(worker.ctx, caseId)).toMatchObject([{ how: "paper" }]);
    const [anew] = await listReleases(worker.ctx, caseId);
    await revokeRelease(now(worker), { caseId, releaseId: anew?.id, reason: "All of it" });
    expect((await listCaseRecalls(worker.ctx, caseId)).map(({ how }) => how).toSorted()).toEqual(["paper", "portal"]);
    const last = await signRelease(worker.ctx, caseId, { ...naming(reads, paper), purpose: "Once more" });
    await revokeRelease(now(worker), { caseId, releaseId: last, reason: "Not after all" });
    expect(await listCaseRecalls(worker.ctx, caseId)).toHaveLength(2);
  });
});

describe("settleRecall", () => {
  test("takes one of three answers, from the people of the case", async () => {
    const { caseId, releaseId } = await plantCopies(org, worker);
    await revokeRelease(now(worker), { caseId, releaseId, reason: "The client is afraid" });
    const [due] = await listCaseRecalls(worker.ctx, caseId);
    const input = { recallId: due?.id, outcome: "returned" };
    await expect(settleRecall(now(worker), { ...input, outcome: "lost" })).rejects.toHaveProperty("fields.outcome");
    await settleRecall(now(worker), input);
    expect(await org.auditOf(due?.id ?? "")).toEqual(["recall.made", "recall.settled"]);
  });
});

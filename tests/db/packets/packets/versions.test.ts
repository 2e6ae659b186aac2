import { beforeAll, describe, expect, test } from "vitest";
import { deliverPacket } from "@/lib/handover/handovers/commands/deliver-packet";
import { getHandover, listInbox, listToTell } from "@/lib/handover/handovers/queries";
import { assemblePacket } from "@/lib/packets/packets/building/assemble-packet";
import { approvePacket } from "@/lib/packets/packets/commands/approve-packet";
import { draftPacket } from "@/lib/packets/packets/commands/draft-packet";
import { checkDraft, getDraftChoices, getPacket } from "@/lib/packets/packets/queries";
import { deliveredPacket, reasonsFor } from "@/tests/support/built-packet";
import { draft, makeCaseToPrint, secrets } from "@/tests/support/case-to-print";
import { bytesOf } from "@/tests/support/files";
import { lookAtPictures } from "@/tests/support/look-at-pictures";
import { makeOrg, type Org, type Person } from "@/tests/support/org";
import { openPacket } from "@/tests/support/packet-file";
import { flatPagesOf } from "@/tests/support/pdf";

let org: Org;
let worker: Person;
let officer: Person;

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.person("caseworker");
  officer = await org.person("liaison");
});

describe("a second version", () => {
  test("says what changed and who holds the first, and the officer is told which one counts", async () => {
    const first = await deliveredPacket(org, worker, officer);
    const asks = { A1: { subscriber: "on", to: "2026-11-21" } };
    const { id } = await draftPacket(worker.ctx, { caseId: first.caseId, ...draft, asks });
    await assemblePacket(org.service(), { packetId: id });
    const second = await getPacket(worker.ctx, id);
    expect(second).toMatchObject({ version: 2, supersedes: { id: first.id } });
    expect(await getPacket(worker.ctx, first.id)).toMatchObject({ supersededBy: null });
    const { stream } = await openPacket(worker.ctx, id);
    const text = (await flatPagesOf(await bytesOf(stream))).join(" ");
    expect(text).toContain("Items sought");
    expect(text).toContain("Sergeant, SAPS, Voorbeeldfontein");
    expect(text).not.toContain("liaison person");
    await lookAtPictures(worker.ctx, id);
    await approvePacket(await org.confirmed("supervisor"), { packetId: id, overrides: await reasonsFor(worker, id) });
    await assemblePacket(org.service(), { packetId: id });
    expect(await getPacket(worker.ctx, first.id)).toMatchObject({ supersededBy: { id, version: 2 } });
    expect(await listToTell(worker.ctx, id)).toMatchObject([
      { version: 1, how: "portal", who: expect.stringContaining("liaison person") },
    ]);
    const next = await deliverPacket(await org.confirmed(worker), { packetId: id, liaisonId: officer.memberId });
    expect(await getHandover(officer.ctx, first.handoverId)).toMatchObject({
      newer: { handoverId: next.id, version: 2 },
    });
    expect(await listToTell(worker.ctx, id)).toEqual([]);
    expect((await listInbox(officer.ctx)).map((item) => item.version)).toEqual([2, 1]);
  });
});

describe("a second version of an unchanged case", () => {
  test("says that nothing changed, though the ledgers grew meanwhile", async () => {
    const first = await deliveredPacket(org, worker, officer);
    const { id } = await draftPacket(worker.ctx, { caseId: first.caseId, ...draft });
    await assemblePacket(org.service(), { packetId: id });
    const { stream } = await openPacket(worker.ctx, id);
    const text = (await flatPagesOf(await bytesOf(stream))).join(" ");
    expect(text).toContain("Nothing that is printed was added, changed or left out since then.");
  });
});

describe("checkDraft", () => {
  test("answers as the building would, and keeps nothing", async () => {
    const { caseId } = await makeCaseToPrint(org, worker, { files: ["note.txt"] });
    // The acts of this case are of October 2026, and the law was read in November: both are fresh on that day.
    const then = { ...worker.ctx, now: new Date("2026-11-24T08:00:00Z") };
    const lines = await checkDraft(then, caseId, draft);
    const failed = lines.filter((line) => line.result === "fail").map((line) => line.id);
    // Its releases name no officer, and the station names the town of the client.
    expect(failed).toEqual(["M-14", "M-22", "M-24", "M-51"]);
    const leaky = await checkDraft(then, caseId, { ...draft, purpose: `For ${secrets.name}` });
    expect(leaky.find((line) => line.id === "M-27")).toMatchObject({
      result: "fail",
      reason: expect.stringContaining("The purpose: contains the client’s name"),
    });
    const unstated = await checkDraft(then, caseId, { ...draft, stage: "" });
    expect(unstated.find((line) => line.id === "M-04")).toMatchObject({ result: "fail" });
    expect((await getDraftChoices(worker.ctx, caseId, "mla_dossier")).nextVersion).toBe(1);
  });

  test("is blind to a case of another organisation", async () => {
    const { caseId } = await makeCaseToPrint(org, worker, { files: [] });
    const other = await makeOrg();
    await expect(checkDraft(await other.as("supervisor"), caseId, draft)).rejects.toMatchObject({ code: "not_found" });
  });
});

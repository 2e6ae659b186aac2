import { beforeAll, describe, expect, test } from "vitest";
import { redeemFirstLink } from "@/lib/auth/first-contact/redeem-first-link";
import { readExhibit } from "@/lib/evidence/exhibits/queries";
import { noteTransfer } from "@/lib/handover/first-contact/commands/note-transfer";
import { approvedPacket } from "@/tests/support/built-packet";
import { makeOrg, type Org, type Person } from "@/tests/support/org";
import { plantDoor, plantOpenDoor } from "@/tests/support/plant-first-link";

let org: Org;
let worker: Person;
let officer: Person;

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.person("caseworker");
  officer = await org.person("liaison", "Lindiwe Example");
});

const parties = () => ({ org, worker, officer });

describe("noteTransfer", () => {
  test("each exhibit’s ledger names the officer and the moment, once", async () => {
    const {
      id: packetId,
      caseId,
      exhibitIds,
    } = await approvedPacket(org, worker, {
      files: ["photo.jpg"],
      to: officer,
    });
    const { linkId, keys, code } = await plantOpenDoor(parties(), Promise.resolve({ caseId, packetId }));
    await redeemFirstLink(keys, { code });
    for (let i = 0; i < 2; i++) await noteTransfer(org.service(), { linkId });
    const { ledger } = await readExhibit(worker.ctx, caseId, exhibitIds[0] ?? "");
    const lines = ledger.events.filter((event) => event.action === "transferred");
    expect(lines).toMatchObject([{ purpose: expect.stringMatching(/by a first-contact link$/) }]);
    expect(await org.auditOf(linkId)).toContain("first_link.transfer_noted");
  });

  test("is of a link that was opened", async () => {
    const { linkId } = await plantDoor(parties());
    await expect(noteTransfer(org.service(), { linkId })).rejects.toMatchObject({ code: "not_found" });
    await expect(noteTransfer(org.service(), { linkId: "none" })).rejects.toHaveProperty("fields.linkId");
  });
});

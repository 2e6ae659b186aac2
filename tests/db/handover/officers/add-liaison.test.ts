import { beforeAll, describe, expect, test } from "vitest";
import { acceptInvitation } from "@/lib/auth/sign-in/accept-invitation";
import { deliverPacket } from "@/lib/handover/handovers/commands/deliver-packet";
import { addLiaison } from "@/lib/handover/officers/add-liaison";
import { noteCallback } from "@/lib/handover/officers/note-callback";
import { listOfficers } from "@/lib/handover/officers/queries";
import { renewAccess } from "@/lib/organisation/members/commands/renew-access";
import { makeOrg, type Org } from "@/tests/support/org";
import { plantRelease } from "@/tests/support/plant-access";
import { plantToGive } from "@/tests/support/plant-first-link";

let org: Org;

beforeAll(async () => {
  org = await makeOrg();
});

let number = 0;
const input = (over: Record<string, unknown> = {}) => ({
  name: "Nomsa Example",
  rank: "Sergeant",
  agency: "SAPS",
  unit: "Voorbeeldfontein",
  forceNumber: "0000002-2",
  email: `officer-${org.id.slice(-8)}-${++number}@test.example`,
  address: "Example Street 1",
  phone: "021 000 0100",
  ...over,
});
const call = { phone: "021 000 0100", source: "The police’s own page", answeredBy: "The desk", result: "confirmed" };
const find = async (id: string) =>
  (await listOfficers(await org.as("supervisor"))).find((officer) => officer.id === id);

describe("addLiaison", () => {
  test("enters an officer without an account, audited; who entered them does not confirm them, somebody else does", async () => {
    const { id } = await addLiaison(await org.as("supervisor"), input());
    expect(await org.auditOf(id)).toEqual(["liaison.added"]);
    expect(await find(id)).toMatchObject({ hasAccount: false, standing: "unconfirmed", addedBy: "supervisor person" });
    const noted = { ...call, liaisonId: id };
    await expect(noteCallback(await org.as("supervisor"), noted)).rejects.toHaveProperty("fields.result");
    await noteCallback(await org.as("admin"), noted);
    expect(await find(id)).toMatchObject({ standing: "confirmed" });
    const worker = await org.person("caseworker");
    const { packetId } = await plantToGive({ org, worker, officer: await org.person("liaison") });
    const inPortal = deliverPacket(await org.confirmed(worker), { packetId, liaisonId: id });
    await expect(inPortal).rejects.toMatchObject({ fields: { liaisonId: expect.stringContaining("has no account") } });
  });

  test("an administrator gives them an account later, and the entry stays as it was confirmed", async () => {
    const { id } = await addLiaison(await org.as("supervisor"), input());
    await noteCallback(await org.as("admin"), { ...call, liaisonId: id });
    const { token, id: linkId } = await renewAccess(await org.confirmed("admin"), {
      memberId: id,
      lost: "password",
      madeSure: "called_back",
    });
    // There is a case by now, so a supervisor releases a link to an account.
    await plantRelease(org.id, linkId);
    await acceptInvitation({ token, name: "Nomsa Example", password: "four plain words together" });
    expect(await find(id)).toMatchObject({ hasAccount: true, standing: "confirmed" });
  });

  test("stands in the directory of its own organisation", async () => {
    const other = await makeOrg();
    const { id } = await addLiaison(await other.as("supervisor"), input());
    expect(await find(id)).toBeUndefined();
  });

  test("names the field that needs another look, and the same address twice at once is entered once", async () => {
    const supervisor = await org.as("supervisor");
    for (const field of ["name", "rank", "agency", "unit", "forceNumber", "email"])
      await expect(addLiaison(supervisor, input({ [field]: "" })), field).rejects.toHaveProperty(`fields.${field}`);
    const same = input();
    const both = await Promise.allSettled([addLiaison(supervisor, same), addLiaison(supervisor, same)]);
    expect(both.map((result) => result.status).toSorted()).toEqual(["fulfilled", "rejected"]);
    await expect(addLiaison(supervisor, same)).rejects.toHaveProperty("fields.email");
  });
});

import { beforeAll, describe, expect, test } from "vitest";
import { amendLiaison as write } from "@/lib/handover/officers/amend-liaison";
import { noteCallback } from "@/lib/handover/officers/note-callback";
import { listOfficers } from "@/lib/handover/officers/queries";
import { owner } from "@/tests/support/db";
import { makeOrg, type Org } from "@/tests/support/org";
import { seeing } from "@/tests/support/seeing";
import { changed } from "@/tests/support/walls";

const amendLiaison = seeing(write, "liaisonId");

let org: Org;

const entry = {
  name: "Lindiwe Example",
  rank: "Sergeant",
  forceNumber: "0000001-1",
  agency: "SAPS",
  unit: "Voorbeeldfontein",
  address: "Voorbeeldfontein station, Example Street 1",
  phone: "021 000 0100",
};
const call = { phone: "012 000 0100", source: "The directory", answeredBy: "The desk", result: "confirmed" };

beforeAll(async () => {
  org = await makeOrg();
});

const read = async (id: string) =>
  (await listOfficers(await org.as("caseworker"))).find((officer) => officer.id === id);
const officer = async () => (await org.person("liaison", entry.name)).memberId;

describe("amendLiaison", () => {
  test("changes an entry and says which fields in the log", async () => {
    const liaisonId = await officer();
    await amendLiaison(await org.as("supervisor"), { ...entry, liaisonId, rank: "Warrant Officer" });
    expect(await read(liaisonId)).toMatchObject({ rank: "Warrant Officer", standing: "confirmed", changedBy: null });
    expect(await org.auditOf(liaisonId)).toContain("liaison.amended");
  });

  test("a time zone is kept without another call-back, and one that is none is refused", async () => {
    const liaisonId = await officer();
    const supervisor = await org.as("supervisor");
    await amendLiaison(supervisor, { ...entry, liaisonId, zone: "Africa/Johannesburg" });
    expect(await read(liaisonId)).toMatchObject({
      zone: "Africa/Johannesburg",
      standing: "confirmed",
      changedBy: null,
    });
    await expect(amendLiaison(supervisor, { ...entry, liaisonId, zone: "Somewhere" })).rejects.toMatchObject({
      fields: { zone: expect.stringContaining("no such time zone") },
    });
  });

  test.each([
    ["name", "Lindiwe Other"],
    ["forceNumber", "0000009-9"],
    ["agency", "NPA"],
    ["unit", "Elsewhere"],
    ["address", "desk@police.example"],
    ["phone", "021 000 0199"],
  ])("a new %s takes the confirmation away, and whoever changed it cannot give it back", async (field, value) => {
    const liaisonId = await officer();
    const supervisor = await org.as("supervisor");
    await amendLiaison(supervisor, { ...entry, liaisonId, [field]: value });
    const after = await read(liaisonId);
    expect(after).toMatchObject({ [field]: value, standing: "unconfirmed", changedBy: "supervisor person" });
    await expect(noteCallback(supervisor, { ...call, liaisonId })).rejects.toMatchObject({
      fields: { result: expect.stringContaining("You changed this entry") },
    });
    const another = await org.person("supervisor");
    await expect(noteCallback(another.ctx, { ...call, liaisonId })).resolves.toBeTruthy();
  });

  test("is for administrators too", async () => {
    const input = { ...entry, liaisonId: await officer(), unit: "Elsewhere" };
    await expect(amendLiaison(await org.as("admin"), input)).resolves.toBeUndefined();
  });

  test("names the field that needs another look; the same again is a conflict", async () => {
    const input = { ...entry, liaisonId: await officer() };
    const admin = await org.as("admin");
    for (const field of ["name", "rank", "forceNumber", "agency", "unit"]) {
      await expect(amendLiaison(admin, { ...input, [field]: " " })).rejects.toHaveProperty(`fields.${field}`);
    }
    await expect(amendLiaison(admin, { ...input, phone: "call me" })).rejects.toHaveProperty("fields.phone");
    await expect(amendLiaison(admin, input)).rejects.toMatchObject({ code: "conflict" });
  });

  test("a supervisor reaches nothing of a member but an officer’s name", async () => {
    const supervisor = await org.as("supervisor");
    const liaisonId = await officer();
    const { memberId } = await org.person("caseworker");
    for (const set of ["removed_at = now()", "email = 'x@test.example'", "role = 'admin'"]) {
      expect(await changed(supervisor, `update app.members set ${set} where id = '${liaisonId}'`), set).toBe(0);
    }
    expect(await changed(supervisor, `update app.members set name = 'X' where id = '${memberId}'`)).toBe(0);
  });

  test("an officer of before stays in use while blanks are filled, and not after a change", async () => {
    const { memberId: liaisonId } = await org.unconfirmed(entry.name);
    await fromBefore(liaisonId);
    const admin = await org.as("admin");
    await amendLiaison(admin, { ...entry, liaisonId });
    expect(await read(liaisonId)).toMatchObject({ standing: "before", phone: entry.phone });
    await amendLiaison(admin, { ...entry, liaisonId, phone: "021 000 0111" });
    expect(await read(liaisonId)).toMatchObject({ standing: "unconfirmed" });
  });
});

/** As the migration left those who were registered before it: no address, no phone, no call-back. */
async function fromBefore(liaisonId: string): Promise<void> {
  await owner().begin(async (sql) => {
    await sql`alter table app.liaisons disable trigger keep_liaison`;
    await sql`select ctx.put(${org.id}::uuid, null, 'service')`;
    await sql`update app.liaisons set from_before = true, address = '', phone = '' where member_id = ${liaisonId}`;
    await sql`alter table app.liaisons enable trigger keep_liaison`;
  });
}

import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { deliverPacket } from "@/lib/handover/handovers/commands/deliver-packet";
import { amendLiaison } from "@/lib/handover/officers/amend-liaison";
import { noteCallback } from "@/lib/handover/officers/note-callback";
import { listOfficers } from "@/lib/handover/officers/queries";
import type { OfficerView } from "@/lib/handover/officers/types";
import { type Ctx, withTransaction } from "@/lib/kernel/access/ctx";
import { sqlState } from "@/lib/kernel/access/database-errors";
import { approvedPacket } from "@/tests/support/built-packet";
import { makeOrg, type Org, type Person } from "@/tests/support/org";
import { signRelease } from "@/tests/support/sign-release";
import { changed, plantRow, whoSees } from "@/tests/support/walls";

let org: Org;
let officer: Person;

const call = {
  phone: "012 000 0100",
  source: "The telephone directory",
  answeredBy: "Constable Example",
  result: "confirmed",
};

beforeAll(async () => {
  org = await makeOrg();
  officer = await org.unconfirmed("Lindiwe Example");
});

const standing = async (of: Org, id: string) =>
  (await listOfficers(await of.as("supervisor"))).find((officer) => officer.id === id);

describe("noteCallback", () => {
  test("confirms an officer after a call by somebody else, and the directory shows who and when", async () => {
    const input = { ...call, liaisonId: officer.memberId };
    const supervisor = await org.as("supervisor");
    expect(await standing(org, officer.memberId)).toMatchObject({ standing: "unconfirmed", callbacks: [] });
    await noteCallback(supervisor, { ...input, result: "not_confirmed", answeredBy: "Nobody" });
    expect(await standing(org, officer.memberId)).toMatchObject({ standing: "unconfirmed" });
    await noteCallback(supervisor, input);
    expect(await standing(org, officer.memberId)).toMatchObject({
      standing: "confirmed",
      confirmedBy: "supervisor person",
      addedBy: "Admin Person",
      callbacks: [{ answeredBy: "Constable Example", phone: "012 000 0100" }, { result: "not_confirmed" }],
    });
    expect(await org.auditOf(officer.memberId)).toEqual(
      expect.arrayContaining(["liaison.called_back", "liaison.confirmed"]),
    );
    await expect(noteCallback(supervisor, input)).rejects.toMatchObject({ code: "conflict" });
  });

  test("whoever added the officer cannot, by the command or by Postgres", async () => {
    // An organisation of its own: the planted line of its ledger opens for nobody.
    const own = await makeOrg();
    const { memberId: liaisonId } = await own.unconfirmed();
    const admin = await own.as("admin");
    await expect(noteCallback(admin, { ...call, liaisonId })).rejects.toMatchObject({
      code: "invalid",
      fields: { result: expect.stringContaining("You added this officer") },
    });
    const me = admin.actor.memberId ?? "";
    const keyId = await indexKey(admin);
    const parents = { org_id: own.id, liaison_id: liaisonId, key_id: keyId, called_by: me, result: "confirmed" };
    const id = await plantRow("liaison_callbacks", { orgId: own.id, memberId: me, role: "admin", parents });
    const sure = `update app.liaisons set confirmed_by = '${me}', confirmed_at = now(), callback_id = '${id}'
      where member_id = '${liaisonId}'`;
    expect(await changed(admin, sure)).toBe(0);
    const asOther = sure.replace(me, (await own.as("supervisor")).actor.memberId ?? "");
    expect(await changed(admin, asOther)).toBe(0);
    expect(await changed(admin, `update app.liaisons set added_by = null where member_id = '${liaisonId}'`)).toBe(0);
    expect(await changed(admin, `update app.liaisons set from_before = true where member_id = '${liaisonId}'`)).toBe(0);
  });

  test("nor whoever changed the entry before somebody else did, until it is confirmed", async () => {
    const own = await makeOrg();
    const { memberId: liaisonId } = await own.unconfirmed();
    const first = () => own.as("supervisor");
    const last = () => own.as("admin");
    const { name, rank, forceNumber, agency, unit, address } = (await standing(own, liaisonId)) as OfficerView;
    const fields = { liaisonId, name, rank, forceNumber, agency, unit, address };
    await amendLiaison(await first(), { ...fields, version: 0, phone: "012 000 0177" });
    await amendLiaison(await last(), { ...fields, version: 1, phone: "012 000 0178" });
    const refused = { code: "invalid", fields: { result: expect.stringContaining("You changed this entry") } };
    await expect(noteCallback(await first(), { ...call, liaisonId })).rejects.toMatchObject(refused);
    const [shown] = (await listOfficers(await first())).filter(({ id }) => id === liaisonId);
    expect(shown?.whyNotConfirm).toContain("You changed this entry");
    const third = (await own.person("supervisor", "Third Person")).ctx;
    await noteCallback(third, { ...call, liaisonId });
    await amendLiaison(await last(), { ...fields, version: 2, phone: "012 000 0179" });
    await noteCallback(await first(), { ...call, liaisonId });
    await amendLiaison(await first(), { ...fields, version: 3, phone: "012 000 0180" });
    await amendLiaison(await last(), { ...fields, version: 4, phone: "012 000 0181" });
    const me = (await first()).actor.memberId ?? "";
    const parents = { org_id: own.id, liaison_id: liaisonId, key_id: await indexKey(await first()), called_by: me };
    const planted = { orgId: own.id, memberId: me, role: "supervisor", parents: { ...parents, result: "confirmed" } };
    const sure = `confirmed_by = '${me}', confirmed_at = now(), callback_id = '${await plantRow("liaison_callbacks", planted)}'`;
    await changed(await first(), `update app.liaisons set editors = '{}' where member_id = '${liaisonId}'`);
    for (const set of [sure, `editors = '{}', ${sure}`]) {
      expect(await changed(await first(), `update app.liaisons set ${set} where member_id = '${liaisonId}'`)).toBe(0);
    }
  });

  test("names the field that needs another look", async () => {
    const input = { ...call, liaisonId: (await org.unconfirmed()).memberId };
    const supervisor = await org.as("supervisor");
    const wrong = async (over: Record<string, string>) =>
      noteCallback(supervisor, { ...input, ...over }).catch((error: { fields: object }) => Object.keys(error.fields));
    expect(await wrong({ phone: "the desk" })).toEqual(["phone"]);
    expect(await wrong({ source: "", answeredBy: "" })).toEqual(["source", "answeredBy"]);
    expect(await wrong({ result: "" })).toEqual(["result"]);
    expect(await wrong({ at: "2026-11-24T10:00", zone: "Nowhere/At all" })).toEqual(["zone"]);
    expect(await wrong({ at: "2126-11-24T10:00", zone: "Africa/Johannesburg" })).toEqual(["at"]);
  });

  test("two at once confirm once; a packet goes only to a confirmed officer, and to none whom the office denies", async () => {
    const { memberId: liaisonId } = await org.unconfirmed();
    const worker = await org.person("caseworker");
    const { id: packetId, caseId } = await approvedPacket(org, worker);
    const giver = await org.confirmed(worker);
    const hand = () => deliverPacket(giver, { packetId, liaisonId });
    const held = { code: "invalid", fields: { liaisonId: expect.stringContaining("call their office back") } };
    await expect(hand()).rejects.toMatchObject(held);
    const supervisor = await org.as("supervisor");
    const both = await Promise.allSettled([1, 2].map(() => noteCallback(supervisor, { ...call, liaisonId })));
    expect(both.map((result) => result.status).toSorted()).toEqual(["fulfilled", "rejected"]);
    await signRelease(worker.ctx, caseId, { officers: { [liaisonId]: "on" } });
    await noteCallback(supervisor, { ...call, liaisonId, result: "not_known" });
    await expect(hand()).rejects.toMatchObject(held);
    await noteCallback(supervisor, { ...call, liaisonId });
    await expect(hand()).resolves.toBeTruthy();
  });

  test("the ledger of calls is seen by staff, grows only, and is of whoever called", async () => {
    const other = await makeOrg();
    const readers = {
      worker: await org.as("caseworker"),
      supervisor: await org.as("supervisor"),
      admin: await org.as("admin"),
      liaison: officer.ctx,
      stranger: await other.as("supervisor"),
    };
    expect(await whoSees("liaison_callbacks", readers)).toEqual(["admin", "supervisor", "worker"]);
    for (const ctx of Object.values(readers)) {
      expect(await changed(ctx, "update app.liaison_callbacks set result = 'confirmed'")).toBe(0);
      expect(await changed(ctx, "delete from app.liaison_callbacks")).toBe(0);
    }
    const forged = withTransaction(readers.supervisor, "read write", ({ db }) =>
      db.execute(sql`insert into app.liaison_callbacks select gen_random_uuid(), org_id, liaison_id,
        ${readers.admin.actor.memberId}::uuid, called_at, result, words, key_id, noted_at
        from app.liaison_callbacks limit 1`),
    );
    expect(await forged.then(() => null, sqlState)).toBe("42501");
  });
});

async function indexKey(ctx: Ctx): Promise<string> {
  const [row] = await withTransaction(ctx, "read only", ({ db }) =>
    db.execute<{ id: string }>(sql`select id from app.data_keys where purpose = 'index'`),
  );
  return row?.id ?? "";
}

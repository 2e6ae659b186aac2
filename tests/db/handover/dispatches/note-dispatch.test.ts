import { beforeAll, describe, expect, test } from "vitest";
import { findCase } from "@/lib/casework/cases/access";
import { listPackets } from "@/lib/casework/references/registers/queries";
import { readManyFacts } from "@/lib/escalation/ladder/read-many-facts";
import { readExhibit } from "@/lib/evidence/exhibits/queries";
import { noteDispatch } from "@/lib/handover/dispatches/note-dispatch";
import { listDispatches } from "@/lib/handover/dispatches/queries";
import { officePlace } from "@/lib/handover/dispatches/rules";
import { revokeRelease } from "@/lib/handover/releases/commands/revoke-release";
import { type Ctx, withTransaction } from "@/lib/kernel/access/ctx";
import { openVault } from "@/lib/kernel/access/vault";
import { findPacket } from "@/lib/packets/packets/access";
import { receiverLabels } from "@/lib/packets/packets/labels";
import { getPacket } from "@/lib/packets/packets/queries";
import { holderParts } from "@/lib/packets/packets/snapshot/history";
import { readEarlier } from "@/lib/packets/packets/snapshot/read-case";
import { newId } from "@/lib/platform/ids";
import { wallTime } from "@/lib/platform/time/zone";
import { approvedPacket, draftedPacket, type MadePacket } from "@/tests/support/built-packet";
import { makeOrg, type Org, type Person } from "@/tests/support/org";
import { pastTriggers } from "@/tests/support/plant-everywhere";
import { naming, signRelease } from "@/tests/support/sign-release";
import { changed, whoSees } from "@/tests/support/walls";

let org: Org;
let worker: Person;
let officer: Person;
let made: MadePacket;
const zone = "Africa/Johannesburg";

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.person("caseworker");
  officer = await org.person("liaison", "Lindiwe Example");
  made = await approvedPacket(org, worker, { files: ["photo.jpg"], released: false });
});

/** As the form sends it: a minute on the wall, after the approval. */
const sent = (over: Record<string, unknown> = {}) => ({
  packetId: made.id,
  method: "courier",
  at: now(),
  zone,
  liaisonId: officer.memberId,
  ...over,
});

describe("noteDispatch", () => {
  test("nothing is noted that no release covers on the day it left, and nothing to an office in words", async () => {
    const input = sent();
    await expect(noteDispatch(acting(), input)).rejects.toMatchObject({
      code: "invalid",
      fields: { liaisonId: expect.stringContaining("No release names this officer") },
    });
    const releaseId = await signRelease(worker.ctx, made.caseId, { purpose: "First", ...naming(officer) });
    const toOffice = { ...input, liaisonId: "", office: "Investigating officer" };
    await expect(noteDispatch(acting(), toOffice)).rejects.toHaveProperty("fields.liaisonId");
    await revokeRelease(worker.ctx, { caseId: made.caseId, releaseId, reason: "The client is afraid" });
    await expect(noteDispatch(acting(), input)).rejects.toMatchObject({
      fields: { liaisonId: expect.stringContaining("was revoked on") },
    });
    await signRelease(worker.ctx, made.caseId, naming(officer));
  });

  test("stands in the log, audited, with receiver and proof sealed and each exhibit’s ledger told", async () => {
    const { id } = await noteDispatch(acting(), sent({ proof: "RR 123 456 789 ZA" }));
    expect(await listDispatches(worker.ctx, made.id)).toMatchObject([
      {
        id,
        method: "courier",
        to: "Sergeant Lindiwe Example, SAPS Voorbeeldfontein",
        withAnnex: false,
        proof: "RR 123 456 789 ZA",
        sentBy: "caseworker person",
        notedBy: "caseworker person",
      },
    ]);
    const { status, holders } = await getPacket(worker.ctx, made.id);
    expect(status).toBe("handed_over");
    expect(holders).toMatchObject([{ id, how: "paper", who: "Sergeant Lindiwe Example, SAPS Voorbeeldfontein" }]);
    const [listed] = (await listPackets(worker.ctx, {})).rows;
    expect(listed).toMatchObject({ id: made.id, deliveredAt: null, sentAt: holders[0]?.deliveredAt });
    const facts = await withTransaction(worker.ctx, "read only", async (ctx) =>
      readManyFacts(ctx, [await findCase(ctx, made.caseId)]),
    );
    expect(facts.get(made.caseId)).toMatchObject({
      handovers: [{ acknowledgedOn: null }],
      packets: [{ status: "handed_over" }],
    });
    expect(await org.auditOf(made.id)).toContain("packet.dispatched");
    const { ledger } = await readExhibit(worker.ctx, made.caseId, made.exhibitIds[0] ?? "");
    expect(ledger.events.at(-1)).toMatchObject({
      action: "transferred",
      purpose: expect.stringMatching(/outside the portal$/),
    });
  });

  test("says at the field that there is no such officer", async () => {
    const other = await makeOrg();
    const stranger = (await other.person("liaison")).memberId;
    const abroad = noteDispatch(acting(), sent({ liaisonId: stranger }));
    await expect(abroad).rejects.toMatchObject({ code: "not_found", fields: { liaisonId: expect.any(String) } });
  });

  test("names the field that needs another look", async () => {
    const at = now();
    const wrong: [string, Record<string, unknown>][] = [
      ["method", { method: "pigeon" }],
      ["at", { at: "2126-11-24T10:00" }],
      ["at", { at: "2020-01-01T10:00" }],
      ["zone", { zone: "Nowhere" }],
      ["liaisonId", { liaisonId: "" }],
      ["sentBy", { sentBy: officer.memberId }],
      ["liaisonId", { liaisonId: (await org.unconfirmed()).memberId }],
      ["withAnnex", { withAnnex: "on" }],
    ];
    for (const [field, over] of wrong) {
      await expect(noteDispatch(acting(), sent({ at, ...over })), field).rejects.toHaveProperty(`fields.${field}`);
    }
  });

  test("the sealed annex wants a fresh proof of who notes it", async () => {
    await signRelease(worker.ctx, made.caseId, { identity: "on", purpose: "To phone the client", ...naming(officer) });
    const input = sent({ method: "by_hand", withAnnex: "on" });
    await expect(noteDispatch(await org.coded(worker), input)).rejects.toHaveProperty("fields.passkey");
    await noteDispatch(await org.confirmed(worker), input);
    expect(await listDispatches(worker.ctx, made.id)).toMatchObject([{ withAnnex: true }, {}]);
  });

  test("the next version prints who holds this one on paper, by office and without a name", async () => {
    const id = await plantOfficeDispatch("Investigating officer Example, Fynbos Road");
    const { holders } = await withTransaction(worker.ctx, "read only", async (ctx) => {
      const { number, version } = await findPacket(ctx, made.id);
      const { keyId } = await findCase(ctx, made.caseId);
      const earlier = await readEarlier(ctx, { caseId: made.caseId, number, version: version + 1 }, keyId);
      expect(earlier.holders.some((holder) => holder.id === id)).toBe(true);
      return holderParts(earlier.holders, zone);
    });
    const printed = holders?.map(({ version, holder, state }) => [version, holder, state]);
    expect(printed).toContainEqual([1, "Sergeant, SAPS, Voorbeeldfontein", "sent outside the portal"]);
    expect(printed).toContainEqual([1, receiverLabels.investigating_officer, "sent outside the portal"]);
    expect(JSON.stringify(printed)).not.toContain("Example");
  });

  test("the same twice is noted once, and only of an approved version", async () => {
    const input = sent({ method: "registered_post" });
    const both = await Promise.allSettled([noteDispatch(acting(), input), noteDispatch(acting(), input)]);
    expect(both.map((result) => result.status).toSorted()).toEqual(["fulfilled", "rejected"]);
    const early = await draftedPacket(org, worker);
    await expect(noteDispatch(acting(), { ...input, packetId: early.id })).rejects.toMatchObject({
      code: "conflict",
    });
  });

  test("the ledger is seen by the people of the case and only grows", async () => {
    const other = await makeOrg();
    const readers = {
      worker: worker.ctx,
      supervisor: await org.as("supervisor"),
      colleague: (await org.person("caseworker")).ctx,
      admin: await org.as("admin"),
      liaison: officer.ctx,
      stranger: await other.as("supervisor"),
    };
    expect(await whoSees("dispatches", readers)).toEqual(["supervisor", "worker"]);
    for (const ctx of Object.values(readers)) {
      expect(await changed(ctx, "update app.dispatches set method = 'other'")).toBe(0);
      expect(await changed(ctx, "delete from app.dispatches")).toBe(0);
    }
  });
});

/** What was noted to an office in words before releases named officers. Gives its id. */
async function plantOfficeDispatch(office: string): Promise<string> {
  const id = newId();
  const sealed = await withTransaction(org.service(), "read only", async (ctx) =>
    (await openVault(ctx, (await findCase(ctx, made.caseId)).keyId)).seal(officePlace(id), office),
  );
  await pastTriggers("dispatches", {
    id,
    org_id: org.id,
    case_id: made.caseId,
    packet_id: made.id,
    method: "courier",
    sent_at: new Date(),
    sent_by: worker.memberId,
    office: sealed,
    noted_by: worker.memberId,
    noted_at: new Date(),
  });
  return id;
}

/** This minute on the wall. */
function now(): string {
  return wallTime(new Date(), zone);
}

/** A request of the worker that is made now: the packet was approved after they signed in. */
function acting(): Ctx {
  return { ...worker.ctx, now: new Date() };
}

import { beforeAll, describe, expect, test } from "vitest";
import { closeCase } from "@/lib/casework/cases/commands/close-case";
import { reopenCase } from "@/lib/casework/cases/commands/reopen-case";
import { readExhibit } from "@/lib/evidence/exhibits/queries";
import { noteDispatch } from "@/lib/handover/dispatches/note-dispatch";
import { deliverPacket } from "@/lib/handover/handovers/commands/deliver-packet";
import { openHandover } from "@/lib/handover/handovers/commands/open-handover";
import { getHandover, listDeliveries, listInbox } from "@/lib/handover/handovers/queries";
import { revokeRelease } from "@/lib/handover/releases/commands/revoke-release";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { approvePacket } from "@/lib/packets/packets/commands/approve-packet";
import { getPacket } from "@/lib/packets/packets/queries";
import { wallTime } from "@/lib/platform/time/zone";
import { approvedPacket, readyPacket, reasonsFor } from "@/tests/support/built-packet";
import { secrets } from "@/tests/support/case-to-print";
import { makeOrg, type Org, type Person } from "@/tests/support/org";
import { now, plantToGive } from "@/tests/support/plant-first-link";
import { plantVersion } from "@/tests/support/plant-handover";
import { naming, signRelease } from "@/tests/support/sign-release";

let org: Org;
let worker: Person;
/** The same person after a fresh proof. */
let giver: Ctx;
let officer: Person;

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.person("caseworker");
  giver = await org.confirmed(worker);
  officer = await org.person("liaison", "Lindiwe Example");
});

describe("deliverPacket", () => {
  test("puts the packet in the officer’s inbox and in nobody else’s", async () => {
    const { id } = await approvedPacket(org, worker, { to: officer });
    const message = "Please ask for preservation first.";
    const handover = await deliverPacket(giver, { packetId: id, liaisonId: officer.memberId, message });
    expect((await getPacket(worker.ctx, id)).status).toBe("handed_over");
    expect(await listInbox(officer.ctx)).toMatchObject([{ handoverId: handover.id, version: 1, openedAt: null }]);
    const another = await org.person("liaison");
    expect(await listInbox(another.ctx)).toEqual([]);
    const [delivery] = await listDeliveries(worker.ctx, id);
    expect(delivery).toMatchObject({ liaisonName: "Lindiwe Example", message, events: [{ event: "delivered" }] });
    expect(await org.auditOf(handover.id)).toEqual(["handover.delivered"]);
  });

  test("each exhibit’s ledger says to whom it went, and what the officer does adds nothing there", async () => {
    const { id, caseId, exhibitIds } = await approvedPacket(org, worker, {
      files: ["photo.jpg", "letter.pdf"],
      to: officer,
    });
    const handover = await deliverPacket(giver, { packetId: id, liaisonId: officer.memberId });
    await openHandover(officer.ctx, { handoverId: handover.id });
    expect(exhibitIds).toHaveLength(2);
    for (const exhibitId of exhibitIds) {
      const { ledger } = await readExhibit(worker.ctx, caseId, exhibitId);
      const last = ledger.events.at(-1);
      expect(last).toMatchObject({ action: "transferred", purpose: expect.stringMatching(/^Handed over in packet/) });
      expect(last?.details).toEqual([{ name: "To", value: expect.stringContaining("Sergeant Lindiwe Example") }]);
      expect(ledger.broken).toBeNull();
    }
  });

  test("wants a fresh proof: a session alone, and a code alone, give nothing", async () => {
    const { id } = await approvedPacket(org, worker, { to: officer });
    const input = { packetId: id, liaisonId: officer.memberId };
    for (const ctx of [worker.ctx, await org.coded(worker)])
      await expect(deliverPacket(ctx, input)).rejects.toMatchObject({ fields: { passkey: expect.any(String) } });
    expect(await listDeliveries(worker.ctx, id)).toEqual([]);
    await expect(deliverPacket(await org.provedBoth(worker), input)).resolves.toBeTruthy();
  });

  test("says at the field that there is no such officer", async () => {
    const { id } = await approvedPacket(org, worker, { to: officer });
    const other = await makeOrg();
    const strangers = await other.person("liaison");
    const abroad = deliverPacket(giver, { packetId: id, liaisonId: strangers.memberId });
    await expect(abroad).rejects.toMatchObject({ code: "not_found", fields: { liaisonId: expect.any(String) } });
  });

  test("names the field that needs another look", async () => {
    const { id, caseId } = await approvedPacket(org, worker, { released: false });
    const input = { packetId: id, liaisonId: officer.memberId };
    await expect(deliverPacket(giver, { packetId: id, liaisonId: "" })).rejects.toMatchObject({
      fields: { liaisonId: expect.any(String) },
    });
    await expect(deliverPacket(giver, input)).rejects.toMatchObject({
      code: "invalid",
      fields: { liaisonId: expect.stringContaining("No release names this officer") },
    });
    await signRelease(worker.ctx, caseId, naming(officer));
    const told = { ...input, message: `She lives at ${secrets.address}` };
    await expect(deliverPacket(giver, told)).rejects.toMatchObject({ fields: { message: expect.any(String) } });
    await expect(deliverPacket(giver, input)).resolves.toBeTruthy();
  });

  test("a narrow release, one for another officer and one that was revoked let nothing more out", async () => {
    const made = await approvedPacket(org, worker, { released: false, files: ["photo.jpg", "letter.pdf"] });
    const { id, caseId } = made;
    const hand = () => deliverPacket(giver, { packetId: id, liaisonId: officer.memberId, withoutRelease: "on" });
    const refused = async () => {
      const error = await hand().catch((caught: unknown) => caught);
      expect(error).toMatchObject({ code: "invalid" });
      return (error as { fields: Record<string, string> }).fields.liaisonId;
    };
    await signRelease(worker.ctx, caseId, {
      recipient: "Sergeant Lindiwe Example",
      ...naming(await org.person("liaison")),
    });
    expect(await refused()).toContain("No release names this officer");
    await signRelease(worker.ctx, caseId, { which: "some", exhibits: { "E-01": "on" }, ...naming(officer) });
    expect(await refused()).toMatch(/^No release lets this officer have E-02\./);
    const wide = await signRelease(worker.ctx, caseId, { purpose: "All of it", ...naming(officer) });
    await revokeRelease(worker.ctx, { caseId, releaseId: wide, reason: "The client is afraid" });
    expect(await refused()).toMatch(/E-02\. REL-3 was revoked on/);
    await signRelease(worker.ctx, caseId, { which: "some", exhibits: { "E-02": "on" }, ...naming(officer) });
    await expect(hand()).resolves.toBeTruthy();
  });

  test("the sealed annex wants a release for identity and a fresh proof of who gives it", async () => {
    const { id, caseId } = await approvedPacket(org, worker, { to: officer });
    const input = { packetId: id, liaisonId: officer.memberId, withAnnex: "on" };
    await expect(deliverPacket(giver, input)).rejects.toMatchObject({
      code: "invalid",
      fields: { withAnnex: "No release lets this officer know who and where the client is." },
    });
    await signRelease(worker.ctx, caseId, { identity: "on", ...naming(officer) });
    await expect(deliverPacket(await org.coded(worker), input)).rejects.toMatchObject({
      fields: { passkey: expect.any(String) },
    });
    const handover = await deliverPacket(await org.confirmed(worker), input);
    const view = await getHandover(officer.ctx, handover.id);
    expect(view.annex).toBe("given");
    expect(view.parts.map(({ part }) => part)).toContain("annex");
    expect(view.events).toMatchObject([{ event: "delivered", note: "With the sealed annex" }]);
  });

  test("a kind that has no sealed annex gives none", async () => {
    const { id, caseId } = await approvedPacket(org, worker, { kind: "preservation_briefing" });
    await signRelease(worker.ctx, caseId, { identity: "on", ...naming(officer) });
    const given = deliverPacket(giver, { packetId: id, liaisonId: officer.memberId, withAnnex: "on" });
    const none = { code: "invalid", fields: { withAnnex: "This packet has no sealed annex." } };
    await expect(given).rejects.toMatchObject(none);
  });

  test("once to each officer, and only when it is approved", async () => {
    const { id } = await approvedPacket(org, worker, { to: officer });
    const input = { packetId: id, liaisonId: officer.memberId };
    const both = await Promise.allSettled([deliverPacket(giver, input), deliverPacket(giver, input)]);
    expect(both.map((result) => result.status).sort()).toEqual(["fulfilled", "rejected"]);
    await expect(deliverPacket(giver, input)).rejects.toMatchObject({ code: "conflict" });
    const { id: early } = await readyPacket(org, worker);
    await expect(deliverPacket(giver, { ...input, packetId: early })).rejects.toMatchObject({ code: "conflict" });
  });

  test("not a version that a newer one replaced: it says which to give, on paper too", async () => {
    const { caseId, packetId } = await plantToGive({ org, worker, officer });
    await plantVersion({ org, worker, officer }, caseId, 2);
    const input = { packetId, liaisonId: officer.memberId };
    const replaced = { code: "conflict", message: "Version 2 replaces version 1. Give version 2." };
    await expect(deliverPacket(giver, input)).rejects.toMatchObject(replaced);
    const acting = now(worker);
    const zone = "Africa/Johannesburg";
    const left = { ...input, method: "courier", zone };
    const later = { ...acting, now: new Date(acting.now.getTime() + 120_000) };
    const minute = new Date(acting.now.getTime() + 60_000);
    await expect(noteDispatch(later, { ...left, at: wallTime(minute, zone) })).rejects.toMatchObject(replaced);
  });

  test("nothing is approved or handed over from a closed case until it is opened again", async () => {
    const { id, caseId } = await approvedPacket(org, worker, { to: officer });
    const waiting = await readyPacket(org, worker);
    const boss = await org.as("supervisor");
    for (const value of [caseId, waiting.caseId]) {
      await closeCase(boss, { caseId: value, outcome: "stopped", note: "Done.", seen: "on" });
    }
    const hand = () => deliverPacket(giver, { packetId: id, liaisonId: officer.memberId });
    const closed = { code: "conflict", message: expect.stringContaining("closed") };
    await expect(hand()).rejects.toMatchObject(closed);
    const overrides = await reasonsFor(worker, waiting.id);
    await expect(approvePacket(boss, { packetId: waiting.id, overrides })).rejects.toMatchObject(closed);
    await reopenCase(boss, { caseId, reason: "It began again." });
    await expect(hand()).resolves.toBeTruthy();
  });
});

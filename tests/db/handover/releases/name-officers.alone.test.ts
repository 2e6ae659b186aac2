import { NextRequest } from "next/server";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { GET as getFile } from "@/app/api/handovers/[handoverId]/file/route";
import { GET as getPart } from "@/app/api/handovers/[handoverId]/parts/[part]/route";
import { dataKeys, handovers, releaseRecipients, releases } from "@/db/schema";
import { ctxFromFirstLink } from "@/lib/auth/first-contact/ctx-from-first-link";
import { redeemFirstLink } from "@/lib/auth/first-contact/redeem-first-link";
import { whileSignedIn } from "@/lib/auth/sessions/while-signed-in";
import { noteDispatch } from "@/lib/handover/dispatches/note-dispatch";
import { makeFirstLink } from "@/lib/handover/first-contact/commands/make-first-link";
import { acknowledgeHandover } from "@/lib/handover/handovers/commands/acknowledge-handover";
import { deliverPacket } from "@/lib/handover/handovers/commands/deliver-packet";
import { findHandoverFile, getHandover, listInbox } from "@/lib/handover/handovers/queries";
import { nameOfficers } from "@/lib/handover/releases/commands/name-officers";
import { revokeRelease } from "@/lib/handover/releases/commands/revoke-release";
import { listReleases } from "@/lib/handover/releases/queries";
import { type Ctx, withTransaction } from "@/lib/kernel/access/ctx";
import { sqlState } from "@/lib/kernel/access/database-errors";
import { newId } from "@/lib/platform/ids";
import { wallTime } from "@/lib/platform/time/zone";
import { makeOrg, type Org, type Person } from "@/tests/support/org";
import { now, plantOpenDoor } from "@/tests/support/plant-first-link";
import { plantServed } from "@/tests/support/plant-served";
import { naming, signRelease } from "@/tests/support/sign-release";

/** Who the route handlers take the request for. */
const acting = vi.hoisted(() => ({ ctx: null as Ctx | null }));
vi.mock("@/lib/auth/sessions/session", async (original) => ({
  ...(await original<Record<string, unknown>>()),
  readCtx: async () => acting.ctx,
}));

let org: Org;
let worker: Person;

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.person("caseworker");
});

/** Each file of a handover as the officer's browser asks for it: the status of the answer, and what the first one says. */
async function asked(officer: Person, handoverId: string) {
  acting.ctx = { ...officer.ctx, now: new Date() };
  const request = new NextRequest(`http://localhost:3000/api/handovers/${handoverId}/file`);
  const answers = [await getFile(request, { params: Promise.resolve({ handoverId }) })];
  for (const part of ["request", "originals"]) {
    answers.push(await getPart(request, { params: Promise.resolve({ handoverId, part }) }));
  }
  const message = await answers[0]?.text();
  for (const answer of answers.slice(1)) await answer.body?.cancel();
  return { statuses: answers.map(({ status }) => status), said: message };
}

describe("a release names officers by id", () => {
  test("an officer of the same name in another unit, and one of the same office, get nothing", async () => {
    const meant = await org.person("liaison", "Lindiwe Example");
    const namesake = await org.person("liaison", "Lindiwe Example");
    const { caseId, packetId } = await plantServed(org, worker);
    const recipient = "Sergeant Lindiwe Example, investigating officer, SAPS Voorbeeldfontein";
    await signRelease(worker.ctx, caseId, { recipient, ...naming(meant) });
    const give = async (officer: Person) =>
      deliverPacket(await org.confirmed(worker), { packetId, liaisonId: officer.memberId });
    for (const other of [namesake, await org.person("liaison")]) {
      await expect(give(other)).rejects.toMatchObject({
        code: "invalid",
        fields: { liaisonId: expect.stringContaining("No release names this officer") },
      });
      const paper = { packetId, method: "courier", liaisonId: other.memberId };
      const at = wallTime(new Date(), "Africa/Johannesburg");
      await expect(noteDispatch(now(worker), { ...paper, at, zone: "Africa/Johannesburg" })).rejects.toHaveProperty(
        "fields.liaisonId",
      );
      await expect(makeFirstLink(now(worker), { packetId, liaisonId: other.memberId })).rejects.toHaveProperty(
        "fields.liaisonId",
      );
    }
    await expect(give(meant)).resolves.toBeTruthy();
  });

  test("revoking closes the served PDF, the request, what the page says and the answers; a new one opens them", async () => {
    const officer = await org.person("liaison");
    const { caseId, packetId } = await plantServed(org, worker);
    const releaseId = await signRelease(worker.ctx, caseId, naming(officer));
    const given = { packetId, liaisonId: officer.memberId, message: "Please look at page 2." };
    const { id: handoverId } = await deliverPacket(await org.confirmed(worker), given);
    expect((await asked(officer, handoverId)).statuses).toEqual([200, 200, 200]);
    await revokeRelease(worker.ctx, { caseId, releaseId, reason: "The client is afraid" });
    expect(await asked(officer, handoverId)).toMatchObject({ statuses: [410, 410, 410] });
    expect(await getHandover(officer.ctx, handoverId)).toMatchObject({ cover: "revoked", parts: [], message: null });
    expect(await listInbox(officer.ctx)).toMatchObject([{ handoverId, cover: "revoked" }]);
    await expect(acknowledgeHandover(officer.ctx, { handoverId })).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringContaining("withdrawn their consent"),
    });
    await signRelease(worker.ctx, caseId, { ...naming(officer), purpose: "Signed anew" });
    expect((await asked(officer, handoverId)).statuses).toEqual([200, 200, 200]);
  });

  test("revoking closes a link that is open, and its page says that no consent covers it", async () => {
    const parties = { org, worker, officer: await org.person("liaison") };
    const door = await plantOpenDoor(parties);
    await redeemFirstLink(door.keys, { code: door.code });
    expect(await ctxFromFirstLink(door.keys)).not.toBeNull();
    const [release] = await listReleases(worker.ctx, door.caseId);
    await revokeRelease(now(worker), { caseId: door.caseId, releaseId: release?.id, reason: "The client is afraid" });
    expect(await ctxFromFirstLink(door.keys)).toBeNull();
    expect(await redeemFirstLink(door.keys, { code: door.code })).toMatchObject({ outcome: "uncovered" });
  });

  test("a release of before, in words, covers nobody until a person names somebody on it", async () => {
    const officer = await org.person("liaison", "Nandi Example");
    const { caseId, packetId } = await plantServed(org, worker);
    const releaseId = await signRelease(worker.ctx, caseId, { recipient: "Sergeant Nandi Example" });
    const give = async () => deliverPacket(await org.confirmed(worker), { packetId, liaisonId: officer.memberId });
    await expect(give()).rejects.toHaveProperty("fields.liaisonId");
    expect(await listReleases(worker.ctx, caseId)).toMatchObject([{ officers: [] }]);
    await nameOfficers(worker.ctx, { caseId, releaseId, ...naming(officer) });
    expect(await listReleases(worker.ctx, caseId)).toMatchObject([
      {
        officers: [
          { id: officer.memberId, who: expect.stringContaining("Nandi Example"), confirmedBy: "caseworker person" },
        ],
      },
    ]);
    await expect(give()).resolves.toBeTruthy();
    expect(await org.auditOf(releaseId)).toEqual(["release.granted", "release.officer_named"]);
  });

  test("only a confirmed officer of the directory is named, once, on a release that stands", async () => {
    const officer = await org.person("liaison");
    const { caseId } = await plantServed(org, worker);
    const releaseId = await signRelease(worker.ctx, caseId);
    const input = { caseId, releaseId, ...naming(officer) };
    for (const other of [await org.unconfirmed(), worker]) {
      await expect(nameOfficers(worker.ctx, { ...input, ...naming(other) })).rejects.toHaveProperty("fields.officers");
    }
    await expect(nameOfficers(worker.ctx, { ...input, officers: {} })).rejects.toHaveProperty("fields.officers");
    await nameOfficers(worker.ctx, input);
    await expect(nameOfficers(worker.ctx, input)).rejects.toMatchObject({ code: "conflict" });
    await revokeRelease(worker.ctx, { caseId, releaseId, reason: "The client is afraid" });
    const late = nameOfficers(worker.ctx, { ...input, ...naming(await org.person("liaison")) });
    await expect(late).rejects.toMatchObject({ code: "conflict" });
  });

  test("the database says the same: nobody is handed anything, named in another’s name, or named for longer", async () => {
    const officer = await org.person("liaison");
    const { caseId, packetId } = await plantServed(org, worker);
    const releaseId = await signRelease(worker.ctx, caseId);
    const row = { id: newId(), orgId: org.id, caseId, packetId, liaisonId: officer.memberId };
    const given = { ...row, deliveredBy: worker.memberId, deliveredAt: new Date() };
    const write = (act: (db: Parameters<Parameters<typeof withTransaction>[2]>[0]["db"]) => Promise<unknown>) =>
      withTransaction(worker.ctx, "read write", ({ db }) => act(db)).then(() => "done", sqlState);
    expect(await write((db) => db.insert(handovers).values(given))).toBe("42501");
    const name = { id: newId(), orgId: org.id, caseId, releaseId, memberId: officer.memberId, confirmedAt: new Date() };
    const endsAt = new Date(Date.now() + 86_400_000);
    const forged = { ...name, confirmedBy: (await org.as("supervisor")).actor.memberId ?? "", endsAt };
    expect(await write((db) => db.insert(releaseRecipients).values(forged))).toBe("42501");
    const longer = { ...name, confirmedBy: worker.memberId, endsAt: new Date(Date.now() + 400 * 86_400_000) };
    expect(await write((db) => db.insert(releaseRecipients).values(longer))).toBe("42501");
    await nameOfficers(worker.ctx, { caseId, releaseId, ...naming(officer) });
    expect(await write((db) => db.insert(handovers).values(given))).toBe("done");
    expect(await write((db) => db.update(releases).set({ expiresOn: "2099-01-01" }))).toBe("42501");
    const keys = () =>
      withTransaction(officer.ctx, "read only", ({ db }) => db.select({ id: dataKeys.id }).from(dataKeys));
    expect((await keys()).length).toBeGreaterThan(0);
    await revokeRelease(worker.ctx, { caseId, releaseId, reason: "The client is afraid" });
    expect(await keys()).toEqual([]);
  });

  test("a download that flows stops within seconds of the revocation", async () => {
    const officer = await org.person("liaison");
    const { caseId, packetId } = await plantServed(org, worker);
    const releaseId = await signRelease(worker.ctx, caseId, naming(officer));
    const { id: handoverId } = await deliverPacket(await org.confirmed(worker), {
      packetId,
      liaisonId: officer.memberId,
    });
    const slow = new ReadableStream<Uint8Array>({
      async pull(controller) {
        await new Promise((resolve) => setTimeout(resolve, 20));
        controller.enqueue(new Uint8Array(8));
      },
    });
    const stands = () => findHandoverFile(officer.ctx, handoverId).then(() => true);
    const reader = whileSignedIn(officer.ctx, slow, 50, stands).getReader();
    await reader.read();
    await revokeRelease(worker.ctx, { caseId, releaseId, reason: "The client is afraid" });
    const rest = async () => {
      while (!(await reader.read()).done);
    };
    await expect(rest()).rejects.toMatchObject({ code: "unauthenticated" });
  });
});

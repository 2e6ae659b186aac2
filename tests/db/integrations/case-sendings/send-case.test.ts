import type { IncomingMessage, ServerResponse } from "node:http";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { recordConflict } from "@/lib/casework/conflicts-of-interest/record-conflict";
import { withdrawReferral } from "@/lib/casework/referrals/withdraw-referral";
import { deliverCase } from "@/lib/integrations/case-sendings/deliver-case";
import { listSendings } from "@/lib/integrations/case-sendings/queries";
import { sendCase } from "@/lib/integrations/case-sendings/send-case";
import { turnOffReceivingSystem } from "@/lib/integrations/receiving-systems/commands/turn-off-receiving-system";
import { makeOrg, type Org, type Person } from "@/tests/support/org";
import { plantCase } from "@/tests/support/plant";
import { plantReceivingSystem, sendingForm } from "@/tests/support/plant-receiving-system";
import { type Site, siteHost, startSite } from "@/tests/support/platform-site";
import { makeReferral } from "@/tests/support/referrals";

/** By the shapes of Primero's REST API v2: `doc/api/tokens/post.md` and `doc/api/cases/post.md`, read on 2026-12-01. */
const primero = { cases: new Map<string, Record<string, string>>(), status: 0, lose: false };

let org: Org;
let worker: Person;
let site: Site;

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.person("caseworker");
  site = await startSite();
  site.answer = (request, response) => void answer(request, response);
});
afterAll(() => site.stop());
beforeEach(() => {
  Object.assign(primero, { status: 0, lose: false });
  primero.cases.clear();
  site.names = {};
});

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece as Buffer);
  const sent = JSON.parse(Buffer.concat(pieces).toString());
  const say = (status: number, headers: Record<string, string> = {}, body = "") =>
    response.writeHead(status, headers).end(body);
  if (primero.status) return void say(primero.status);
  if (request.url === "/api/v2/tokens") {
    const known = sent.user?.user_name === "crossdocket" && sent.user?.password === "not a real password";
    return void say(known ? 200 : 401, known ? { authorization: "Bearer aa.bb.cc" } : {}, "{}");
  }
  if (request.url !== "/api/v2/cases" || request.headers.authorization !== "Bearer aa.bb.cc") return void say(403);
  if (primero.cases.has(sent.data.id)) return void say(409);
  primero.cases.set(sent.data.id, sent.data);
  if (primero.lose) return void response.destroy();
  say(204);
}

/** A case whose client agreed to a service that has a system. */
async function agreed(change: Record<string, string> = {}) {
  const caseId = await plantCase(worker.ctx);
  const { id: referralId, serviceId } = await makeReferral(worker, caseId, change);
  const { id: systemId } = await plantReceivingSystem(org, serviceId);
  return { caseId, referralId, systemId };
}
const confirmed = () => org.confirmed(worker);
const deliver = (sendingId: string) => deliverCase(org.service(), { sendingId }, site.ways);
const stateOf = async (caseId: string, referralId: string) =>
  (await listSendings(worker.ctx, caseId)).get(referralId)?.sendings.map(({ state }) => state);

describe("sending a case to Primero", () => {
  test("is not done with a code alone, and is with password and code of somebody without a passkey", async () => {
    const { caseId, referralId } = await agreed();
    const form = await sendingForm(worker, caseId, referralId);
    const byCode = sendCase(await org.coded(worker), form);
    await expect(byCode).rejects.toMatchObject({ fields: { passkey: expect.any(String) } });
    const { id } = await sendCase(await org.provedBoth(worker), form);
    expect(await org.auditOf(id)).toEqual(["sending.asked"]);
  });

  test("carries over exactly what was read, once, and the log and the case say so", async () => {
    const { caseId, referralId } = await agreed();
    const form = await sendingForm(worker, caseId, referralId);
    const { id } = await sendCase(await confirmed(), form);
    await expect(sendCase(await confirmed(), form)).rejects.toHaveProperty("code", "conflict");
    expect(await deliver(id)).toBe("sent");
    expect(await deliver(id)).toBe("settled");
    const [left] = [...primero.cases.values()];
    expect(left).toEqual({
      id,
      other_agency_id: expect.stringMatching(/^CD-/),
      registration_date: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
      notes_section: "A first name and a safe number.",
    });
    const of = (await listSendings(worker.ctx, caseId)).get(referralId);
    expect(of).toMatchObject({ outgoing: null, sendings: [{ id, state: "sent", by: worker.ctx.actor.name }] });
    expect(await org.auditOf(id)).toEqual(["sending.asked", "sending.taken"]);
  });

  test("makes one case there, also when an answer was lost or nobody answered at first", async () => {
    const { caseId, referralId } = await agreed();
    const { id } = await sendCase(await confirmed(), await sendingForm(worker, caseId, referralId));
    primero.status = 503;
    await expect(deliver(id)).rejects.toThrow("gave no answer");
    Object.assign(primero, { status: 0, lose: true });
    await expect(deliver(id)).rejects.toThrow("gave no answer");
    primero.lose = false;
    expect(await deliver(id)).toBe("sent");
    expect(primero.cases.size).toBe(1);
  });

  test("asks for a consent to that service, fresh proof, and what was read as it is now", async () => {
    const none = await agreed({ consent: "none", consentNote: "It could not wait." });
    expect((await listSendings(worker.ctx, none.caseId)).size).toBe(0);
    const asked = { referralId: none.referralId, seen: "0".repeat(64), read: "on" };
    await expect(sendCase(await confirmed(), asked)).rejects.toHaveProperty("code", "conflict");
    const { caseId, referralId } = await agreed();
    const form = await sendingForm(worker, caseId, referralId);
    await expect(sendCase(worker.ctx, form)).rejects.toHaveProperty("fields.passkey");
    await expect(sendCase(await confirmed(), { ...form, seen: "1".repeat(64) })).rejects.toHaveProperty(
      "code",
      "conflict",
    );
    await expect(sendCase(await confirmed(), { ...form, read: "" })).rejects.toHaveProperty("fields.read");
    const other = await org.person("caseworker");
    await expect(sendCase(await org.confirmed(other), form)).rejects.toHaveProperty("code", "not_found");
    // A system of another service is none of this one's.
    const elsewhere = await plantCase(worker.ctx);
    const unserved = await makeReferral(worker, elsewhere);
    await expect(sendCase(await confirmed(), { ...form, referralId: unserved.id })).rejects.toHaveProperty(
      "code",
      "conflict",
    );
  });

  test("does not leave any more once the client withdrew, a colleague is kept from the case, or the system is off", async () => {
    const withdrawn = await agreed();
    const first = await sendCase(await confirmed(), await sendingForm(worker, withdrawn.caseId, withdrawn.referralId));
    await withdrawReferral(worker.ctx, { referralId: withdrawn.referralId, reason: "She no longer agrees." });
    const kept = await agreed();
    const second = await sendCase(await confirmed(), await sendingForm(worker, kept.caseId, kept.referralId));
    const colleague = await org.person("caseworker");
    await recordConflict(await org.confirmed("supervisor"), {
      caseId: kept.caseId,
      memberId: colleague.memberId,
      reason: "They are cousins of one another.",
    });
    const off = await agreed();
    const third = await sendCase(await confirmed(), await sendingForm(worker, off.caseId, off.referralId));
    await turnOffReceivingSystem(await org.as("admin"), { systemId: off.systemId });
    for (const { id } of [first, second, third]) expect(await deliver(id)).toBe("settled");
    expect(primero.cases.size).toBe(0);
    expect(await stateOf(withdrawn.caseId, withdrawn.referralId)).toEqual(["stopped"]);
  });

  test("goes to public hosts alone, and what is refused is not sent again by itself", async () => {
    const { caseId, referralId } = await agreed();
    const { id } = await sendCase(await confirmed(), await sendingForm(worker, caseId, referralId));
    site.names = { [siteHost]: ["10.0.0.7"] };
    site.connected.length = 0;
    await expect(deliver(id)).rejects.toThrow("gave no answer");
    expect(site.connected).toEqual([]);
    site.names = {};
    primero.status = 422;
    expect(await deliver(id)).toBe("refused");
    expect(await stateOf(caseId, referralId)).toEqual(["refused"]);
    // A person may send it again, on purpose.
    expect((await listSendings(worker.ctx, caseId)).get(referralId)?.outgoing).not.toBeNull();
  });
});

import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { accounts, cases, clients, members } from "@/db/schema";
import { inScope, type Scoped } from "@/lib/access/ctx";
import { openVault } from "@/lib/access/vault";
import { recordAuthority } from "@/lib/authorities/record-authority";
import { findCase } from "@/lib/cases/scope";
import { finaliseDocument } from "@/lib/documents/finalise-document";
import { swearDocument } from "@/lib/documents/swear-document";
import { assemblePacket } from "@/lib/packets/assemble-packet";
import { assembleAnnex } from "@/lib/packets/assembly/assemble-annex";
import { draftPacket } from "@/lib/packets/draft-packet";
import { DraftContent } from "@/lib/packets/input";
import type { PacketSnapshot } from "@/lib/packets/snapshot";
import { takeAnnex } from "@/lib/packets/taking/annex";
import { takeSnapshot } from "@/lib/packets/taking/take-snapshot";
import type { PacketKindKey } from "@/lib/packets/types";
import { addDays, daysBetween } from "@/lib/platform/calendar";
import { newId } from "@/lib/platform/ids";
import { collectBytes } from "@/lib/platform/pdf/collect-bytes";
import { recordPreservation } from "@/lib/preservations/record-preservation";
import { raiseRefusal } from "@/lib/refusals/raise-refusal";
import { type CaseToPrint, makeCaseToPrint, secrets, draft as written } from "../../support/case-to-print";
import { bytesOf } from "../../support/files";
import { makeOrg, type Org, type Person } from "../../support/org";
import { openPacket } from "../../support/packet-file";
import { flatPagesOf } from "../../support/pdf";
import { homeToday } from "../../support/plant-clock";
import { plantRefusal, refused } from "../../support/refusal";
import { answer, draft as draftPaper, finished } from "../documents/drafting";

let org: Org;
let worker: Person;
let made: CaseToPrint;
let today: string;
let refusalId: string;
let memberCode: string;

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.person("caseworker", "Casper Werker");
  made = await makeCaseToPrint(org, worker);
  today = homeToday(worker.ctx);
  refusalId = await plantRefusal(worker.ctx, made.caseId, { proofExhibitId: made.exhibitIds[0] });
  await reading(async (ctx) => {
    const [row] = await ctx.db.select().from(members).where(eq(members.id, worker.memberId));
    memberCode = row?.code ?? "";
  });
});

const reading = <T>(act: (ctx: Scoped) => Promise<T>): Promise<T> => inScope(worker.ctx, "read only", act);

/** What would be frozen for a packet of this kind, as the job takes it. */
function take(
  kind: PacketKindKey,
  change: Record<string, unknown> = {},
  of: CaseToPrint = made,
): Promise<PacketSnapshot> {
  const facts = { caseId: of.caseId, code: `${of.code}-P9`, kind, number: 9, version: 1, draftedBy: worker.memberId };
  const draft = DraftContent.parse({ ...written, ...change });
  return reading(async (ctx) => (await takeSnapshot(ctx, { ...facts, draft })).snapshot);
}

describe("taking an INTERPOL briefing", () => {
  test("fills in what was asked and which bureaus speak, and nothing that nobody wrote", async () => {
    const ncbAsk = { purpose: "identify", action: "Identify the user of A1.", priority: "urgent" };
    const emergency = { nature: "“I will break your jaw.” (I-1)" };
    const snapshot = await take("interpol_briefing", { ncbAsk, emergency });
    expect(snapshot.ncb).toMatchObject({
      ...ncbAsk,
      ...{ by: null, conditions: null, level: "restricted", from: "NCB Pretoria", to: "INTERPOL Washington" },
      ...{ ownReference: null, otherReference: null },
    });
    expect(snapshot.emergency).toMatchObject({ nature: emergency.nature, who: null, sources: ["I-1"] });
    expect(snapshot).toMatchObject({ preservation: null, refusal: null });
  });

  test("claims no emergency when none is written, and rests on the last act when no code is named", async () => {
    expect((await take("interpol_briefing")).emergency).toBeNull();
    const { emergency } = await take("interpol_briefing", { emergency: { whyNow: "The sender wrote of a ticket." } });
    expect(emergency?.sources).toEqual(["I-2"]);
  });

  test("goes the other way for the other pair", async () => {
    const there = await makeCaseToPrint(org, worker, { files: [] });
    await turn(there.caseId, "US-ZA");
    const snapshot = await take("interpol_briefing", {}, there);
    expect(snapshot.ncb).toMatchObject({ from: "INTERPOL Washington", to: "NCB Pretoria" });
  });
});

describe("taking a preservation briefing", () => {
  test("counts the days of each provider from the day of the letter, by its own rules", async () => {
    const letterOn = addDays(today, 2);
    const { preservation } = await take("preservation_briefing", { letterOn });
    expect(preservation).toMatchObject({ letterOn, days: 90 });
    const [x, instagram] = preservation?.rows ?? [];
    expect(x).toMatchObject({
      ...{ account: "A1", entity: "X Corp.", law: ["L24"], state: "not_asked", clocks: ["L21", "L24"] },
      ...{ from: "2026-10-01T00:00:00Z", to: "2026-11-20T23:59:59Z", sentOn: null, reference: null },
    });
    expect(x?.route).toContain("legalrequests.x.com");
    expect([x?.extendBy, x?.expiresOn, x?.secondExpiresOn].map((day) => daysBetween(letterOn, day ?? ""))).toEqual([
      83, 90, 180,
    ]);
    expect(x?.types).toHaveLength(2);
    expect(instagram).toMatchObject({ account: "A2", entity: "Meta Platforms, Inc.", law: ["L25"], from: null });
    expect(preservation?.forecast?.sources).toEqual(expect.arrayContaining(["L21", "L24", "L42"]));
  });

  test("starts today when no day is given, and asks for every account when none is ticked", async () => {
    const { preservation } = await take("preservation_briefing", { asks: {} });
    expect(preservation?.letterOn).toBe(today);
    expect(preservation?.rows.map((row) => [row.account, row.from, row.to])).toEqual([
      ["A1", null, null],
      ["A2", null, null],
    ]);
  });

  test("counts from the day on which the provider accepted, once it has", async () => {
    const kept = await makeCaseToPrint(org, worker, { files: [] });
    const accountId = await accountOf(kept.caseId, 1);
    const acceptedOn = addDays(today, -10);
    const asked = { id: newId(), caseId: kept.caseId, accountId, askedBy: "Fynbos Road station" };
    await recordPreservation(worker.ctx, { ...asked, askedOn: addDays(today, -12), acceptedOn });
    const { preservation } = await take("preservation_briefing", {}, kept);
    expect(preservation?.rows[0]).toMatchObject({
      ...{ state: "kept", sentOn: addDays(today, -12), expiresOn: addDays(acceptedOn, 90) },
      ...{ extendBy: addDays(acceptedOn, 83), secondExpiresOn: addDays(acceptedOn, 180) },
    });
    expect(preservation?.rows[1]).toMatchObject({ state: "not_asked" });
  });
});

describe("taking papers", () => {
  test("lists them by their plain titles, and a sworn one as a statement with its signed exhibit", async () => {
    const sworn = await makeCaseToPrint(org, worker);
    const documentId = await finished(worker.ctx, sworn.caseId);
    await swearDocument(worker.ctx, { documentId, swornOn: today, exhibitId: sworn.exhibitIds[1] });
    await draftPaper(worker.ctx, sworn.caseId);
    const snapshot = await take("docket_pack", {}, sworn);
    expect(snapshot.statements).toMatchObject([{ code: "ST", swornOn: today }]);
    expect(snapshot.papers).toMatchObject([
      { code: "D-01", state: "sworn", swornOn: today, exhibit: "E-02", about: "statement", text: null },
      { code: "D-02", state: "draft", exhibit: null },
    ]);
    expect(JSON.stringify(snapshot)).not.toContain(secrets.name);
  });

  test("names no exhibit that stays behind", async () => {
    const sworn = await makeCaseToPrint(org, worker);
    const documentId = await finished(worker.ctx, sworn.caseId);
    await swearDocument(worker.ctx, { documentId, swornOn: today, exhibitId: sworn.exhibitIds[1] });
    const exhibits = { "E-01": "on", offered: "on" };
    const { papers } = await take("docket_pack", { exhibits }, sworn);
    expect(papers[0]).toMatchObject({ code: "D-01", exhibit: null });
    expect(papers[0]?.annexures).not.toContain("E-02");
  });
});

describe("taking a refusal", () => {
  test("says what happened, the rule, the rungs and that no authority is on file; never who stood beside", async () => {
    const snapshot = await take("refusal_complaint", { refusal: refusalId });
    const { refusal } = snapshot;
    expect(refusal).toMatchObject({
      ...{ code: "RF-1", office: refused.office, officer: refused.officer, forceNumber: refused.forceNumber },
      ...{ at: "2026-11-16T08:15:00Z", zone: refused.zone, words: refused.words, proof: "E-01", authority: null },
    });
    expect(refusal?.basis[0]).toMatchObject({
      sources: [expect.stringMatching(/National Instruction 3 of 2011 .* \[V2\]$/)],
    });
    expect(refusal?.rungs.map((rung) => rung.state).slice(0, 3)).toEqual(["here", "next", "next"]);
    expect(refusal?.needsAuthority).toContain("Secretariat");
    expect(JSON.stringify(snapshot)).not.toContain("sister");
  });

  test("is in no packet of another kind, and none of another case", async () => {
    const docket = await take("docket_pack", { refusal: refusalId });
    expect(docket.refusal).toBeNull();
    expect(JSON.stringify(docket)).not.toContain(refused.officer);
    const other = await makeCaseToPrint(org, worker, { files: [] });
    expect((await take("refusal_complaint", { refusal: refusalId }, other)).refusal).toBeNull();
  });

  test("counts the time of the rung on which it stands, and prints the final letter by code", async () => {
    const mine = await makeCaseToPrint(org, worker);
    const id = await plantRefusal(worker.ctx, mine.caseId);
    const { rungs } = (await take("refusal_complaint", { refusal: id }, mine)).refusal ?? { rungs: [] };
    expect(rungs.length).toBeGreaterThan(3);
    const reason = "No answer came within the time.";
    await raiseRefusal(worker.ctx, {
      caseId: mine.caseId,
      refusalId: id,
      rungKey: "station-commander",
      on: today,
      reason,
    });
    const template = "za-refusal-station-commander";
    const documentId = await draftPaper(worker.ctx, mine.caseId, { template, refusalId: id, signer: "client" });
    expect((await take("refusal_complaint", { refusal: id }, mine)).papers[0]).toMatchObject({
      about: "refusal",
      text: null,
    });
    const { row } = await answer(worker.ctx, mine.caseId, documentId);
    await finaliseDocument(worker.ctx, { documentId, expectedVersion: row.version });
    const snapshot = await take("refusal_complaint", { refusal: id }, mine);
    expect(snapshot.refusal?.rungs.map((rung) => rung.state).slice(0, 3)).toEqual(["before", "here", "next"]);
    expect(snapshot.refusal?.rungs[1]).toMatchObject({ since: today, due: expect.stringMatching(/^\d{4}-/) });
    const letter = JSON.stringify(snapshot.papers[0]?.text);
    expect(letter).toContain(refused.words);
    expect(letter).toContain(`Client ${snapshot.case.clientCode}`);
    for (const value of [...Object.values(secrets), refused.witnesses]) expect(letter).not.toContain(value);
    expect((await take("docket_pack", {}, mine)).papers).toEqual([]);
  });

  test("shows the authority once the client gave it", async () => {
    const mine = await makeCaseToPrint(org, worker);
    const id = await plantRefusal(worker.ctx, mine.caseId);
    const given = { caseId: mine.caseId, process: "secretariat", givenBy: "client", signedOn: today };
    await recordAuthority(worker.ctx, { ...given, exhibitId: mine.exhibitIds[1] });
    const { refusal } = await take("refusal_complaint", { refusal: id }, mine);
    expect(refusal?.authority).toMatchObject({ signedOn: today, exhibit: "E-02" });
  });
});

describe("a packet of each kind, from the draft to the file", () => {
  const asked: Partial<Record<PacketKindKey, Record<string, unknown>>> = {
    interpol_briefing: { ncb: "NCB Pretoria" },
    docket_pack: { station: "Station, Voorbeeldfontein" },
  };

  test.each(["interpol_briefing", "preservation_briefing", "docket_pack", "refusal_complaint"] as const)(
    "%s is built, and holds no protected value",
    async (kind) => {
      const own =
        kind === "refusal_complaint" ? { refusal: refusalId, complaintsBody: "Civilian Secretariat" } : asked[kind];
      const { id } = await draftPacket(worker.ctx, { caseId: made.caseId, kind, ...written, ...own });
      await assemblePacket(org.service(), { packetId: id });
      const { stream } = await openPacket(worker.ctx, id);
      const text = (await flatPagesOf(await bytesOf(stream))).join(" ");
      expect(text).toContain("E-01 cover");
      for (const value of Object.values(secrets)) expect(text).not.toContain(value);
      expect(text.includes(refused.officer)).toBe(kind === "refusal_complaint");
    },
  );
});

describe("taking the sealed annex", () => {
  const annexOf = (snapshot: PacketSnapshot, caseId = made.caseId) =>
    reading((ctx) => takeAnnex(ctx, { caseId, snapshot }));

  test("gives the codes their names, and nothing of it is in the served part", async () => {
    const snapshot = await take("refusal_complaint", { refusal: refusalId });
    const annex = await annexOf(snapshot);
    expect(annex.client).toMatchObject({ code: snapshot.case.clientCode, ...secrets, identityNumber: null });
    expect(annex.people).toMatchObject([
      { code: memberCode, name: "Casper Werker", does: expect.stringContaining("prepared") },
    ]);
    expect(annex.witnesses).toContainEqual({ code: "RF-1", who: refused.witnesses, canSay: expect.any(String) });
    const served = JSON.stringify(snapshot);
    for (const value of [...Object.values(secrets), "Casper Werker", refused.witnesses])
      expect(served).not.toContain(value);
    const text = (await flatPagesOf((await collectBytes(assembleAnnex(annex))).bytes)).join(" ");
    for (const value of Object.values(secrets)) expect(text).toContain(value);
  });

  test("opens for nobody without a release that covers identity, and says why", async () => {
    const snapshot = await take("docket_pack");
    expect(await annexOf(snapshot)).toMatchObject({
      openTo: [],
      closedTo: snapshot.receivers.map((one) => ({
        ...one,
        why: expect.stringContaining("does not cover"),
        release: "REL-1",
      })),
    });
    const wide = snapshot.releases.map((one) => ({ ...one, identity: true }));
    expect((await annexOf({ ...snapshot, releases: wide })).openTo).toHaveLength(snapshot.receivers.length);
    const ended = wide.map((one) => ({ ...one, expiresOn: addDays(today, -1) }));
    expect(await annexOf({ ...snapshot, releases: ended })).toMatchObject({
      openTo: [],
      closedTo: expect.arrayContaining([expect.objectContaining({ why: "its release is not valid on this day" })]),
    });
    const revoked = wide.map((one) => ({ ...one, revokedOn: today }));
    expect((await annexOf({ ...snapshot, releases: revoked })).closedTo[0]?.why).toBe("its release was revoked");
    expect((await annexOf({ ...snapshot, releases: [] })).closedTo[0]?.why).toBe("no release names this receiver");
  });

  test("prints the safe way as agreed, without the code word", async () => {
    const mine = await makeCaseToPrint(org, worker, { files: [] });
    const contact = { channel: "WhatsApp text only", hours: "weekdays", zone: "Africa/Johannesburg", voicemail: false };
    await agree(mine.caseId, {
      ...contact,
      deviceSeenBy: "nobody",
      codeWord: "protea",
      never: ["no call"],
      subjectLine: "Books",
    });
    const annex = await annexOf(await take("docket_pack", {}, mine), mine.caseId);
    expect(annex.safeContact).toMatchObject({ ...contact, hasCodeWord: true, never: ["no call"] });
    expect(JSON.stringify(annex)).not.toContain("protea");
    expect((await annexOf(await take("docket_pack"))).safeContact).toBeNull();
  });

  test("is blind to a case of another organisation", async () => {
    const snapshot = await take("docket_pack");
    const stranger = await (await makeOrg()).as("supervisor");
    const looking = inScope(stranger, "read only", (ctx) => takeAnnex(ctx, { caseId: made.caseId, snapshot }));
    await expect(looking).rejects.toMatchObject({ code: "not_found" });
  });
});

async function turn(caseId: string, pair: string): Promise<void> {
  await inScope(org.service(), "read write", (ctx) => ctx.db.update(cases).set({ pair }).where(eq(cases.id, caseId)));
}

async function accountOf(caseId: string, number: number): Promise<string> {
  const rows = await reading((ctx) => ctx.db.select().from(accounts).where(eq(accounts.caseId, caseId)));
  return rows.find((row) => row.number === number)?.id ?? "";
}

async function agree(caseId: string, contact: Record<string, unknown>): Promise<void> {
  await inScope(org.service(), "read write", async (ctx) => {
    const { clientId } = await findCase(ctx, caseId);
    const [client] = await ctx.db.select().from(clients).where(eq(clients.id, clientId));
    if (!client) throw new Error("the case has a client");
    const vault = await openVault(ctx, client.keyId);
    const place = { table: "clients", column: "safe_contact", row: clientId };
    await ctx.db
      .update(clients)
      .set({ safeContact: vault.seal(place, JSON.stringify(contact)) })
      .where(eq(clients.id, clientId));
  });
}

import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { accounts, cases } from "@/db/schema";
import { logIncident } from "@/lib/casework/incidents/log-incident";
import { finaliseDocument } from "@/lib/documents/papers/commands/finalise-document";
import { markDocumentSent } from "@/lib/documents/papers/commands/mark-document-sent";
import { swearDocument } from "@/lib/documents/papers/commands/swear-document";
import { readDocument } from "@/lib/documents/papers/queries";
import { recordPreservation } from "@/lib/escalation/preservation/record-preservation";
import { raiseRefusal } from "@/lib/escalation/refusals/raise-refusal";
import { recordAuthority } from "@/lib/escalation/written-authorities/record-authority";
import { nameOfficers } from "@/lib/handover/releases/commands/name-officers";
import { listReleases } from "@/lib/handover/releases/queries";
import { type TxCtx, withTransaction } from "@/lib/kernel/access/ctx";
import { assemblePacket } from "@/lib/packets/packets/building/assemble-packet";
import { draftPacket } from "@/lib/packets/packets/commands/draft-packet";
import { runPreflight } from "@/lib/packets/packets/preflight/preflight";
import type { PacketKindKey } from "@/lib/packets/packets/types";
import { newId } from "@/lib/platform/ids";
import { addDays, daysBetween } from "@/lib/platform/time/calendar";
import { answer, draft as draftPaper, finished } from "@/tests/db/documents/papers/drafting";
import { takeFor } from "@/tests/db/packets/packets/taking";
import { incident } from "@/tests/support/case-form";
import { type CaseToPrint, makeCaseToPrint, secrets, draft as written } from "@/tests/support/case-to-print";
import { bytesOf } from "@/tests/support/files";
import { makeOrg, type Org, type Person } from "@/tests/support/org";
import { openPacket } from "@/tests/support/packet-file";
import { flatPagesOf } from "@/tests/support/pdf";
import { homeToday } from "@/tests/support/plant-clock";
import { plantRefusal, refused } from "@/tests/support/refusal";
import { naming } from "@/tests/support/sign-release";

let org: Org;
let worker: Person;
let made: CaseToPrint;
let today: string;
let refusalId: string;

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.person("caseworker", "Casper Werker");
  made = await makeCaseToPrint(org, worker);
  today = homeToday(worker.ctx);
  refusalId = await plantRefusal(worker.ctx, made.caseId, { proofExhibitId: made.exhibitIds[0] });
});

const reading = <T>(act: (ctx: TxCtx) => Promise<T>): Promise<T> => withTransaction(worker.ctx, "read only", act);

const take = (kind: PacketKindKey, change: Record<string, unknown> = {}, of: CaseToPrint = made) =>
  takeFor(worker, { of, kind, change });

describe("taking an INTERPOL briefing", () => {
  test("fills in what was asked and which bureaus speak, and nothing that nobody wrote", async () => {
    const ncbAsk = { purpose: "identify", action: "Identify the user of A1.", priority: "urgent" };
    const emergency = { nature: "“I will break your jaw.” (I-1)" };
    const snapshot = await take("interpol_briefing", { ncbAsk, emergency });
    expect(snapshot.ncb).toMatchObject({
      ...ncbAsk,
      by: null,
      conditions: null,
      level: "restricted",
      from: "NCB Pretoria",
      to: "INTERPOL Washington",
      ownReference: null,
      otherReference: null,
    });
    expect(snapshot.emergency).toMatchObject({ nature: emergency.nature, who: null, sources: ["I-1"] });
    expect(snapshot).toMatchObject({ preservation: null, refusal: null });
  });

  test("claims no emergency when none is written, and rests on the last act when no code is named", async () => {
    expect((await take("interpol_briefing")).emergency).toBeNull();
    const { emergency } = await take("interpol_briefing", { emergency: { whyNow: "The sender wrote of a ticket." } });
    expect(emergency?.sources).toEqual(["I-2"]);
  });

  test("has the officer of the investigation as the directory has them, and no name", async () => {
    const mine = await makeCaseToPrint(org, worker, { files: [] });
    expect((await take("interpol_briefing", {}, mine)).officer).toBeNull();
    const officer = await org.person("liaison", "Lindiwe Example");
    const first = (await listReleases(worker.ctx, mine.caseId)).at(-1);
    await nameOfficers(worker.ctx, { caseId: mine.caseId, releaseId: first?.id, ...naming(officer) });
    const snapshot = await take("interpol_briefing", {}, mine);
    expect(snapshot.officer).toMatchObject({ rank: "Sergeant", agency: "SAPS", release: "REL-1" });
    expect(runPreflight(snapshot).find(({ id }) => id === "N-11")).toMatchObject({ result: "pass" });
    expect(JSON.stringify(snapshot)).not.toContain("Lindiwe");
  });

  test("goes the other way for the other pair", async () => {
    const there = await makeCaseToPrint(org, worker, { files: [] });
    await turn(there.caseId, "US-ZA");
    const snapshot = await take("interpol_briefing", {}, there);
    expect(snapshot.ncb).toMatchObject({ from: "INTERPOL Washington", to: "NCB Pretoria" });
  });
});

/** Both accounts of the case are asked about. */
const both = { ...written.asks, A2: { subscriber: "on", to: "2026-11-20" } };

describe("taking a preservation briefing", () => {
  test("counts the days of each provider from the day of the letter, by its own rules", async () => {
    const letterOn = addDays(today, 2);
    const { preservation } = await take("preservation_briefing", { letterOn, asks: both });
    expect(preservation).toMatchObject({ letterOn, days: 90 });
    const [x, instagram] = preservation?.rows ?? [];
    expect(x).toMatchObject({
      account: "A1",
      entity: "X Corp.",
      law: ["L24"],
      state: "not_asked",
      clocks: ["L21", "L24"],
      from: "2026-10-01T00:00:00Z",
      to: "2026-11-20T23:59:59Z",
      sentOn: null,
      reference: null,
    });
    expect(x?.route).toContain("legalrequests.x.com");
    expect([x?.extendBy, x?.expiresOn, x?.secondExpiresOn].map((day) => daysBetween(letterOn, day ?? ""))).toEqual([
      83, 90, 180,
    ]);
    expect(x?.types).toHaveLength(2);
    expect(instagram).toMatchObject({
      account: "A2",
      entity: "Meta Platforms, Inc.",
      law: ["L25"],
      from: "2026-10-10T10:00:00Z",
      to: `${letterOn}T23:59:59Z`,
    });
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
    const { preservation } = await take("preservation_briefing", { asks: both }, kept);
    expect(preservation?.rows[0]).toMatchObject({
      state: "kept",
      sentOn: addDays(today, -12),
      expiresOn: addDays(acceptedOn, 90),
      extendBy: addDays(acceptedOn, 83),
      secondExpiresOn: addDays(acceptedOn, 180),
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

  test("says in which paragraph a sworn statement speaks of an act, and which acts came after it", async () => {
    const sworn = await makeCaseToPrint(org, worker);
    const documentId = await finished(worker.ctx, sworn.caseId);
    await swearDocument(worker.ctx, { documentId, swornOn: today, exhibitId: sworn.exhibitIds[1] });
    const { account: _account, ...act } = incident;
    const words = "I will find you before they do.";
    await logIncident(worker.ctx, { ...act, caseId: sworn.caseId, when: "2026-11-08T00:20", words });
    const snapshot = await take("docket_pack", {}, sworn);
    expect(snapshot.statement).toMatchObject({ swornOn: today, covers: ["I-1", "I-2"], missing: ["I-3"] });
    const [first] = snapshot.incidents;
    const [no] = first?.statements ?? [];
    const { body } = await readDocument(worker.ctx, sworn.caseId, documentId);
    const printed = body.blocks.flatMap((block) =>
      (block.kind === "numbered" || block.kind === "prompt") && block.text ? [block.id] : [],
    );
    expect(printed[Number(no?.slice("ST ".length)) - 1]).toMatch(/\.I-1$/);
    expect(runPreflight(snapshot).find(({ id }) => id === "D-23")).toMatchObject({
      result: "fail",
      reason: expect.stringContaining("I-3"),
    });
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
      code: "RF-1",
      office: refused.office,
      officer: refused.officer,
      forceNumber: refused.forceNumber,
      at: "2026-11-16T08:15:00Z",
      zone: refused.zone,
      words: refused.words,
      proof: "E-01",
      authority: null,
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
    const left = { on: today, why: reason };
    expect(snapshot.refusal?.rungs[0]).toMatchObject({
      since: null,
      left,
      who: "no letter recorded as sent; taken further, as noted",
    });
    expect(snapshot.refusal?.rungs[1]).toMatchObject({ since: null, due: null });
    const letter = JSON.stringify(snapshot.papers[0]?.text);
    expect(letter).toContain(refused.words);
    expect(letter).toContain(`Client ${snapshot.case.clientCode}`);
    for (const value of [...Object.values(secrets), refused.witnesses]) expect(letter).not.toContain(value);
    await markDocumentSent(worker.ctx, { documentId, sentOn: today, tipOffSeen: "on", removalSeen: "on" });
    const lodged = (await take("refusal_complaint", { refusal: id }, mine)).refusal;
    expect(lodged?.rungs[1]).toMatchObject({ since: today, paper: "D-01", due: expect.stringMatching(/^\d{4}-/) });
    expect((await take("docket_pack", {}, mine)).papers).toEqual([]);
    expect(lodged?.recourse).toBeNull();
    const above = { caseId: mine.caseId, refusalId: id, rungKey: "civilian-secretariat", on: today, reason };
    await raiseRefusal(worker.ctx, above);
    const complaint = { template: "za-refusal-secretariat", refusalId: id, signer: "client" };
    const second = await draftPaper(worker.ctx, mine.caseId, complaint);
    const asked = await answer(worker.ctx, mine.caseId, second);
    expect((await take("refusal_complaint", { refusal: id }, mine)).refusal?.recourse).toBeNull();
    await finaliseDocument(worker.ctx, { documentId: second, expectedVersion: asked.row.version });
    const taken = (await take("refusal_complaint", { refusal: id }, mine)).refusal;
    expect(taken?.recourse).toBe("Answered.");
    expect(taken?.rungs.map((rung) => rung.who)).toEqual(
      expect.arrayContaining(["complaint sent in writing", "no complaint recorded"]),
    );
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
      expect(text).toMatch(/E-01 .{1,200} Shows /);
      for (const value of Object.values(secrets)) expect(text).not.toContain(value);
      expect(text.includes(refused.officer)).toBe(kind === "refusal_complaint");
    },
  );
});

async function turn(caseId: string, pair: string): Promise<void> {
  await withTransaction(org.service(), "read write", (ctx) =>
    ctx.db.update(cases).set({ pair }).where(eq(cases.id, caseId)),
  );
}

async function accountOf(caseId: string, number: number): Promise<string> {
  const rows = await reading((ctx) => ctx.db.select().from(accounts).where(eq(accounts.caseId, caseId)));
  return rows.find((row) => row.number === number)?.id ?? "";
}

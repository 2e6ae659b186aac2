import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { cases } from "@/db/schema";
import { nameOfficers } from "@/lib/handover/releases/commands/name-officers";
import { listReleases } from "@/lib/handover/releases/queries";
import { withTransaction } from "@/lib/kernel/access/ctx";
import { draftPacket } from "@/lib/packets/packets/commands/draft-packet";
import { checkDraft, getDraftChoices, getPacket, listDraftKinds } from "@/lib/packets/packets/queries";
import { packetKindKeys } from "@/lib/packets/packets/types";
import { type CaseToPrint, draft, makeCaseToPrint } from "@/tests/support/case-to-print";
import { addExhibit } from "@/tests/support/exhibit";
import { seededBytes } from "@/tests/support/files";
import { makeOrg, type Org, type Person } from "@/tests/support/org";
import { plantRefusal } from "@/tests/support/refusal";
import { naming } from "@/tests/support/sign-release";

let org: Org;
let worker: Person;
let made: CaseToPrint;

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.person("caseworker");
  made = await makeCaseToPrint(org, worker, { files: ["note.txt"] });
});

const turned = async (caseId: string) =>
  withTransaction(org.service(), "read write", ({ db }) =>
    db.update(cases).set({ pair: "US-ZA" }).where(eq(cases.id, caseId)),
  );

describe("the first draft of each kind", () => {
  test("names the receivers of the pair, from South Africa", async () => {
    const start = async (kind: string) => (await getDraftChoices(worker.ctx, made.caseId, kind)).start;
    expect(await start("mla_dossier")).toMatchObject({
      investigatingOfficer: expect.stringMatching(/^Investigating officer, ./),
      prosecutor: "Prosecutor, National Prosecuting Authority",
      centralAuthority: expect.stringContaining("Department of Justice"),
      asks: { A1: { subscriber: true, traffic: true, content: false } },
    });
    expect(await start("interpol_briefing")).toMatchObject({
      ncb: "INTERPOL NCB Pretoria",
      ncbAsk: { purpose: "identify", level: "restricted", action: expect.stringContaining("A1 and A2") },
    });
    expect(await start("preservation_briefing")).toMatchObject({ asks: { A1: { content: true } } });
    expect(await start("docket_pack")).toMatchObject({
      station: expect.stringContaining("SAPS Community Service Centre"),
    });
  });

  test("names those of the other direction", async () => {
    const { caseId } = await makeCaseToPrint(org, worker, { files: [] });
    await turned(caseId);
    const start = async (kind: string) => (await getDraftChoices(worker.ctx, caseId, kind)).start;
    expect(await start("mla_dossier")).toMatchObject({
      investigatingOfficer: "Investigating officer",
      prosecutor: "Prosecutor, US Attorney’s Office (AUSA)",
      centralAuthority: "Central authority: DOJ Office of International Affairs (OIA)",
    });
    expect(await start("interpol_briefing")).toMatchObject({
      ncb: "INTERPOL Washington (US NCB)",
      ncbAsk: { action: expect.stringContaining("South African law enforcement") },
    });
    const { emergencyLine } = await getDraftChoices(worker.ctx, caseId, "preservation_briefing");
    expect(emergencyLine).toContain("911");
  });

  test("a complaint starts at the refusal that stands, for the rung it stands on", async () => {
    const { caseId } = await makeCaseToPrint(org, worker, { files: [] });
    expect((await getDraftChoices(worker.ctx, caseId, "refusal_complaint")).refusals).toEqual([]);
    const refusal = await plantRefusal(worker.ctx, caseId);
    const choices = await getDraftChoices(worker.ctx, caseId, "refusal_complaint");
    expect(choices.start).toMatchObject({ refusal, station: expect.stringContaining("Voorbeeldfontein station") });
    expect(choices.refusals).toMatchObject([{ id: refusal, label: "Refusal 1: Voorbeeldfontein station" }]);
  });

  test("a next version starts from what was written for the last of the same kind", async () => {
    const { caseId } = await makeCaseToPrint(org, worker, { files: [] });
    const given = {
      ...draft,
      kind: "interpol_briefing",
      ncb: "The bureau",
      ncbAsk: { purpose: "warn", by: "2026-12-01" },
    };
    const { id } = await draftPacket(worker.ctx, { caseId, ...given });
    const choices = await getDraftChoices(worker.ctx, caseId, "interpol_briefing");
    expect(choices).toMatchObject({
      from: 1,
      nextVersion: 2,
      start: { ncb: "The bureau", ncbAsk: { purpose: "warn" } },
    });
    expect(await getDraftChoices(worker.ctx, caseId, "mla_dossier")).toMatchObject({ from: null, nextVersion: 1 });
    expect((await getPacket(worker.ctx, id)).draft.ncbAsk.by).toBe("2026-12-01");
  });

  test("an exhibit that was left out stays out, in the form and for whoever writes it out; one that came since is offered", async () => {
    const { caseId } = await makeCaseToPrint(org, worker, { files: ["note.txt", "photo.jpg"] });
    await draftPacket(worker.ctx, {
      caseId,
      ...draft,
      exhibits: { "E-01": "on", offered: "on" },
      purpose: "For the court.",
    });
    const later = { ...worker.ctx, now: new Date(worker.ctx.now.getTime() + 60_000) };
    await addExhibit(later, caseId, seededBytes(100, 9));
    const { start } = await getDraftChoices(worker.ctx, caseId, "mla_dossier");
    expect(start).toMatchObject({ purpose: "For the court.", exhibits: { "E-01": true, "E-02": false, "E-03": true } });
  });

  test("says of each exhibit and receiver which releases cover it, and whom they name", async () => {
    const own = await makeCaseToPrint(org, worker, { files: ["note.txt"] });
    const choices = () => getDraftChoices(worker.ctx, own.caseId, "mla_dossier");
    const unnamed = await choices();
    expect(unnamed.exhibits).toMatchObject([{ code: "E-01", masked: false, releases: [] }]);
    expect(unnamed.releases).toMatchObject(Array(3).fill({ officers: [] }));
    const [last] = await listReleases(worker.ctx, own.caseId);
    const officer = await org.person("liaison", "Lindiwe Example");
    await nameOfficers(worker.ctx, { caseId: own.caseId, releaseId: last?.id, ...naming(officer) });
    const { exhibits, releases } = await choices();
    expect(exhibits).toMatchObject([{ releases: ["REL-3"] }]);
    expect(releases.at(-1)).toMatchObject({
      roles: ["central_authority"],
      officers: ["Sergeant Lindiwe Example, SAPS, Voorbeeldfontein"],
    });
    const bare = await makeCaseToPrint(org, worker, { files: ["note.txt"], released: false });
    const without = await getDraftChoices(worker.ctx, bare.caseId, "mla_dossier");
    expect(without).toMatchObject({ releases: [], exhibits: [{ releases: [] }] });
  });
});

describe("the kinds to choose from", () => {
  test("stand in the ladder, with what the case has for them, in both directions", async () => {
    const { caseId } = await makeCaseToPrint(org, worker, { files: [] });
    for (const pair of ["ZA-US", "US-ZA"]) {
      if (pair === "US-ZA") await turned(caseId);
      const kinds = await listDraftKinds(worker.ctx, caseId);
      expect(kinds.map((kind) => kind.key)).toEqual([...packetKindKeys]);
      for (const kind of kinds) expect(kind.steps.length, `${pair} ${kind.key}`).toBeGreaterThan(0);
      const complaint = kinds.find((kind) => kind.key === "refusal_complaint");
      expect(complaint?.needs[0]).toMatchObject({ text: "A refusal is logged", met: false, path: "refusals" });
    }
  });

  test("are blind to a case of another organisation", async () => {
    const other = await makeOrg();
    await expect(listDraftKinds(await other.as("supervisor"), made.caseId)).rejects.toMatchObject({
      code: "not_found",
    });
  });
});

describe("checkDraft while somebody types", () => {
  test("takes an unfinished draft: half a date or no answer is a gap, not an error", async () => {
    const half = {
      kind: "mla_dossier",
      asks: { A1: { content: "on", ranges: { content: { from: "2026-10-01", to: "2026-1" } } }, A9: "x" },
      stage: "x".repeat(700),
    };
    const lines = await checkDraft(worker.ctx, made.caseId, half);
    const of = (id: string) => lines.find((line) => line.id === id);
    expect(of("M-15")).toMatchObject({ result: "fail", reason: expect.stringContaining("Q-1") });
    expect(of("M-04")).toMatchObject({ result: "fail" });
    for (const line of lines) expect(line.source, line.id).toBeTruthy();
    for (const raw of [undefined, "words", [], { exhibits: "E-01", ncbAsk: 4, kind: "mla_dossier" }]) {
      expect((await checkDraft(worker.ctx, made.caseId, raw)).length).toBe(lines.length);
    }
  });
});

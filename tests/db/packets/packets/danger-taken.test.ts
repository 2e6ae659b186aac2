import { beforeAll, describe, expect, test } from "vitest";
import { logIncident } from "@/lib/casework/incidents/log-incident";
import { assemblePacket } from "@/lib/packets/packets/building/assemble-packet";
import { draftPacket } from "@/lib/packets/packets/commands/draft-packet";
import { checkDraft, getDraftChoices, getPacket } from "@/lib/packets/packets/queries";
import { openFails } from "@/lib/packets/packets/rules";
import { addDays } from "@/lib/platform/time/calendar";
import { incident } from "@/tests/support/case-form";
import { type CaseToPrint, draft, makeCaseToPrint, secrets } from "@/tests/support/case-to-print";
import { answerDanger } from "@/tests/support/danger";
import { makeOrg, type Org, type Person } from "@/tests/support/org";
import { homeToday } from "@/tests/support/plant-clock";
import { takeFor } from "./taking";

let org: Org;
let worker: Person;

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.person("caseworker");
});

const words = "You hear nothing. I will be at your stop on Friday.";
const making = (over: object = {}) => makeCaseToPrint(org, worker, { files: [], words, assessed: false, ...over });
const imminent = () => ({
  answer: "imminent",
  reason: "A day and a place are named.",
  step1: "SAPS Voorbeeldfontein",
  step1At: "2026-10-20T09:40",
  reviewOn: addDays(homeToday(worker.ctx), 7),
});
const statusOf = async (id: string) => getPacket(worker.ctx, id);

async function logAnother({ caseId }: CaseToPrint): Promise<void> {
  const { account: _, ...told } = incident;
  await logIncident(worker.ctx, { caseId, ...told, words: "I will find you", what: "A direct message." });
}

describe("while nobody has said whether there is danger", () => {
  test("no packet is drafted, and the checklist says so with a link, whatever the reason", async () => {
    const { caseId } = await making();
    await expect(draftPacket(worker.ctx, { caseId, ...draft })).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringMatching(/^I-1 names a day, a place/),
    });
    const lines = await checkDraft(worker.ctx, caseId, draft);
    const line = lines.find(({ field }) => field === "danger");
    expect(line).toMatchObject({ id: "M-50", result: "fail", link: { path: "danger" } });
    expect(openFails(lines).map(({ id }) => id)).not.toContain("M-50");
  });

  test("no packet is built either, when an act came after the draft", async () => {
    const made = await making();
    await answerDanger(worker.ctx, made.caseId);
    const { id } = await draftPacket(worker.ctx, { caseId: made.caseId, ...draft });
    await logAnother(made);
    await assemblePacket(org.service(), { packetId: id });
    expect(await statusOf(id)).toMatchObject({
      status: "failed",
      progress: { error: expect.stringMatching(/^I-3 names a day/) },
    });
  });
});

describe("the answer", () => {
  test("is in the snapshot with the words, who, when, what was done and when somebody looks again", async () => {
    const of = await making();
    await answerDanger(worker.ctx, of.caseId, imminent());
    const { case: matter } = await takeFor(worker, { of, kind: "mla_dossier" });
    expect(matter.danger).toMatchObject({
      asked: true,
      acts: [{ incident: "I-1", at: "2026-10-10T10:06:00Z", words: [words], note: [] }],
      open: [],
      flagged: false,
      answer: "imminent",
      assessedBy: expect.stringMatching(/^S-\d+$/),
      reason: "A day and a place are named.",
      steps: [{ what: "SAPS Voorbeeldfontein", at: "2026-10-20T07:40:00Z" }],
      reviewOn: imminent().reviewOn,
    });
  });

  test("is null where nothing asks for it", async () => {
    const of = await making({ words: "You are nothing." });
    expect((await takeFor(worker, { of, kind: "mla_dossier" })).case.danger).toBeNull();
  });

  test("fills the emergency where it is imminent, and proposes it and an urgent message", async () => {
    const of = await making();
    await answerDanger(worker.ctx, of.caseId, { answer: "serious", reviewOn: imminent().reviewOn });
    expect((await takeFor(worker, { of, kind: "preservation_briefing" })).emergency).toBeNull();
    const before = await getDraftChoices(worker.ctx, of.caseId, "interpol_briefing");
    expect(before.start.ncbAsk).toMatchObject({ priority: "normal" });
    await answerDanger(worker.ctx, of.caseId, imminent());
    const filled = {
      who: expect.stringMatching(/^The client, CL-\d+\.$/),
      nature: `I-1: “${words}”`,
      whyNow: "A day and a place are named.",
    };
    const change = { emergency: { data: "The last log-in." } };
    const { emergency } = await takeFor(worker, { of, kind: "preservation_briefing", change });
    expect(emergency).toMatchObject({ ...filled, data: "The last log-in.", noTime: null, sources: ["I-1"] });
    const choices = await getDraftChoices(worker.ctx, of.caseId, "preservation_briefing");
    expect(choices.start.emergency).toEqual({ ...filled, data: "", noTime: "" });
    const message = await getDraftChoices(worker.ctx, of.caseId, "interpol_briefing");
    expect(message.start.ncbAsk).toMatchObject({ priority: "urgent" });
  });

  test("is looked through for the client's own details, as every other text", async () => {
    const of = await making();
    await answerDanger(worker.ctx, of.caseId, { reason: `${secrets.name} takes that bus.` });
    const { id } = await draftPacket(worker.ctx, { caseId: of.caseId, ...draft });
    await assemblePacket(org.service(), { packetId: id });
    expect(await statusOf(id)).toMatchObject({
      status: "failed",
      progress: { error: expect.stringMatching(/^The danger: .*name/) },
    });
  });
});

import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { readCaseHeader } from "@/lib/casework/cases/queries";
import { assessDanger } from "@/lib/casework/danger/assess-danger";
import { getDanger } from "@/lib/casework/danger/queries";
import { logIncident } from "@/lib/casework/incidents/log-incident";
import { readDeadlinesPage } from "@/lib/escalation/deadlines/queries";
import { addDays } from "@/lib/platform/time/calendar";
import { civilDate } from "@/lib/platform/time/clock";
import { bySql, refusedByPostgres } from "@/tests/support/by-sql";
import { incident, openSample } from "@/tests/support/case-form";
import { answerDanger, dangerAnswer } from "@/tests/support/danger";
import { makeOrg, type Org, type Person } from "@/tests/support/org";

let org: Org;
let mine: Person;

beforeAll(async () => {
  org = await makeOrg();
  mine = await org.person("caseworker");
});

const { account: _, ...told } = incident;
const soon = () => addDays(civilDate(mine.ctx.now, "Africa/Johannesburg"), 2);
const phoned = { step1: "Fynbos Road station told", step1At: "2026-10-13T10:20" };

async function caseWith(words: string): Promise<string> {
  const { id } = await openSample(mine.ctx, { incidents: [{ ...incident, words, what: "A direct message." }] });
  return id;
}

describe("assessDanger", () => {
  test("answers for the acts shown, marks the case, is sealed and in the log, and names who answered", async () => {
    const caseId = await caseWith("I will be at your stop on Friday.");
    expect((await getDanger(mine.ctx, caseId)).question).toMatchObject({
      isOpen: true,
      open: [{ code: "I-1", words: ["I will be at your stop on Friday."], note: [] }],
    });
    const reason = "He named the Quagga stop and the day.";
    const id = await answerDanger(mine.ctx, caseId, { answer: "imminent", reason, reviewOn: soon(), ...phoned });
    const { question, assessments } = await getDanger(mine.ctx, caseId);
    expect(question).toMatchObject({ isOpen: false, open: [], acts: [{ code: "I-1" }] });
    expect(assessments).toMatchObject([
      {
        id,
        reason,
        answer: "imminent",
        acts: [{ code: "I-1", found: expect.arrayContaining(["day friday"]) }],
        steps: [{ what: "Fynbos Road station told", at: new Date("2026-10-13T08:20:00Z") }],
        reviewOn: soon(),
        by: mine.ctx.actor.name,
      },
    ]);
    expect(await readCaseHeader(mine.ctx, caseId)).toMatchObject({ inDanger: true });
    expect(await org.auditOf(id)).toEqual(["danger.assessed"]);
    const rows = await bySql<Record<string, string>>(
      mine.ctx,
      sql`select acts, reason, steps from app.danger_assessments where id = ${id}`,
    );
    expect(JSON.stringify(rows)).not.toMatch(/Quagga|friday|Fynbos/i);
  });

  test("is asked again by a new act, and refuses who has not read it; another answer takes the mark away", async () => {
    const caseId = await caseWith("I will find you");
    await answerDanger(mine.ctx, caseId, { answer: "imminent", reviewOn: soon(), ...phoned });
    const read = await dangerAnswer(mine.ctx, caseId);
    await logIncident(mine.ctx, { caseId, ...told, words: "See you on Monday" });
    expect((await getDanger(mine.ctx, caseId)).question).toMatchObject({ isOpen: true, open: [{ code: "I-2" }] });
    await expect(assessDanger(mine.ctx, { caseId, ...read })).rejects.toMatchObject({ code: "conflict" });
    const reviews = async () =>
      (await readDeadlinesPage(mine.ctx, caseId)).clocks
        .filter(({ code }) => code === "T-DANGER")
        .map(({ dueOn }) => dueOn);
    expect(await reviews()).toEqual([soon()]);
    await answerDanger(mine.ctx, caseId);
    expect(await reviews()).toEqual([]);
    const { question, assessments } = await getDanger(mine.ctx, caseId);
    expect(question.isOpen).toBe(false);
    expect(assessments.map(({ answer }) => answer)).toEqual(["none", "imminent"]);
    expect(await readCaseHeader(mine.ctx, caseId)).toMatchObject({ inDanger: false });
  });

  test("names the fields that are missing: who was told and when, and the day to look again", async () => {
    const caseId = await caseWith("I will find you");
    const send = async (over: object) =>
      assessDanger(mine.ctx, { caseId, ...(await dangerAnswer(mine.ctx, caseId, over)) });
    const message = expect.any(String);
    await expect(send({ answer: "imminent", reason: " " })).rejects.toMatchObject({
      fields: { reason: message, step1: message, reviewOn: message },
    });
    await expect(send({ answer: "imminent", step1: "Told", reviewOn: soon() })).rejects.toMatchObject({
      fields: { step1At: message },
    });
    await expect(send({ answer: "serious", reviewOn: "2020-01-01" })).rejects.toMatchObject({
      fields: { reviewOn: message },
    });
    await expect(send({ step1: "Told", step1At: "2099-01-01T10:00" })).rejects.toMatchObject({
      fields: { step1At: message },
    });
  });

  test("nobody changes or removes an answer, the owner of the tables neither", async () => {
    const caseId = await caseWith("I will find you");
    await answerDanger(mine.ctx, caseId);
    for (const statement of [
      sql`delete from app.danger_assessments where case_id = ${caseId}`,
      sql`update app.danger_assessments set answer = 'none' where case_id = ${caseId}`,
    ])
      await expect(bySql(mine.ctx, statement)).rejects.toSatisfy(refusedByPostgres);
  });
});

import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { letters } from "@/db/schema";
import { recordReference } from "@/lib/casework/references/commands/record-reference";
import { readStepPage } from "@/lib/escalation/ladder/queries";
import { readLetterDesk } from "@/lib/escalation/letters/queries";
import { recordLetterIn } from "@/lib/escalation/letters/record-letter-in";
import { type Ctx, withTransaction } from "@/lib/kernel/access/ctx";
import { addDays } from "@/lib/platform/time/calendar";
import { addExhibit } from "@/tests/support/exhibit";
import { makeOrg, type Org } from "@/tests/support/org";
import { plantCase } from "@/tests/support/plant";
import { homeToday } from "@/tests/support/plant-clock";
import { plantIncident } from "@/tests/support/plant-matter";

let org: Org;
let worker: Ctx;
let today: string;

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.as("caseworker");
  today = homeToday(worker);
});

const words = {
  from: "Adv Fictional, the Regulator",
  summary: "They accept the complaint.",
  theirReference: "IR-SECRET-9",
};
const step = "information-regulator";

async function waiting(): Promise<{ caseId: string; referenceId: string }> {
  const caseId = await plantCase(worker);
  await plantIncident(worker, caseId, 1);
  const raw = `IR ${caseId.slice(-6)}/2026`;
  const number = { caseId, kind: "information_regulator", raw, receivedVia: "email", keepAsTyped: "on" };
  const { id } = await recordReference(worker, { ...number, issuedOn: addDays(today, -10) });
  return { caseId, referenceId: id };
}

describe("recordLetterIn", () => {
  test("an answer ends the wait of its step and the clock, in the same act, and says so", async () => {
    const { caseId, referenceId } = await waiting();
    const scan = await addExhibit(worker, caseId, Buffer.from("a photo of the letter"), { fileName: "letter.txt" });
    const letter = {
      caseId,
      receivedOn: today,
      channel: "post",
      step,
      referenceId,
      exhibitId: scan.exhibitId,
      ...words,
    };
    const made = await recordLetterIn(worker, { ...letter, answers: "all", outcome: "Accepted" });
    expect(made).toMatchObject({ code: "IN-1", ended: ["Information Regulator (POPIA): Ask what became of it"] });
    const page = await readStepPage(worker, caseId, step);
    expect(page.view.status).toBe("done");
    expect(page.events[0]).toMatchObject({ event: "done", channel: "letter", note: expect.stringContaining("IN-1") });
    const desk = await readLetterDesk(worker, caseId, { direction: "all", page: 1 });
    expect(desk.letters).toMatchObject([
      {
        code: "IN-1",
        party: words.from,
        summary: words.summary,
        answers: "all",
        scan: { code: "E-01" },
        step: { key: step },
      },
    ]);
    expect(desk.letters[0]?.reference?.display).toContain("IR");
    expect(await org.auditOf(made.id)).toEqual(["letter.recorded"]);
  });

  test("what was typed is sealed", async () => {
    const { caseId } = await waiting();
    const { id } = await recordLetterIn(worker, { caseId, receivedOn: today, channel: "email", ...words });
    const stored = await withTransaction(worker, "read only", ({ db }) =>
      db.select().from(letters).where(eq(letters.id, id)),
    );
    expect(stored).toHaveLength(1);
    for (const secret of Object.values(words)) expect(JSON.stringify(stored)).not.toContain(secret);
  });

  test("a letter that answers nothing is logged at its step and ends nothing; the next is IN-2", async () => {
    const { caseId } = await waiting();
    const letter = { caseId, receivedOn: today, channel: "post", ...words };
    expect(await recordLetterIn(worker, { ...letter, step })).toMatchObject({ code: "IN-1", ended: [] });
    expect(await recordLetterIn(worker, letter)).toMatchObject({ code: "IN-2", ended: [] });
    const page = await readStepPage(worker, caseId, step);
    expect(page.stage.stage).toBe("received");
    expect(page.events).toHaveLength(1);
  });

  test.each([
    ["from", { from: "" }],
    ["summary", { summary: "" }],
    ["receivedOn", { receivedOn: "2999-01-01" }],
    ["channel", { channel: "" }],
    ["step", { answers: "all", outcome: "Yes" }],
    ["outcome", { answers: "all", step }],
  ])("what is missing or cannot be is said at %s", async (field, change) => {
    const { caseId } = await waiting();
    const attempt = recordLetterIn(worker, { caseId, receivedOn: today, channel: "post", ...words, ...change });
    await expect(attempt).rejects.toMatchObject({ code: "invalid", fields: { [field]: expect.any(String) } });
  });

  test("a step that takes no such answer says why at the step, and nothing is recorded", async () => {
    const { caseId } = await waiting();
    const letter = { caseId, receivedOn: today, channel: "post", step: "oia", answers: "all", outcome: "No", ...words };
    await expect(recordLetterIn(worker, letter)).rejects.toMatchObject({ fields: { step: expect.any(String) } });
    expect((await readLetterDesk(worker, caseId, { direction: "in", page: 1 })).counts.all).toBe(0);
  });
});

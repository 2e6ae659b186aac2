import { eq, sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { auditEntries, references, stepEvents } from "@/db/schema";
import { recordReference } from "@/lib/casework/references/commands/record-reference";
import { listReferences } from "@/lib/casework/references/queries";
import { readStepPage } from "@/lib/escalation/ladder/queries";
import { readMessage } from "@/lib/escalation/messages/queries";
import { recordPasted } from "@/lib/escalation/messages/record-pasted";
import { type Ctx, withTransaction } from "@/lib/kernel/access/ctx";
import { officeToday } from "@/lib/law/office/rules";
import { recordAbsence } from "@/lib/organisation/absences/record-absence";
import { bySql } from "@/tests/support/by-sql";
import { makeOrg, type Org } from "@/tests/support/org";
import { plantCase } from "@/tests/support/plant";

let org: Org;
let worker: Ctx;

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.as("caseworker");
});

let serial = 10_000;
function next(): number {
  serial += 1_111;
  return serial;
}

const sms = (n: number) =>
  `SAPS: your case is registered at PROTEA HEIGHTS. CAS ${n}/11/2025. Investigating officer CONST V NAIDOO 021 000 0193. Entry OB ${n}/10/2025. Keep this number for all enquiries.`;
const row = (no: number, raw: string, more: object = {}) => ({
  no,
  kind: "cas",
  raw,
  station: "",
  issuer: "",
  sure: false,
  ...more,
});
const pasted = (caseId: string, numbers: object[], more: object = {}) => ({
  caseId,
  receivedVia: "sms",
  receivedOn: "",
  numbers,
  officer: null,
  ...more,
});

describe("readMessage", () => {
  test("finds the number, the officer and what is no case number, guesses the case that waits, and doubts a station only until it is known", async () => {
    const caseId = await plantCase(worker);
    await recordReference(worker, { caseId, kind: "cas", state: "not_yet_issued" });
    const n = next();
    const first = await readMessage(worker, { message: sms(n) });
    expect(first.numbers[0]).toMatchObject({ standing: "odd", explanation: expect.stringContaining("Check the name") });
    const earlier = { kind: "cas", raw: "Protea Heights CAS 7/10/2025", receivedVia: "sms" };
    await recordReference(worker, { caseId: await plantCase(worker), ...earlier });
    const read = await readMessage(worker, { message: sms(n) });
    expect(read.numbers.map((foundNumber) => [foundNumber.kind, foundNumber.display, foundNumber.standing])).toEqual([
      ["cas", `Protea Heights CAS ${n}/11/2025`, "good"],
      ["ob", `OB ${n}/10/2025`, "not_case_number"],
    ]);
    expect(read.officer).toMatchObject({ text: "Const. V Naidoo, 021 000 0193", stepKey: "detective" });
    expect(read.guesses[0]).toMatchObject({ caseId, why: expect.stringContaining("Waiting for a CAS number") });
    expect(read.pieces.map((piece) => piece.text).join("")).toBe(sms(n));
  });

  test("guesses among the cases of somebody and of whom they cover for, a supervisor among all; none that is closed", async () => {
    const apart = await makeOrg();
    const thandi = await apart.person("caseworker");
    const lerato = await apart.person("caseworker");
    const waiting = async ({ ctx }: typeof thandi) => {
      const caseId = await plantCase(ctx);
      await recordReference(ctx, { caseId, kind: "cas", state: "not_yet_issued" });
      return caseId;
    };
    const [hers, closed, theirs] = [await waiting(thandi), await waiting(thandi), await waiting(lerato)];
    await bySql(
      thandi.ctx,
      sql`update app.cases set closed_at = now(), closed_by = ${thandi.memberId}, outcome = 'client_ended' where id = ${closed}`,
    );
    const guessed = async (ctx: Ctx) =>
      (await readMessage(ctx, { message: sms(next()) })).guesses.map(({ caseId }) => caseId).toSorted();
    expect(await guessed(thandi.ctx)).toEqual([hers]);
    const today = officeToday(new Date());
    await recordAbsence(lerato.ctx, {
      memberId: lerato.memberId,
      coverId: thandi.memberId,
      fromOn: today,
      untilOn: today,
    });
    expect(await guessed(thandi.ctx)).toEqual([hers, theirs].toSorted());
    expect(await guessed(lerato.ctx)).toEqual([theirs]);
    expect(await guessed(await apart.as("supervisor"))).toEqual([hers, theirs].toSorted());
  });

  test("says what is on this case already, and on another", async () => {
    const caseId = await plantCase(worker);
    const other = await plantCase(worker);
    const raw = `Voorbeeldfontein CAS ${next()}/4/2026`;
    await recordReference(worker, { caseId, kind: "cas", raw, receivedVia: "sms" });
    const standing = async (id: string) => (await readMessage(worker, { message: raw, caseId: id })).numbers[0];
    expect(await standing(caseId)).toMatchObject({ standing: "here" });
    expect(await standing(other)).toMatchObject({ standing: "known", codes: [expect.stringMatching(/^CD-26-/)] });
    const stranger = (await org.person("caseworker")).ctx;
    const hidden = (await readMessage(stranger, { message: raw })).numbers[0];
    const free = `Voorbeeldfontein CAS ${next()}/4/2026`;
    const nobodys = (await readMessage(stranger, { message: free })).numbers[0];
    expect(hidden).toEqual({ ...nobodys, raw: hidden?.raw, display: hidden?.display });
  });

  test("refuses an empty message, a very long one, and a case that is not seen", async () => {
    await expect(readMessage(worker, { message: " " })).rejects.toMatchObject({
      fields: { message: expect.any(String) },
    });
    const long = { message: "x".repeat(20_001) };
    await expect(readMessage(worker, long)).rejects.toMatchObject({ fields: { message: expect.any(String) } });
    const caseId = await plantCase(worker);
    const stranger = (await org.person("caseworker")).ctx;
    await expect(readMessage(stranger, { message: "CAS 1/1/2026", caseId })).rejects.toMatchObject({
      code: "not_found",
    });
  });
});

describe("recordPasted", () => {
  test("saves the numbers and the officer at once, each audited, and not the message", async () => {
    const caseId = await plantCase(worker);
    const n = next();
    const numbers = [
      row(0, `CAS ${n}/11/2025`, { station: "Protea Heights" }),
      row(1, "c-48210", { kind: "stopncii" }),
    ];
    const officer = { text: "Const. V Naidoo, 021 000 0193", stepKey: "detective" };
    const { saved } = await recordPasted(worker, pasted(caseId, numbers, { officer, receivedOn: "2026-11-20" }));
    expect(saved).toBe(3);
    expect((await listReferences(worker, caseId)).map((reference) => reference.display)).toEqual([
      `Protea Heights CAS ${n}/11/2025`,
      "c-48210",
    ]);
    expect(await org.auditOf(caseId)).toEqual(["step.begun", "case.message_pasted"]);
    const events = await withTransaction(worker, "read only", ({ db }) =>
      db.select().from(stepEvents).where(eq(stepEvents.caseId, caseId)),
    );
    expect(events).toMatchObject([{ stepKey: "detective", event: "begun" }]);
    expect(events[0]?.note).not.toContain("Naidoo");
    const page = await readStepPage(worker, caseId, "detective");
    expect(page.events[0]?.note).toBe(officer.text);
    expect(page.view.status).not.toBe("not_yet");
    const log = await withTransaction(org.service(), "read only", ({ db }) => db.select().from(auditEntries));
    expect(JSON.stringify(log)).not.toContain("Naidoo");
  });

  test("a second message with the officer is one more contact of the step", async () => {
    const caseId = await plantCase(worker);
    const officer = { text: "Const. V Naidoo, 021 000 0193", stepKey: "detective" };
    await recordPasted(worker, pasted(caseId, [row(0, `Langdorp CAS ${next()}/4/2026`)], { officer }));
    await recordPasted(worker, pasted(caseId, [], { officer }));
    const events = await withTransaction(worker, "read only", ({ db }) =>
      db.select().from(stepEvents).where(eq(stepEvents.caseId, caseId)),
    );
    expect(events.map((entry) => entry.event).sort()).toEqual(["begun", "contact"]);
  });

  test("finds the case by its code", async () => {
    const caseId = await plantCase(worker);
    const code = `CD-26-${caseId.slice(-6)}`;
    const unknown = "CD-26-999999";
    const input = { ...pasted(caseId, [row(0, `Langdorp CAS ${next()}/4/2026`)]), caseId: undefined };
    const attempt = recordPasted(worker, { ...input, caseCode: unknown });
    await expect(attempt).rejects.toMatchObject({ code: "invalid", fields: { caseCode: expect.any(String) } });
    expect(await recordPasted(worker, { ...input, caseCode: code })).toMatchObject({ caseId });
  });

  test("names every row that needs another look, and saves nothing of the rest until it is ticked", async () => {
    const caseId = await plantCase(worker);
    const numbers = (sure: boolean) => [
      row(0, `Langdorp CAS ${serial + 1_111}/4/2026`),
      row(3, "Langdorp CAS 12/13/2026", { sure }),
      row(7, "CAS 77123/4/2026", { sure }),
    ];
    await expect(recordPasted(worker, pasted(caseId, numbers(false)))).rejects.toMatchObject({
      code: "invalid",
      fields: {
        "raw-3": expect.stringContaining("Month 13"),
        "station-7": expect.any(String),
        "sure-3": expect.any(String),
      },
    });
    expect(await listReferences(worker, caseId)).toEqual([]);
    expect(
      await withTransaction(worker, "read only", ({ db }) =>
        db.select().from(references).where(eq(references.caseId, caseId)),
      ),
    ).toEqual([]);
    await recordPasted(worker, pasted(caseId, numbers(true)));
    expect((await listReferences(worker, caseId)).map((reference) => reference.warnings)).toEqual([
      [],
      ["month"],
      ["no_station"],
    ]);
    const empty = recordPasted(worker, pasted(caseId, []));
    await expect(empty).rejects.toMatchObject({ code: "invalid", fields: { "keep-0": expect.any(String) } });
    next();
  });

  test("of two at once, one saves and the other is told", async () => {
    const caseId = await plantCase(worker);
    const input = pasted(caseId, [row(0, `Langdorp CAS ${next()}/4/2026`)]);
    const both = await Promise.allSettled([recordPasted(worker, input), recordPasted(worker, input)]);
    expect(both.filter((result) => result.status === "fulfilled")).toHaveLength(1);
    expect(await listReferences(worker, caseId)).toHaveLength(1);
  });

  test("the day on which a number was given is kept, so that it has its place in the chronology", async () => {
    const caseId = await plantCase(worker);
    const n = next();
    const message = `CAS ${n}/4/2026 was opened at Langdorp SAPS on 12/4/2026`;
    const read = await readMessage(worker, { caseId, message });
    expect(read.numbers).toMatchObject([{ issuedOn: "2026-04-12", standing: "good" }]);
    await recordPasted(worker, pasted(caseId, [row(0, `Langdorp CAS ${n}/4/2026`, { issuedOn: "2026-04-12" })]));
    await recordPasted(worker, pasted(caseId, [row(0, `Langdorp CAS ${next()}/4/2026`, { issuedOn: "" })]));
    const rows = await withTransaction(worker, "read only", (ctx) =>
      ctx.db.select({ on: references.issuedOn }).from(references).where(eq(references.caseId, caseId)),
    );
    expect(rows.map(({ on }) => on).sort()).toEqual(["2026-04-12", null]);
    const odd = recordPasted(worker, pasted(caseId, [row(0, "Langdorp CAS 1/4/2026", { issuedOn: "the day before" })]));
    await expect(odd).rejects.toMatchObject({ code: "invalid" });
  });

  test("a name that only stands beside a number is a doubt, until the organisation has a number of that station", async () => {
    const caseId = await plantCase(worker);
    const standing = async (n: number) =>
      (await readMessage(worker, { caseId, message: `Kiewietkraal CAS ${n}/4/2026` })).numbers[0];
    const first = await standing(71_231);
    expect(first).toMatchObject({ standing: "odd", station: "Kiewietkraal", stationIsGuess: true });
    await recordPasted(worker, pasted(caseId, [row(0, "Kiewietkraal CAS 71231/4/2026")]));
    expect(await standing(84_567)).toMatchObject({ standing: "good", stationIsGuess: false });
    const stranger = await makeOrg();
    const message = "Kiewietkraal CAS 84567/4/2026";
    const read = await readMessage(await stranger.as("caseworker"), { message });
    expect(read.numbers).toMatchObject([{ standing: "odd" }]);
  });

  test("a number that was corrected, or a station that was guessed, is kept only once somebody looked", async () => {
    const caseId = await plantCase(worker);
    const n = `5${next()}`.slice(0, 5);
    const raw = `CA5 ${n}/l1/2O25`;
    const message = `I live in Langdorp. The number they sent is ${raw}`;
    const read = await readMessage(worker, { caseId, message });
    expect(read.numbers).toMatchObject([
      { standing: "odd", display: `Langdorp CAS ${n}/11/2025`, explanation: expect.stringContaining(raw) },
    ]);
    const guessed = { station: "Langdorp", guess: "Langdorp" };
    for (const numbers of [[row(0, raw, { station: "Langdorp" })], [row(0, `CAS ${n}/11/2025`, guessed)]]) {
      await expect(recordPasted(worker, pasted(caseId, numbers))).rejects.toMatchObject({
        code: "invalid",
        fields: { "sure-0": expect.any(String) },
      });
    }
    await recordPasted(worker, pasted(caseId, [row(0, raw, { ...guessed, sure: true })]));
    expect(await listReferences(worker, caseId)).toMatchObject([{ display: `Langdorp CAS ${n}/11/2025` }]);
  });
});

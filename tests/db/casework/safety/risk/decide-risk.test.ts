import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { readCaseHeader } from "@/lib/casework/cases/queries";
import { assessRisk } from "@/lib/casework/safety/risk/assess-risk";
import { decideRisk } from "@/lib/casework/safety/risk/decide-risk";
import { getRiskView } from "@/lib/casework/safety/risk/queries";
import { readDeadlinesPage } from "@/lib/escalation/deadlines/queries";
import { addDays } from "@/lib/platform/time/calendar";
import { civilDate } from "@/lib/platform/time/clock";
import { bySql, refusedByPostgres } from "@/tests/support/by-sql";
import { openSample } from "@/tests/support/case-form";
import { answerDanger } from "@/tests/support/danger";
import { makeOrg, type Org, type Person } from "@/tests/support/org";

let org: Org;
let mine: Person;

beforeAll(async () => {
  org = await makeOrg();
  mine = await org.person("caseworker");
});

const today = () => civilDate(mine.ctx.now, "Africa/Johannesburg");
const openStandard = async () => (await openSample(mine.ctx, { risk: "standard" })).id;
const dueOf = async (caseId: string, code: string) =>
  (await readDeadlinesPage(mine.ctx, caseId)).clocks.find((clock) => clock.code === code)?.dueOn;

describe("decideRisk", () => {
  test("the answers suggest, a person decides, the risk of the case follows and a deadline gets shorter", async () => {
    const caseId = await openStandard();
    const before = await dueOf(caseId, "T-SAFE");
    const assessed = await assessRisk(mine.ctx, {
      caseId,
      "is-threat": "yes",
      "is-worse": "no",
      note: "The Quagga stop",
    });
    expect(assessed.suggested).toBe("high");
    expect(await readCaseHeader(mine.ctx, caseId)).toMatchObject({ risk: "standard" });
    const { id } = await decideRisk(mine.ctx, { caseId, assessmentId: assessed.id, level: "high" });
    expect(await readCaseHeader(mine.ctx, caseId)).toMatchObject({ risk: "high" });
    expect(await org.auditOf(id)).toEqual(["risk.decided"]);
    expect(await org.auditOf(caseId)).toContain("case.risk_changed");
    expect(await dueOf(caseId, "T-SAFE")).toBe(addDays(before ?? "", -23));
    expect(await dueOf(caseId, "T-RISK")).toBe(addDays(today(), 7));
    const { assessments } = await getRiskView(mine.ctx, caseId);
    expect(assessments).toMatchObject([
      {
        answers: { threat: "yes", worse: "no", knows: "unknown" },
        note: "The Quagga stop",
        points: 3,
        decision: { level: "high", reason: null, by: mine.ctx.actor.name },
      },
    ]);
    const rows = await bySql(mine.ctx, sql`select * from app.risk_assessments where case_id = ${caseId}`);
    expect(JSON.stringify(rows)).not.toMatch(/Quagga|threat/);
    await expect(bySql(mine.ctx, sql`delete from app.risk_decisions where case_id = ${caseId}`)).rejects.toSatisfy(
      refusedByPostgres,
    );
  });

  test("otherwise than suggested needs a reason; each set of answers is decided once, and the newest alone", async () => {
    const caseId = await openStandard();
    const first = await assessRisk(mine.ctx, { caseId, "is-threat": "yes" });
    const decide = (over: object) =>
      decideRisk(mine.ctx, { caseId, assessmentId: first.id, level: "elevated", ...over });
    await expect(decide({})).rejects.toMatchObject({ fields: { reason: expect.any(String) } });
    await expect(decide({ reason: "Old.", reviewOn: "2020-01-01" })).rejects.toMatchObject({
      fields: { reviewOn: expect.any(String) },
    });
    await decide({ reason: "It was years ago." });
    await expect(decide({ reason: "Again." })).rejects.toMatchObject({ code: "conflict" });
    await assessRisk(mine.ctx, { caseId });
    await expect(decide({ reason: "Again." })).rejects.toMatchObject({ code: "conflict" });
  });

  test("a score never lowers what was decided about danger", async () => {
    const caseId = await openStandard();
    const reviewOn = addDays(today(), 2);
    await answerDanger(mine.ctx, caseId, {
      answer: "imminent",
      step1: "10111 told",
      step1At: "2026-10-13T10:20",
      reviewOn,
    });
    const { id: assessmentId, suggested } = await assessRisk(mine.ctx, { caseId, "is-threat": "no" });
    expect(suggested).toBe("high");
    const decide = (level: string) => decideRisk(mine.ctx, { caseId, assessmentId, level, reason: "Quiet now." });
    await expect(decide("elevated")).rejects.toMatchObject({ fields: { level: expect.any(String) } });
    await decide("high");
    expect(await readCaseHeader(mine.ctx, caseId)).toMatchObject({ risk: "high", inDanger: true });
  });
});

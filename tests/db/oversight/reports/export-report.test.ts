import { beforeAll, describe, expect, test } from "vitest";
import { caseOutcomes } from "@/lib/casework/cases/labels";
import { revealExhibit } from "@/lib/evidence/exposure/reveal-exhibit";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { officeToday } from "@/lib/law/office/rules";
import { countCases } from "@/lib/oversight/case-list/queries";
import { countInBackground } from "@/lib/oversight/reports/count-in-background";
import { exportReport } from "@/lib/oversight/reports/export-report";
import { fewWords, withheldWords } from "@/lib/oversight/reports/labels";
import { readReports } from "@/lib/oversight/reports/queries";
import { writeCounted } from "@/lib/oversight/reports/rules";
import type { Audience, Cell, Filter, Report, ReportName } from "@/lib/oversight/reports/types";
import { listTeam } from "@/lib/oversight/team/list-team";
import { newId } from "@/lib/platform/ids";
import { addDays } from "@/lib/platform/time/calendar";
import { addExhibit } from "@/tests/support/exhibit";
import { seededBytes } from "@/tests/support/files";
import { makeOrg, type Org, type Person } from "@/tests/support/org";
import { flatPagesOf } from "@/tests/support/pdf";
import { type PlantedCase, plantFigures } from "@/tests/support/plant-figures";

let org: Org;
let supervisor: Ctx;
let people: Person[];
let planted: PlantedCase[];
let today: string;
let filter: Filter;

const stalls = "Report at the Community Service Centre";
const evil = '=HYPERLINK("http://x.example")';

/** 20 cases of the first person, 12 of the second, 4 of the third: large, large, and too few. */
function plan([first, second, third]: string[]): PlantedCase[] {
  return Array.from({ length: 36 }, (_, i): PlantedCase => {
    const owner = i < 20 ? first : i < 32 ? second : third;
    const pair = i % 2 === 0 ? "ZA-US" : "US-ZA";
    const plantedCase: PlantedCase = { id: newId(), owner: owner ?? "", pair, opened: 10 + i };
    if (i % 3 === 0) Object.assign(plantedCase, { closed: 2 + (i % 5), outcome: i % 2 === 0 ? "stopped" : "order" });
    if (i % 3 === 1) Object.assign(plantedCase, { quiet: 25 + i, next: i % 2 === 0 ? act : "Wait for the police" });
    if (i < 11 && pair === "ZA-US") Object.assign(plantedCase, { cas: 4 + (i % 4), begun: i === 0 ? 9 : undefined });
    if (i < 9 && pair === "ZA-US") plantedCase.detective = 3;
    if (i < 5) Object.assign(plantedCase, { office: evil, refused: 6, settled: 1 });
    if (i >= 5 && i < 9) Object.assign(plantedCase, { office: "Smallplace", refused: 6 });
    if (i > 20 && i < 27)
      Object.assign(plantedCase, { asked: 20, answered: 20 - (i % 6), given: 8, acknowledged: 8 - (i % 3) });
    return plantedCase;
  });
}

let act = stalls;

beforeAll(async () => {
  const { findPlaybook } = await import("@/lib/law/jurisdictions/rules");
  act = findPlaybook("ZA-US")?.steps["csc-report"]?.act ?? stalls;
  org = await makeOrg();
  people = [
    await org.person("caseworker", "Ann"),
    await org.person("caseworker", "Bea"),
    await org.person("caseworker", "Cas"),
  ];
  supervisor = await org.as("supervisor");
  today = officeToday(supervisor.now);
  filter = { from: addDays(today, -29), to: today, memberId: null, pair: null };
  planted = plan(people.map((person) => person.memberId));
  const liaisonId = (await org.person("liaison")).memberId;
  await plantFigures({ ctx: supervisor, today, liaisonId }, planted);
  const { exhibitId } = await addExhibit(supervisor, planted[1]?.id ?? "", seededBytes(100, 1));
  for (const ago of [0, 0, 1, 200]) {
    const then = { ...supervisor, now: new Date(supervisor.now.getTime() - ago * 86_400_000) };
    await revealExhibit(then, { exhibitId, what: "picture" });
  }
});

const of = async (name: ReportName, change: Partial<Filter> = {}, audience: Audience = "file"): Promise<Report> => {
  const found = (await readReports(supervisor, { ...filter, ...change }, audience)).find(
    (report) => report.name === name,
  );
  if (!found) throw new Error("no such report");
  return found;
};

const bare = (cell: Cell) => (cell.is === "count" ? cell.n : cell.is === "days" ? cell.days : cell.is);
const lines = (report: Report) => Object.fromEntries(report.rows.map((row) => [row.label, row.cells.map(bare)]));
const inPeriod = (ago: number | undefined) => ago !== undefined && ago <= 29;
const median = (all: readonly number[]): number => {
  const sorted = all.toSorted((a, b) => a - b);
  const half = sorted.length / 2;
  return ((sorted[Math.ceil(half) - 1] ?? 0) + (sorted[Math.floor(half)] ?? 0)) / 2;
};

describe("readReports", () => {
  test("hides nothing from the supervisor's own screen: it says what Team says at the same hour", async () => {
    const team = new Map((await listTeam(supervisor)).map((member) => [member.name, member.open]));
    const caseload = await of("caseload", {}, "screen");
    expect(lines(caseload)).toEqual({
      Ann: [team.get("Ann"), 20, 7],
      Bea: [team.get("Bea"), 0, 4],
      Cas: [team.get("Cas"), 0, 1],
    });
    const open = planted.filter((plantedCase) => plantedCase.closed === undefined).length;
    expect(caseload.total?.map(bare)).toEqual([open, 20, 12]);
    expect(lines(await of("refusals", {}, "screen"))).toEqual({ [evil]: [5, 5, 5], Smallplace: [4, 4, 0] });
    expect(lines(await of("closures", {}, "screen"))).toEqual({
      [caseOutcomes.stopped]: [6],
      [caseOutcomes.order]: [6],
    });
  });

  test("donors are told how many cases are open though a caseworker has few: they see no caseworker", async () => {
    const open = planted.filter((plantedCase) => plantedCase.closed === undefined).length;
    expect((await of("caseload", {}, "donors")).total?.map(bare)).toEqual([open, 20, 12]);
    const closures = await of("closures", {}, "donors");
    expect([closures.rows.map((row) => row.cells.map(bare)), closures.total?.map(bare)]).toEqual([[[6], [6]], [12]]);
  });

  test("says how many of the open cases were closed, how long that took, and hides it where one side is small", async () => {
    const shut = planted.filter((plantedCase) => plantedCase.closed !== undefined);
    const took = median(shut.map(({ opened, closed = 0 }) => opened - closed));
    const texts = (report: Report) =>
      report.rows.map(({ key, cells }) => [key, ...cells.map((cell) => (cell.is === "text" ? cell.text : bare(cell)))]);
    const share = `${Math.round((shut.length / planted.length) * 100)} % closed`;
    expect(texts(await of("flow", {}, "screen"))).toEqual([
      ["closed", planted.length, share],
      ["finished", shut.length, `${Math.round(took * 10) / 10} days (median)`],
    ]);
    expect(texts(await of("flow", {}, "donors"))[0]).toEqual(["closed", planted.length, share]);
    // Of the third person one case was closed and three are open.
    expect(texts(await of("flow", { memberId: people[2]?.memberId ?? null }))[0]).toEqual(["closed", "few", "few"]);
    for (const [key, n] of [
      ["worked.all", planted.length],
      ["finished.all", shut.length],
    ] as const) {
      const filters = { status: ["open", "closed"], counted: key, from: filter.from, to: filter.to } as const;
      expect([key, await countCases(supervisor, filters as Parameters<typeof countCases>[1])]).toEqual([key, n]);
    }
  });

  test("counts the caseload as plain counting does, hides four and whatever would give four away", async () => {
    const mine = (at: number, has: (plantedCase: PlantedCase) => boolean) =>
      planted.filter((plantedCase) => plantedCase.owner === people[at]?.memberId && has(plantedCase)).length;
    const open = (plantedCase: PlantedCase) => plantedCase.closed === undefined;
    const opened = (plantedCase: PlantedCase) => inPeriod(plantedCase.opened);
    const closed = (plantedCase: PlantedCase) => !open(plantedCase);
    const report = await of("caseload");
    expect(mine(2, open)).toBeLessThan(5);
    expect([mine(0, opened), mine(0, closed), mine(1, opened), mine(1, closed)]).toEqual([20, 7, 0, 4]);
    expect(lines(report)).toEqual({
      Ann: [mine(0, open), "withheld", "withheld"],
      Bea: ["withheld", "few", "few"],
      Cas: ["few", "few", "few"],
    });
    expect(report.total?.map(bare)).toEqual(["withheld", "withheld", "withheld"]);
  });

  test("shows all, and the sum, when no cell is small: at five, not at four", async () => {
    const pairs = { pair: "US-ZA", memberId: people[0]?.memberId ?? null };
    const report = await of("caseload", pairs);
    const mine = planted.filter((plantedCase) => plantedCase.owner === pairs.memberId && plantedCase.pair === "US-ZA");
    expect(bare(report.rows[0]?.cells[0] ?? { is: "few" })).toBe(
      mine.filter((plantedCase) => plantedCase.closed === undefined).length,
    );
    expect(report.total?.[0]).toMatchObject({ is: "count" });
  });

  test("takes the median of the days to each number, from the step's start where there is one", async () => {
    const numbers = lines(await of("numbers"));
    const cas = planted.filter((plantedCase) => plantedCase.cas !== undefined);
    const days = cas.map((ca) => (ca.begun ?? ca.opened) - (ca.cas ?? 0));
    expect(Object.entries(numbers).find(([label]) => label.includes("CAS"))?.[1]).toEqual([cas.length, median(days)]);
    const detective = planted.filter((plantedCase) => plantedCase.detective !== undefined);
    expect(numbers["Detective assigned"]).toEqual([5, median(detective.map((plantedCase) => plantedCase.opened - 3))]);
    const answered = planted.filter((plantedCase) => plantedCase.asked !== undefined);
    const waits = answered.map((plantedCase) => (plantedCase.asked ?? 0) - (plantedCase.answered ?? 0));
    expect(numbers["First answer of a platform"]).toEqual([answered.length, median(waits)]);
    const taken = answered.map((plantedCase) => (plantedCase.given ?? 0) - (plantedCase.acknowledged ?? 0));
    expect(numbers["First acknowledgement by an officer, from handing over"]).toEqual([answered.length, median(taken)]);
    expect(Object.values(lines(await of("platforms")))).toEqual([[answered.length, answered.length, median(waits)]]);
  });

  test("counts what stands still by the step that is next", async () => {
    const quiet = planted.filter((plantedCase) => plantedCase.closed === undefined && (plantedCase.quiet ?? 0) > 30);
    const report = await of("stalled");
    const at = (pair: string, next: boolean) =>
      quiet.filter((plantedCase) => plantedCase.pair === pair && (plantedCase.next === act) === next).length;
    expect([at("ZA-US", true), at("US-ZA", false)].every((n) => n >= 5)).toBe(true);
    expect(report.rows.map((row) => [row.note, bare(row.cells[0] ?? { is: "few" })]).toSorted()).toEqual([
      ["US to ZA", at("US-ZA", false)],
      ["ZA to US", at("ZA-US", true)],
    ]);
    expect(report.total?.map(bare)).toEqual([quiet.length]);
  });

  test("shows five refusals of an office and not four", async () => {
    expect(lines(await of("refusals"))).toEqual({ [evil]: [5, 5, 5], Smallplace: ["few", "few", "few"] });
  });

  test("hides the smallest way in which cases ended, because the caseload hides a closed one", async () => {
    const ended = (outcome: string) => planted.filter((plantedCase) => plantedCase.outcome === outcome).length;
    expect([ended("stopped"), ended("order")]).toEqual([6, 6]);
    const report = await of("closures");
    expect(report.rows.map((row) => bare(row.cells[0] ?? { is: "few" })).toSorted()).toEqual([6, "withheld"]);
    expect(report.total?.map(bare)).toEqual(["withheld"]);
  });

  test("counts reveals by week, without any case", async () => {
    const { rows } = await of("exposure");
    const sum = rows.map((row) => row.cells[1]).reduce((all, cell) => all + (cell?.is === "count" ? cell.n : 0), 0);
    expect([sum, rows[0]?.label]).toEqual([3, "supervisor person"]);
  });

  test("each number equals the list that it opens", async () => {
    const cells = (await readReports(supervisor, filter)).flatMap((report) => [
      ...report.rows.flatMap((row) => row.cells),
      ...(report.total ?? []),
    ]);
    const linked = cells.flatMap((cell) => (cell.is === "count" && cell.list ? [{ n: cell.n, list: cell.list }] : []));
    expect(linked.length).toBeGreaterThan(8);
    for (const { n, list } of linked) {
      const status = ["open", "closed"] as const;
      const listed = {
        status,
        counted: writeCounted(list),
        from: filter.from,
        to: filter.to,
        owner: list.owner ? [list.owner] : [],
      };
      expect([list, await countCases(supervisor, listed)]).toEqual([list, n]);
    }
    expect(await countCases(supervisor, { counted: "nonsense" })).toBe(0);
  });

  test("is for supervisors, and another organisation has nothing to count", async () => {
    for (const role of ["caseworker", "admin", "liaison"] as const) {
      await expect(readReports(await org.as(role), filter)).rejects.toMatchObject({ code: "forbidden" });
    }
    const stranger = await (await makeOrg()).as("supervisor");
    expect((await readReports(stranger, filter)).flatMap((report) => report.rows)).toEqual([]);
  });
});

describe("exportReport", () => {
  const text = async (raw: Record<string, string>) => {
    const { draw, name } = await exportReport(supervisor, raw);
    const bytes = await draw();
    return { text: Buffer.from(bytes).toString("utf8"), bytes, name };
  };

  test("writes what the page shows, hidden cells hidden and formulas defused, and is logged without a name", async () => {
    const csv = await text({ report: "refusals", format: "csv" });
    expect(csv.name).toBe(`refusals_${filter.from}_${filter.to}.csv`);
    expect(csv.text.split("\r\n").slice(1, 3)).toEqual([
      `"'=HYPERLINK(""http://x.example"")",5,5,5`,
      `"Smallplace","${fewWords()}","${fewWords()}","${fewWords()}"`,
    ]);
    const xlsx = await text({ report: "caseload", format: "xlsx" });
    expect(xlsx.text.startsWith("PK")).toBe(true);
    expect(xlsx.text).toContain(withheldWords());
    expect(await org.auditOf(org.id)).toContain("report.exported");
  });

  test("prints a report for donors that names nobody, whoever was asked for", async () => {
    const { bytes } = await text({ report: "donor", format: "pdf", member: people[0]?.memberId ?? "" });
    const words = (await flatPagesOf(bytes)).join(" ");
    expect(words).toContain("Report for donors");
    expect(words).toContain(`Open now ${planted.filter((plantedCase) => plantedCase.closed === undefined).length}`);
    expect(words).not.toMatch(/Ann|Bea|Smallplace|HYPERLINK|supervisor person/);
  });

  test("names the field of what does not fit", async () => {
    const wrong = [
      [{ report: "salaries", format: "csv" }, "report"],
      [{ report: "caseload", format: "pdf" }, "format"],
      [{ report: "caseload", format: "csv", period: "custom", from: "2026-02-30", to: "2026-03-01" }, "from"],
      [{ report: "caseload", format: "csv", period: "custom", from: "2026-03-02", to: "2026-03-01" }, "to"],
      [{ report: "caseload", format: "csv", member: "Ann" }, "member"],
    ] as const;
    for (const [raw, field] of wrong) {
      const attempt = exportReport(supervisor, raw);
      await expect(attempt).rejects.toMatchObject({ code: "invalid", fields: { [field]: expect.any(String) } });
    }
  });
});

test("the report for donors says the day on which its figures were counted", async () => {
  const someone = await (await makeOrg()).as("supervisor");
  const morning = { ...someone, now: new Date("2026-11-10T08:00:00Z") };
  const dayBefore = { ...someone, now: new Date("2026-11-09T12:00:00Z") };
  const days = { from: "2026-10-01", to: "2026-10-31" };
  await countInBackground(dayBefore, { ...days, memberId: null, pair: null });
  const { draw } = await exportReport(morning, { report: "donor", format: "pdf", period: "custom", ...days });
  expect((await flatPagesOf(await draw())).join(" ")).toContain("Counted on 9 Nov 2026");
});

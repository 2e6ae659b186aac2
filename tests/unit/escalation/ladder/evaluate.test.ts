import { describe, expect, test } from "vitest";
import { evaluateLadder, miniText } from "@/lib/escalation/ladder/rules";
import type { LadderFacts, StepView } from "@/lib/escalation/ladder/types";
import { findPlaybook } from "@/lib/law/jurisdictions/rules";
import { firstDay, honeybush } from "@/tests/unit/escalation/ladder/facts";

const playbook = findPlaybook("ZA-US");
if (!playbook) throw new Error("no playbook");
const now = new Date("2026-11-24T12:40:00Z");
const look = (facts: LadderFacts, today = "2026-11-24") => evaluateLadder(playbook, facts, today, now);

function step(facts: LadderFacts, key: string, today?: string): StepView {
  const rows = look(facts, today).levels.flatMap((level) => level.rows.flatMap((row) => [row.home, row.there]));
  const found = rows.find((card) => card?.key === key);
  if (!found) throw new Error(`no step ${key}`);
  return found;
}

describe("the first day", () => {
  test("begins with safe contact and says what opens the rest", () => {
    const view = look(firstDay());
    expect(view.next).toMatchObject({ stepKey: "safe-contact", level: 1, side: "home" });
    expect(view.level).toMatchObject({ number: 1, of: 6, name: "Keep safe, keep proof" });
    expect(step(firstDay(), "detective")).toMatchObject({
      status: "not_yet",
      word: "Not yet",
      whyNotYet: ["Opens when the CAS number is recorded"],
    });
    expect(miniText(view)).toBe("nnnnnn/nnnnnn/------");
  });

  test("danger goes before everything", () => {
    expect(step(firstDay(), "emergency")).toMatchObject({ status: "skipped", fact: { before: "No danger flagged" } });
    const view = look(honeybush({ danger: true }));
    expect(view.next?.stepKey).toBe("emergency");
    expect(step(honeybush({ danger: true }), "emergency").status).toBe("ready");
  });

  test("two things missing are both said", () => {
    expect(step(firstDay(), "sworn-statement").whyNotYet).toEqual([
      "Opens when the first exhibit is kept",
      "Opens when the first incident is logged",
    ]);
  });
});

test("a number that came back shows that the step was sent, and starts its clock", () => {
  const reference = { kind: "platform_report", state: "issued" as const, display: "XR-1", issuedOn: "2026-11-22" };
  const numbered = { ...firstDay({ references: [reference] }), counts: honeybush().counts };
  expect(step(numbered, "platform-reports")).toMatchObject({ status: "waiting", clock: { dueOn: "2026-11-25" } });
  const undated = { ...numbered, references: [{ ...reference, issuedOn: null, recordedOn: "2026-11-10" }] };
  expect(step(undated, "platform-reports").status).toBe("overdue");
});

test("a fact of the playbook that no source was read for carries its marks, one that was read does not", () => {
  const marked = look(firstDay({ safeContactRecorded: false }))
    .levels.flatMap((level) => level.rows.flatMap((row) => [row.home, row.there]))
    .filter((card) => card && card.factMarks.length > 0);
  expect(marked.map((card) => card?.key)).toContain("safe-contact");
  expect(marked.map((card) => card?.key)).not.toContain("take-it-down");
});

describe("the case of the design", () => {
  const facts = honeybush();

  test("the overdue detective is the next best step, and says why", () => {
    const { next, level } = look(facts);
    expect(next).toMatchObject({ stepKey: "detective", act: "Ask the detective for an update", status: "overdue" });
    expect(next?.why).toContain("from last word, 6 Nov 2026. It was due on 20 Nov 2026: 4 days overdue.");
    expect(level).toMatchObject({ number: 3, of: 6 });
    expect(look(facts).alsoReady.map((card) => card.stepKey)).toContain("mla-request");
  });

  test("numbers, waits and clocks stand on the cards", () => {
    expect(step(facts, "csc-report")).toMatchObject({
      status: "done",
      fact: { before: "CAS", number: "Fynbos Road 212/10/2026" },
    });
    expect(step(facts, "take-it-down")).toMatchObject({
      status: "waiting",
      clock: { text: "19 h left of 48", kind: "L" },
    });
    expect(step(facts, "protection-order")).toMatchObject({
      word: "Waiting on court",
      clock: { text: "Return date 2 Dec" },
    });
    expect(step(facts, "provider-preserves")).toMatchObject({
      word: "Kept to 9 Feb 2027",
      clock: { text: "77 days left" },
    });
    expect(step(facts, "interpol").fact).toMatchObject({
      before: "Version 1 received 20 Nov.",
      notYet: "NCB number not yet issued",
    });
    expect(step(facts, "refusal-branch")).toMatchObject({ status: "skipped", fact: { before: "CAS number given" } });
    expect(step(facts, "fbi-tip").fact.before).toBe("Sent 14 Oct, no number expected");
  });

  test("bridges: crossed, open, not yet", () => {
    const bridges = look(facts).levels.flatMap((level) =>
      level.rows.flatMap((row) =>
        row.crossing?.kind === "bridge" ? [`${row.crossing.state}: ${row.crossing.text}`] : [],
      ),
    );
    expect(bridges).toEqual([
      "crossed: Crossed 11 Nov",
      "open: Briefing handed over",
      "later: Treaty, TIAS 13061",
      "later: The other way, slower",
    ]);
  });

  test("clocks run most urgent first, each with its letter and reason", () => {
    const clocks = look(facts).clocks;
    expect(clocks.map((clock) => clock.code)).toEqual([
      "T-SAPS-FU",
      // On the same day, and by the hour.
      "T-TIDA",
      "T-PLAT-1",
      "T-PHA-RET",
      "T-SAFE",
      // Two orders that were asked for, and the message to police: each is asked after.
      "T-ASK",
      "T-ASK",
      "T-ASK",
      "T-2703F",
    ]);
    expect(clocks[0]).toMatchObject({ kind: "D", state: "overdue", daysLeft: -4, stepKey: "detective" });
  });

  test("the small picture", () => {
    expect(miniText(look(facts))).toBe("ddodwn/nddwnn/---b--");
  });
});

describe("step by step", () => {
  const reported = (change: Partial<LadderFacts> = {}) =>
    firstDay({
      safeContactRecorded: true,
      counts: { exhibits: 1, incidents: 1, subjectsWithAccountId: 1 },
      steps: [{ stepKey: "csc-report", state: "submitted", submittedOn: "2026-11-20" }],
      ...change,
    });

  test("no CAS number after 48 hours is overdue and opens the refusal branch", () => {
    expect(step(reported(), "csc-report")).toMatchObject({ status: "overdue", word: "2 days overdue" });
    expect(step(reported(), "refusal-branch").status).toBe("ready");
    expect(look(reported()).next).toMatchObject({ stepKey: "csc-report", act: "Ask the station for the CAS number" });
  });

  test("an OB number does not complete it", () => {
    const facts = reported({ references: [{ kind: "ob", state: "issued", display: "Fynbos Road OB 9/11/2026" }] });
    expect(step(facts, "csc-report")).toMatchObject({
      status: "overdue",
      fact: { before: "OB", number: "Fynbos Road 9/11/2026", notYet: "CAS number not yet issued" },
    });
  });

  test("the CAS number completes it, closes the refusal branch and opens the detective", () => {
    const cas = { kind: "cas", state: "issued" as const, display: "Fynbos Road CAS 9/11/2026", issuedOn: "2026-11-23" };
    expect(step(reported({ references: [{ ...cas, state: "not_yet_issued" }] }), "csc-report").status).toBe("overdue");
    const facts = reported({ references: [cas] });
    expect(step(facts, "csc-report").status).toBe("done");
    expect(step(facts, "refusal-branch").status).toBe("skipped");
    expect(step(facts, "detective")).toMatchObject({ status: "ready", clock: { text: "Due tomorrow", kind: "D" } });
    expect(step(facts, "detective", "2026-11-26").status).toBe("overdue");
    expect(step(facts, "mla-request").status).toBe("ready");
  });

  test("a number that begins with the word for it does not say it twice", () => {
    const given = { kind: "ncb", state: "issued" as const, display: "NCB PTA 2026/11/5567", issuedOn: "2026-11-20" };
    expect(step(honeybush({ references: [...honeybush().references, given] }), "interpol").fact).toMatchObject({
      before: "NCB",
      number: "PTA 2026/11/5567",
    });
  });

  test("a step that brought two numbers shows the one that completes it", () => {
    const numbers = ["cas", "ob"].map((kind) => ({
      kind,
      state: "issued" as const,
      issuedOn: "2026-11-23",
      recordedOn: "2026-11-24",
      display: kind === "cas" ? "Fynbos Road CAS 9/11/2026" : "1123/11/2026",
    }));
    for (const references of [numbers, numbers.toReversed()])
      expect(step(reported({ references }), "csc-report").fact.number).toBe("Fynbos Road 9/11/2026");
  });

  test("a skip keeps its reason and counts for the level", () => {
    const facts = honeybush({
      steps: [
        ...honeybush().steps.filter((s) => s.stepKey !== "sworn-statement"),
        { stepKey: "sworn-statement", state: "skipped", skippedReason: "Sworn at the station" },
      ],
      documents: [],
    });
    expect(step(facts, "sworn-statement")).toMatchObject({
      status: "skipped",
      fact: { before: "Sworn at the station" },
    });
    expect(look(facts).levels[1]?.climbed).toBe(true);
  });

  test("a packet climbs from drafted to numbered", () => {
    const packet = (status: LadderFacts["packets"][number]["status"]) =>
      honeybush({ packets: [{ kind: "mla_dossier", status, version: 1, on: "2026-11-24" }] });
    expect(step(packet("drafted"), "mla-request")).toMatchObject({ status: "begun", word: "Version 1 drafted" });
    expect(step(packet("ready"), "mla-request").word).toBe("Version 1 waiting for approval");
    // A captain who has it is not the Director-General.
    expect(step(packet("acknowledged"), "mla-request")).toMatchObject({
      status: "waiting",
      word: "Waiting on the officer who has version 1",
    });
    const crossing = (facts: LadderFacts, today?: string) =>
      look(facts, today).levels.find(({ key }) => key === "state-to-state")?.rows[0]?.crossing;
    expect(crossing(packet("acknowledged"))).toMatchObject({ state: "open", text: "Dossier handed over" });
    const numbered = {
      ...packet("acknowledged"),
      references: [
        ...honeybush().references,
        { kind: "doj_cd", state: "issued" as const, display: "9/2/1/USA 14/2026", issuedOn: "2026-12-01" },
      ],
    };
    expect(step(numbered, "mla-request", "2026-12-02")).toMatchObject({
      status: "done",
      fact: { number: "9/2/1/USA 14/2026" },
    });
    expect(step(numbered, "oia", "2026-12-02").status).toBe("waiting");
    expect(crossing(numbered, "2026-12-02")).toMatchObject({ state: "open", text: "With DOJ&CD" });
    const oia = { kind: "oia", state: "issued" as const, display: "OIA 1", issuedOn: "2026-12-10" };
    const across = { ...numbered, references: [...numbered.references, oia] };
    expect(crossing(across, "2026-12-11")).toMatchObject({ state: "crossed", text: "Crossed 10 Dec" });
    expect(step(across, "oia", "2026-12-11")).toMatchObject({ status: "waiting", word: "Waiting on OIA" });
    const [ask] = look(across, "2027-02-15").clocks.filter(({ stepKey }) => stepKey === "oia");
    expect(ask).toMatchObject({ code: "T-MLA", dueOn: "2027-01-30" });
    expect(step(numbered, "letter-rogatory", "2026-12-02").status).toBe("skipped");
  });

  test.each([
    ["information-regulator", "information_regulator"],
    ["dpci", "dpci"],
    ["film-board", "fpb"],
    ["us-federal-case", "fbi_case"],
  ])("a number is a number: %s then waits for its answer, with a clock, until the outcome is recorded", (key, kind) => {
    const facts = honeybush({
      references: [...honeybush().references, { kind, state: "issued", display: "N 1", issuedOn: "2026-11-20" }],
    });
    expect(step(facts, key)).toMatchObject({ status: "waiting", fact: { number: "N 1" } });
    expect(look(facts).clocks.find(({ code, stepKey }) => code === "T-ASK" && stepKey === key)?.dueOn).toBe(
      "2026-12-20",
    );
    const heard = { stepKey: key, state: "submitted" as const, lastContactOn: "2026-11-23" };
    const asked = { ...facts, steps: [...facts.steps, heard] };
    expect(look(asked).clocks.find(({ stepKey }) => stepKey === key)?.dueOn).toBe("2026-12-23");
    const closed = { ...facts, steps: [...facts.steps, { stepKey: key, state: "done" as const, outcome: "Refused" }] };
    expect(step(closed, key).status).toBe("done");
    expect(look(closed).clocks.some(({ stepKey }) => stepKey === key)).toBe(false);
  });

  test("a newer draft does not take back what was handed over", () => {
    const facts = honeybush({
      packets: [
        { kind: "mla_dossier", status: "acknowledged", version: 1, on: "2026-11-20" },
        { kind: "mla_dossier", status: "drafted", version: 2 },
      ],
    });
    expect(step(facts, "mla-request").status).toBe("waiting");
  });

  test("without intimate images their steps are not needed; unknown, they are offered and never first", () => {
    expect(step(honeybush({ traits: [] }), "film-board")).toMatchObject({
      status: "skipped",
      fact: { before: "No intimate images" },
    });
    expect(step(honeybush({ traits: undefined }), "film-board")).toMatchObject({ status: "ready", optional: true });
  });

  test("the protected words of a note never run over the card", () => {
    const facts = honeybush({
      steps: [{ stepKey: "dpci", state: "begun", begunOn: "2026-11-20", outcome: "x".repeat(500) }],
    });
    expect(step(facts, "dpci").fact.before.length).toBeLessThanOrEqual(64);
  });
});

test("asking changes nothing, and asking twice gives the same", () => {
  const facts = Object.freeze(honeybush());
  expect(look(facts)).toEqual(look(facts));
});

import { describe, expect, test } from "vitest";
import { evaluateLadder } from "@/lib/escalation/ladder/rules";
import type { LadderFacts } from "@/lib/escalation/ladder/types";
import { findPlaybook, houseLaw, templatesFor } from "@/lib/law/jurisdictions/rules";
import { firstDay } from "@/tests/unit/escalation/ladder/facts";

const found = findPlaybook("US-ZA");
if (!found) throw new Error("no playbook US-ZA");
const playbook = found;

/** The mirror, as the product description and the domain reference name it, with the step that each became. */
const rows: [what: string, steps: string[]][] = [
  ["911 emergency", ["emergency"]],
  ["safety and safe contact", ["safe-contact"]],
  ["preserve evidence", ["preserve-evidence"]],
  ["sworn declaration, 28 USC 1746", ["sworn-declaration"]],
  ["local US police report", ["us-police-report", "us-officer"]],
  ["when the department refuses", ["refusal-branch"]],
  ["IC3 complaint", ["ic3"]],
  ["FBI tip, FBI case", ["fbi-tip", "us-federal-case"]],
  ["NCMEC CyberTipline", ["cybertipline"]],
  ["platform reports", ["platform-reports"]],
  ["TAKE IT DOWN notice", ["take-it-down"]],
  ["StopNCII / Take It Down hash", ["stopncii"]],
  ["state protective order at home", ["state-protective-order"]],
  ["PHA order and s 4 direction", ["protection-order", "provider-direction"]],
  ["Information Regulator", ["information-regulator"]],
  ["Film and Publication Board", ["film-board"]],
  ["ECTA s 77 take-down", ["ecta-takedown"]],
  ["preservation by US police", ["preservation-request", "provider-preserves"]],
  ["INTERPOL Washington -> NCB Pretoria", ["interpol", "ncb-pretoria"]],
  ["SAPS docket and CAS", ["saps-docket"]],
  ["DPCI", ["dpci-there"]],
  ["CPA s 205, RICA", ["za-provider-data"]],
  ["MLA through OIA -> DG DOJ&CD", ["mla-request", "doj-cd"]],
  ["letter rogatory", ["us-letter-rogatory", "za-court"]],
  ["NPA prosecution", ["npa-prosecution"]],
];

describe("every row of the mirror is a step with guidance, a source and a mark", () => {
  test.each(rows)("%s", (_, keys) => {
    for (const key of keys) {
      const step = playbook.steps[key];
      expect(step?.guidance.length, key).toBeGreaterThanOrEqual(2);
      expect(step?.ifStalled.length, key).toBeGreaterThan(10);
      expect(step?.ifRefused.length, key).toBeGreaterThan(10);
      expect(step?.sources.length, key).toBeGreaterThan(0);
    }
  });

  test("and there is no step beyond them", () => {
    expect(Object.keys(playbook.steps).toSorted()).toEqual(rows.flatMap(([, keys]) => keys).toSorted());
  });

  test("the levels are those of the first pair", () => {
    const first = findPlaybook("ZA-US");
    expect(playbook.levels.map((level) => [level.key, level.name])).toEqual(
      first?.levels.map((level) => [level.key, level.name]),
    );
    expect(playbook.caseClocks).toEqual(first?.caseClocks);
  });
});

describe("who may send", () => {
  test("never we, where only police, prosecutors, courts or central authorities may", () => {
    const official = Object.values(playbook.steps).filter((step) => !step.sendableByUs);
    expect(official.map((step) => step.key).toSorted()).toEqual(
      [
        "us-federal-case",
        "provider-direction",
        "preservation-request",
        "provider-preserves",
        "interpol",
        "ncb-pretoria",
        "saps-docket",
        "dpci-there",
        "za-provider-data",
        "mla-request",
        "doj-cd",
        "us-letter-rogatory",
        "za-court",
        "npa-prosecution",
      ].toSorted(),
    );
    for (const step of official) expect(step.whoMaySend, step.key).toMatch(/only$/);
    for (const step of official) expect(step.whoIcon, step.key).toBe("lock");
  });

  test("what stands at a bridge is official on both sides, what a direct arrow reaches is ours", () => {
    for (const row of playbook.levels.flatMap((level) => level.rows)) {
      const ends = [row.home, row.there].flatMap((key) => (key ? [playbook.steps[key]] : []));
      if (row.crossing?.kind === "bridge") for (const step of ends) expect(step?.sendableByUs, step?.key).toBe(false);
      if (row.crossing?.kind === "direct") expect(playbook.steps[row.there ?? ""]?.sendableByUs, row.there).toBe(true);
    }
  });

  test("what asks for removal is marked, and so is what may be refused", () => {
    const keys = (wanted: "removesContent" | "refusable") =>
      Object.values(playbook.steps)
        .filter((step) => step[wanted])
        .map((step) => step.key)
        .toSorted();
    expect(keys("removesContent")).toEqual(["ecta-takedown", "film-board", "platform-reports", "take-it-down"]);
    expect(keys("refusable")).toEqual(
      expect.arrayContaining(["us-police-report", "refusal-branch", "us-officer", "interpol", "mla-request"]),
    );
  });

  test("no source was read for a US department that refuses, and its rungs say so", () => {
    for (const rung of playbook.steps["refusal-branch"]?.rungs ?? []) {
      expect(rung.sources[0], rung.key).toMatchObject({ source: "Our own rule", marks: ["G"] });
    }
  });

  test("a paper for the other country's station is not offered on the branch at home", () => {
    const keys = templatesFor(playbook).map((template) => template.rung);
    for (const rung of ["station-commander", "civilian-secretariat", "ipid"]) expect(keys).not.toContain(rung);
  });
});

describe("climbed to the top", () => {
  const look = (facts: LadderFacts, today = "2026-11-24") => evaluateLadder(playbook, facts, today);
  const step = (facts: LadderFacts, key: string) =>
    look(facts)
      .levels.flatMap((level) => level.rows.flatMap((row) => [row.home, row.there]))
      .find((candidate) => candidate?.key === key);
  const number = (kind: string, on = "2026-11-24") => ({ kind, state: "issued" as const, display: kind, issuedOn: on });

  const start = firstDay({ counts: { exhibits: 2, incidents: 2, subjectsWithAccountId: 1 } });
  const onRecord: LadderFacts = {
    ...start,
    safeContactRecorded: true,
    safeContactReviewedOn: "2026-11-24",
    documents: [{ kind: "sworn_declaration", state: "sworn" }],
    steps: [{ stepKey: "ic3", state: "submitted", submittedOn: "2026-11-24" }],
    references: [number("us_police_report"), number("ic3")],
  };

  test("keep safe first", () => {
    expect(look(firstDay())).toMatchObject({ pairName: "United States to South Africa", level: { number: 1, of: 6 } });
  });

  test("a declaration, a report number and IC3 climb the second level", () => {
    expect(look(onRecord).level).toMatchObject({ number: 3, name: "Investigate and protect" });
    expect(step(onRecord, "refusal-branch")).toMatchObject({
      status: "skipped",
      fact: { before: "Report number given" },
    });
    expect(step(onRecord, "ecta-takedown")?.status).toBe("ready");
  });

  test("the direction opens with the application, and its 5 court days count from the paper's date", () => {
    expect(step(onRecord, "provider-direction")?.status).toBe("not_yet");
    const applied = { ...onRecord, references: [...onRecord.references, number("protection_order_application")] };
    expect(step(applied, "provider-direction")?.status).toBe("ready");
    const dated = {
      ...applied,
      steps: [...applied.steps, { stepKey: "provider-direction", state: "begun" as const, dueOn: "2026-12-01" }],
    };
    expect(step(dated, "provider-direction")?.clock).toMatchObject({ kind: "L", dueOn: "2026-12-01" });
  });

  test("over the bridge, through OIA to DOJ&CD, to the NPA", () => {
    const asked: LadderFacts = {
      ...onRecord,
      steps: [
        ...onRecord.steps,
        { stepKey: "us-officer", state: "begun", begunOn: "2026-11-20", lastContactOn: "2026-11-20" },
      ],
      references: [...onRecord.references, number("fbi_case"), number("interpol_washington")],
      packets: [{ kind: "mla_dossier", status: "handed_over", version: 1, on: "2026-11-24" }],
      handovers: [{ packetKind: "mla_dossier", handedOverOn: "2026-11-24" }],
    };
    expect(look(asked).level.number).toBe(5);
    expect(step(asked, "mla-request")).toMatchObject({
      status: "waiting",
      word: "Waiting on the officer who has version 1",
    });
    const top: LadderFacts = {
      ...asked,
      references: [
        ...asked.references,
        number("oia"),
        number("ncb"),
        number("cas"),
        number("doj_cd"),
        number("court_case"),
      ],
    };
    // A number is not yet an answer: what the prosecution decided is recorded as the outcome.
    expect(step(top, "npa-prosecution")).toMatchObject({ status: "waiting" });
    const decided = ["npa-prosecution", "us-federal-case"].map((stepKey) => ({ stepKey, state: "done" as const }));
    const done = look({ ...top, steps: [...top.steps, ...decided] });
    expect(done.levels.every((level) => level.climbed)).toBe(true);
    expect(done.levels[3]?.rows[2]?.crossing).toMatchObject({ state: "crossed" });
    expect(done.levels[4]?.rows[0]?.crossing).toMatchObject({ state: "crossed", text: "Crossed 24 Nov" });
  });
});

test("every contact of the new bodies comes from the reference: 911, and nothing for those not read", () => {
  const contacts = (key: string) => houseLaw.agencies.find((agency) => agency.key === key)?.contacts;
  expect(contacts("us_emergency")?.map((contact) => contact.value)).toEqual(["911"]);
  for (const key of ["ncmec", "us_attorney", "za_host"]) expect(contacts(key), key).toEqual([]);
});

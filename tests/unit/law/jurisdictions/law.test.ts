import { describe, expect, test } from "vitest";
import {
  findOffence,
  findPlaybook,
  hasKnownStart,
  houseLaw,
  inForceOn,
  isNameable,
  isPickable,
  isStale,
  loadLaw,
  offencesOn,
  pairingsOf,
  supportsContentWarrant,
  yearsAreRead,
} from "@/lib/law/jurisdictions/rules";
import type { Offence } from "@/lib/law/jurisdictions/types";
import { formatDate } from "@/lib/platform/text/format";

function offence(key: string): Offence {
  const found = findOffence(key);
  if (!found) throw new Error(`no offence ${key}`);
  return found;
}

describe("law with dates", () => {
  test("the Cybercrimes Act stands from 1 December 2021 and not a day before", () => {
    expect(inForceOn(offence("za-cca-16"), "2021-11-30")).toBe(false);
    expect(inForceOn(offence("za-cca-16"), "2021-12-01")).toBe(true);
  });

  test("its s 20 order is never offered", () => {
    expect(offencesOn("ZA", "2026-11-24").map((o) => o.key)).not.toContain("za-cca-20");
    expect(offencesOn("ZA", "2026-11-24").map((o) => o.key)).toContain("za-cca-15");
  });

  test("what else counts under 47 USC 223(h) is a note and no element, which nothing could meet", () => {
    const { elements, note } = offence("us-223h");
    expect(elements.filter((element) => /threat/i.test(element))).toEqual([]);
    expect(note).toContain("Threats to publish");
  });

  test("47 USC 223(h) begins on 19 May 2025", () => {
    expect(inForceOn(offence("us-223h"), "2025-05-18")).toBe(false);
    expect(inForceOn(offence("us-223h"), "2025-05-19")).toBe(true);
  });

  test("of every offence that can be named it is known since when; the laws of the states have no day and no name", () => {
    const unknown = houseLaw.offences.filter((law) => isPickable(law) && !hasKnownStart(law));
    expect(unknown.map((law) => law.key)).toEqual(["us-state"]);
    expect(unknown.filter(isNameable)).toEqual([]);
  });

  test("common law has no date and says so; nothing else claims to be common law", () => {
    const common = houseLaw.offences.filter((law) => law.commonLaw);
    expect(common.map((law) => law.key)).toEqual(["za-ci", "za-ext", "za-criminal-defamation"]);
    for (const law of common) {
      expect(law.inForceFrom, law.key).toBeNull();
      expect(law.citation, law.key).toMatch(/^Common law/);
    }
  });

  test("each date of a beginning stands in a source of its own", () => {
    // A law cited by the number of its act has the day of that act.
    for (const law of houseLaw.offences.filter((one) => one.inForceFrom && !one.citation.includes("Pub. L."))) {
      const [day = "", month = "", year = ""] = formatDate(law.inForceFrom ?? "").split(" ");
      const words = law.sources.map((source) => source.text).join(" ");
      expect(words, law.key).toMatch(new RegExp(`\\b${day} ${month}\\w* ${year}`));
    }
  });

  test("years count as read only by a source about the text, not by one about the day it began", () => {
    expect(yearsAreRead(offence("us-1343"))).toBe(true);
    expect(yearsAreRead(offence("us-1028a7"))).toBe(false);
    expect(yearsAreRead(offence("us-2252a"))).toBe(false);
  });

  test("content needs more than one year", () => {
    expect(supportsContentWarrant(offence("us-875c"))).toBe(true);
    expect(supportsContentWarrant(offence("us-1801"))).toBe(false);
    expect(supportsContentWarrant(offence("us-state"))).toBe(false);
  });

  test("a fact is stale after 180 days", () => {
    const [source] = offence("us-875c").sources;
    if (!source) throw new Error("no source");
    expect(isStale({ ...source, checkedOn: "2026-11-24" }, "2027-05-23")).toBe(false);
    expect(isStale({ ...source, checkedOn: "2026-11-24" }, "2027-05-24")).toBe(true);
  });
});

describe("dual criminality", () => {
  test("a threat pairs twice: violence reaches 875(c), property does not", () => {
    const rows = pairingsOf("ZA-US", "za-cca-15");
    expect(rows.map((row) => row.key)).toEqual(["cca15-violence", "cca15-property"]);
    expect(rows[0]?.there).toContain("us-875c");
    expect(rows[1]?.there).not.toContain("us-875c");
  });

  test("insult alone yields no content", () => {
    expect(pairingsOf("ZA-US", "za-ci")[0]?.content).toBe("no");
  });
});

describe("the data is checked when it is read", () => {
  const draft = { ...houseLaw, playbooks: [...houseLaw.playbooks] };

  test("the house's own data passes", () => {
    expect(loadLaw(draft).playbooks).toHaveLength(houseLaw.playbooks.length);
  });

  test("a playbook that breaks the schema is named with its path", () => {
    const broken = { ...findPlaybook("ZA-US"), levels: [] } as never;
    expect(() => loadLaw({ ...draft, playbooks: [broken] })).toThrow(/playbook ZA-US.*levels/s);
  });

  test("a step that names an unknown number or body is named", () => {
    const playbook = structuredClone(findPlaybook("ZA-US"));
    const step = playbook?.steps.ic3;
    if (!playbook || !step) throw new Error("no step");
    step.produces.references = ["nothing"];
    step.agencies = ["nobody"];
    expect(() => loadLaw({ ...draft, playbooks: [playbook] })).toThrow(
      /step ic3: no reference kind nothing; .*no agency nobody/,
    );
  });

  test("a step that is described and not drawn is named", () => {
    const playbook = structuredClone(findPlaybook("ZA-US"));
    if (!playbook) throw new Error("no playbook");
    playbook.levels = playbook.levels.slice(0, 5);
    expect(() => loadLaw({ ...draft, playbooks: [playbook] })).toThrow(
      /step us-federal-case: must be drawn exactly once/,
    );
  });

  test("a key that stands twice is named", () => {
    expect(() => loadLaw({ ...draft, offences: [offence("us-875c"), ...houseLaw.offences] })).toThrow(
      /offence us-875c stands twice/,
    );
  });
});

test("every legal string carries source, mark and date: nothing of C or G can be shown without it", () => {
  const facts = [
    ...houseLaw.remedies.flatMap((remedy) => remedy.rules),
    ...houseLaw.notes.flatMap((note) => note.items),
    ...houseLaw.platforms.flatMap((platform) => platform.facts),
  ];
  const steps = houseLaw.playbooks.flatMap((playbook) => Object.values(playbook.steps));
  const pairings = Object.values(houseLaw.dualCriminality).flat();
  const all = [
    ...houseLaw.agencies,
    ...houseLaw.referenceKinds,
    ...houseLaw.platforms,
    ...houseLaw.offences,
    ...houseLaw.remedies,
    ...houseLaw.processes,
    ...houseLaw.clocks,
    ...houseLaw.documents,
    ...facts,
    ...steps,
    ...steps.flatMap((step) => step.rungs ?? []),
    ...pairings,
    ...pairings.flatMap((row) => row.elements),
  ];
  expect(facts.length).toBeGreaterThan(150);
  expect(all.length).toBeGreaterThan(500);
  for (const statement of all) {
    expect(statement.sources.length).toBeGreaterThan(0);
    for (const source of statement.sources) {
      expect(source.marks.length * source.source.length).toBeGreaterThan(0);
      expect(source.checkedOn).toMatch(/^2026-/);
    }
  }
});

test("what we set ourselves says so: every clock of kind D names our own rule or its basis", () => {
  for (const clock of houseLaw.clocks.filter((candidate) => candidate.kind === "D")) {
    const marks = clock.sources.flatMap((source) => source.marks);
    expect(marks.includes("G") || marks.includes("V2"), clock.code).toBe(true);
  }
});

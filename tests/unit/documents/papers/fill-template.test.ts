import { describe, expect, test } from "vitest";
import {
  blockName,
  fillTemplate,
  fittingTemplate,
  gapsOf,
  tokensOf,
  whyNot,
  wordsOf,
} from "@/lib/documents/papers/rules";
import { findPlaybook, houseLaw } from "@/lib/law/jurisdictions/rules";
import { makeFacts, makeTemplate, nextIncident } from "@/tests/unit/documents/papers/paper";

const filled = () => fillTemplate(makeTemplate(), makeFacts());
const texts = () => filled().blocks.map((block) => wordsOf(block) ?? block.kind);

describe("filling a template", () => {
  test("puts values in, and leaves a visible blank where nothing is recorded", () => {
    expect(filled().title).toBe("Statement of Nomvula Voorbeeld");
    expect(texts()[1]).toBe("I am Nomvula Voorbeeld, identity number [client's identity number: not recorded].");
    expect(filled().addressee).toEqual(["The commander", "[who gave the cas number: not recorded]"]);
  });

  test("calls a missing number as the law data calls it", () => {
    const body = fillTemplate(
      makeTemplate(),
      makeFacts({ names: { "reference.cas.issuer": "station of the CAS number" } }),
    );
    expect(body.addressee[1]).toBe("[station of the CAS number: not recorded]");
  });

  test("writes one paragraph for each incident, with both zones and the mark of each annexure", () => {
    expect(texts()[2]).toBe(
      "On 13 Oct 2026, 12:06 SAST · 13 Oct 2026, 06:06 EDT the account @crowbar wrote “I know where.”: E-01 (annexure A1).",
    );
  });

  test("marks annexures in the order of the exhibits, each with its whole hash", () => {
    const list = filled().blocks.find((block) => block.kind === "annexures");
    expect(list?.rows.map((row) => [row.mark, row.exhibit, row.sha256.length])).toEqual([
      ["A1", "E-01", 64],
      ["A2", "E-02", 64],
    ]);
  });

  test("leaves a field empty, not bracketed, and keeps a confidential one apart", () => {
    const fields = filled().blocks.filter((block) => block.kind === "field");
    expect(fields.map((field) => [field.value, field.confidential])).toEqual([
      ["", false],
      ["14 Nergens Street", true],
    ]);
  });

  test("keeps the id of every piece when an incident is added, and when a piece is put above", () => {
    const facts = makeFacts();
    const before = fillTemplate(makeTemplate(), facts).blocks.map((block) => block.id);
    const more = makeFacts({ lists: { ...facts.lists, incidents: [...facts.lists.incidents, nextIncident] } });
    const template = makeTemplate();
    const grown = { ...template, blocks: [{ kind: "paragraph" as const, text: "New." }, ...template.blocks] };
    const after = fillTemplate(grown, more).blocks.map((block) => block.id);
    expect(before.every((id) => after.includes(id))).toBe(true);
    expect(after).toHaveLength(before.length + 2);
    expect(new Set(after).size).toBe(after.length);
  });

  test("lists what is missing, and by whose rule it must be there", () => {
    const gaps = gapsOf(filled()).map((gap) => [gap.what, gap.must?.source.source ?? null]);
    expect(gaps).toEqual([
      ["client's identity number", null],
      ["the effect on you", "nowhere"],
      ["the CAS number", "nowhere"],
    ]);
  });

  test("names a piece by its paragraph", () => {
    const body = filled();
    expect(body.blocks.map((block) => blockName(body, block.id)).slice(1, 5)).toEqual([
      "Paragraph 1",
      "Paragraph 2",
      "Paragraph 3",
      "Number",
    ]);
  });

  test("knows which tokens a template asks for", () => {
    expect(tokensOf(makeTemplate())).toContain("client.address");
    expect(tokensOf(makeTemplate())).not.toContain("client.phone");
  });
});

test("a paper is found by its key, or by its kind within the countries of the case", () => {
  const playbook = findPlaybook("ZA-US");
  if (!playbook) throw new Error("No playbook.");
  expect(fittingTemplate("za-sworn-statement", playbook, houseLaw)?.kind).toBe("sworn_statement");
  expect(fittingTemplate("sworn-statement", playbook, houseLaw)?.key).toBe("za-sworn-statement");
  expect(fittingTemplate("preservation-renewal", playbook, houseLaw)?.sendableByUs).toBe(false);
  expect(fittingTemplate("nothing", playbook, houseLaw)).toBeNull();
});

test("a sworn or sent paper is never opened again, a withdrawn one stays withdrawn", () => {
  expect(whyNot("reopen", { state: "final", sentOn: null })).toBeNull();
  expect(whyNot("reopen", { state: "sworn", sentOn: null })).toContain("sworn");
  expect(whyNot("reopen", { state: "final", sentOn: "2026-11-24" })).toContain("sent");
  expect(whyNot("swear", { state: "draft", sentOn: null })).toContain("final first");
  expect(whyNot("withdraw", { state: "withdrawn", sentOn: null })).toContain("withdrawn");
});

import { describe, expect, test } from "vitest";
import { planPaper } from "@/lib/documents/papers/plan-paper";
import { bracketsIn, fillTemplate, gapsOf, notFromHere } from "@/lib/documents/papers/rules";
import type { DocumentBody, DocumentFacts } from "@/lib/documents/papers/types";
import type { DocumentTemplate } from "@/lib/law/jurisdictions/document-types";
import { newestPlaybooks, templatesFor } from "@/lib/law/jurisdictions/rules";
import type { Playbook } from "@/lib/law/jurisdictions/types";
import type { PaperPart } from "@/lib/platform/paper";
import { demoFactsFor } from "@/tests/unit/documents/papers/demo-facts";
import { setting } from "@/tests/unit/documents/papers/long-paper";

const countries = (facts: DocumentFacts, { home, there }: Playbook): DocumentFacts => ({
  ...facts,
  values: { ...facts.values, "case.home": home.name, "case.there": there.name },
});

/** All that is known, and next to nothing: a name, an office, one account of which only the name is known. */
const cases: readonly [string, (template: DocumentTemplate, playbook: Playbook) => DocumentFacts][] = [
  ["with all that can be known", (template, playbook) => countries(demoFactsFor(template), playbook)],
  [
    "with next to nothing known",
    (template, playbook) => {
      const { values, lists } = countries(demoFactsFor(template), playbook);
      const kept = /^(client\.name|author|organisation|case|today|account\.platform$|refusal\.(office|at|step))/;
      const known = Object.fromEntries(Object.entries(values).filter(([name]) => kept.test(name)));
      const [act] = lists.acts;
      const bare = { ...act, code: "I-1", values: { at: act?.values.at ?? null, what: "A threat came by phone." } };
      const empty = Object.fromEntries(Object.keys(lists).map((name) => [name, []])) as unknown as typeof lists;
      return { values: known, lists: { ...empty, acts: [bare], incidents: [bare], knowledge: [bare] } };
    },
  ],
];

/** What the drafter is asked for, answered; what nobody has to answer, left. */
function answered(body: DocumentBody): DocumentBody {
  const asked = new Set(gapsOf(body).flatMap(({ must, blockId }) => (must ? [blockId] : [])));
  const blocks = body.blocks.map((block) => {
    if (!asked.has(block.id)) return block;
    if (block.kind === "field") return { ...block, value: "Answered." };
    return block.kind === "prompt" ? { ...block, text: "Answered." } : block;
  });
  return { ...body, blocks };
}

const textsOf = (part: PaperPart): string => JSON.stringify(part);

describe.each(newestPlaybooks().map((playbook) => [playbook.pair, playbook] as const))("%s", (_pair, playbook) => {
  const offered = templatesFor(playbook).filter((template) => notFromHere(template, playbook) === null);

  test.each(cases)("every final paper is whole, %s", (_case, factsOf) => {
    expect(offered.length).toBeGreaterThan(30);
    for (const template of offered) {
      const body = answered(fillTemplate(template, factsOf(template, playbook)));
      const paper = planPaper(body, setting({ state: "final", country: template.jurisdiction }));
      const words = [paper.title, ...paper.addressee, ...paper.parts.map(textsOf)].join("\n");
      expect.soft(bracketsIn(body), `${template.key}: brackets`).toEqual([]);
      expect.soft(words, `${template.key}: blanks`).not.toMatch(/not recorded\]|To be written|none recorded|\{[a-z]/i);
      const rows = paper.parts.flatMap((part) => (part.p === "fields" ? part.rows : []));
      const open = rows.filter((row) => row.value.trim() === "").map((row) => row.label);
      expect.soft(open, `${template.key}: empty boxes`).toEqual([]);
      const over = paper.parts.flatMap((part, i) => {
        const next = paper.parts[i + 1]?.p;
        return part.p === "heading" && (next === undefined || next === "heading") ? [part.text] : [];
      });
      expect.soft(over, `${template.key}: headings over nothing`).toEqual([]);
    }
  });

  test("each paper speaks as its country does: days, clocks, spelling, sheet", () => {
    for (const template of offered) {
      const body = answered(fillTemplate(template, countries(demoFactsFor(template), playbook)));
      const paper = planPaper(body, setting({ state: "final", country: template.jurisdiction }));
      const words = paper.parts
        .map(textsOf)
        .join("\n")
        .replaceAll(/“[^”]*”/g, "");
      const days =
        template.jurisdiction === "US"
          ? /\d{1,2} (Sep|Oct|Nov)\w* 2026|offence|authoris|organisation\b/
          : /\w+ \d{1,2}, 2026|offense|authoriz/;
      if (template.jurisdiction) expect.soft(words, template.key).not.toMatch(days);
      expect
        .soft(words, template.key)
        .not.toMatch(/over a border|longest sentence|(sender|subject) knew: |numbers known so far/i);
      expect.soft(paper.size, template.key).toBe(template.jurisdiction === "US" ? "Letter" : "A4");
    }
  });
});

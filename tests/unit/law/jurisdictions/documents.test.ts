import { describe, expect, test } from "vitest";
import { missingDocuments } from "@/lib/law/jurisdictions/check-documents";
import { houseLaw, newestPlaybooks, templatesFor } from "@/lib/law/jurisdictions/rules";
import { need, textOf, wordsOf } from "@/tests/unit/law/jurisdictions/papers";

const all = houseLaw.documents;

describe("the papers", () => {
  test("each has a key and a title of its own, and pieces enough to be of use", () => {
    expect(new Set(all.map((template) => template.key)).size).toBe(all.length);
    for (const template of all) expect(template.blocks.length, template.key).toBeGreaterThan(9);
    expect(all.length).toBeGreaterThan(50);
  });

  test("every kind that a playbook waits for has a paper", () => {
    expect(missingDocuments(houseLaw)).toEqual([]);
  });

  test("every rung of every playbook has a paper of its own, which is offered", () => {
    for (const playbook of newestPlaybooks()) {
      const offered = templatesFor(playbook);
      const rungs = Object.values(playbook.steps).flatMap((step) => step.rungs ?? []);
      expect(rungs.length, playbook.pair).toBeGreaterThan(0);
      for (const rung of rungs) {
        const papers = offered.filter((template) => template.rung === rung.key && template.about === "refusal");
        expect(papers.length, `${playbook.pair} ${rung.key}`).toBeGreaterThan(0);
        if (rung.authority) expect(papers.map((paper) => paper.authority?.process)).toContain(rung.authority);
      }
    }
  });

  test("every platform has a report in its own name, with what it tells the subject", () => {
    for (const platform of houseLaw.platforms.filter((candidate) => candidate.key !== "other")) {
      const report = all.find((template) => template.kind === "platform_report" && template.platform === platform.key);
      expect(report?.notifiesSubject, platform.key).toContain(platform.notifiesText);
      expect(report?.removesContent, platform.key).toBe(true);
      const choices = report?.blocks.flatMap((block) => (block.kind === "field" ? (block.choices ?? []) : [])) ?? [];
      for (const category of platform.reportCategories) expect(choices).toContain(category);
    }
  });

  test("every process that asks for consent has a paper that the client signs", () => {
    for (const process of houseLaw.processes) {
      const paper = all.find((template) => template.key === `authority-${process.key.replaceAll("_", "-")}`);
      expect(paper, process.key).toMatchObject({ kind: "authority", signers: ["client"], authority: null });
      expect(textOf(need(paper?.key ?? "")), process.key).toContain(process.why);
    }
  });
});

describe("what a paper may not do", () => {
  test("what an official sends, nobody here sends; and it says so in print", () => {
    const official = all.filter(
      (template) => template.signers.includes("officer") || / only\b/i.test(template.whoMaySend),
    );
    expect(official.length).toBeGreaterThan(5);
    for (const template of official.filter((candidate) => !candidate.whoMaySend.includes("asks the station"))) {
      expect(template.sendableByUs, template.key).toBe(false);
      const printed = template.blocks.flatMap((block) =>
        block.kind === "notice" && !block.inside ? [block.text] : [],
      );
      expect(printed.join(" "), template.key).toMatch(/for the (investigating )?(officer|prosecutor)/i);
    }
  });

  test("what asks for removal says that the subject may see it", () => {
    for (const template of all.filter((candidate) => candidate.removesContent))
      expect(template.notifiesSubject, template.key).not.toBeNull();
  });

  test("none offers law that is not in force, unless to say so", () => {
    for (const template of all) {
      for (const block of template.blocks) {
        const text = wordsOf(block).join(" ");
        if (/sections? (20|4[1-4]|52|54)\b/.test(text) && text.includes("Cybercrimes"))
          expect(text, template.key).toContain("not in force");
      }
    }
  });

  test("none speaks with a dash that the house does not use, or names a country's officer as a fact of the case", () => {
    for (const template of all) expect(textOf(template), template.key).not.toMatch(/\u2014|\u2013/);
  });
});

describe("where it was read", () => {
  /** What makes a sentence one about law or practice: a section, a statute, a form, a number, an address, a link. */
  const legal =
    /\b(sections? \d|USC|Act \d|Act, \d|regulation \d|National Instruction|Form \d|J62|J74|GN |Article|working days|court days|\d+ hours|90 days)|https?:|@\w/;

  test("every sentence of law or practice that is printed stands with its source", () => {
    for (const template of all) {
      for (const block of template.blocks) {
        if (block.kind !== "paragraph" && block.kind !== "numbered" && block.kind !== "notice") continue;
        if (legal.test(block.text))
          expect(block.sources?.length ?? 0, `${template.key}: ${block.text}`).toBeGreaterThan(0);
      }
    }
  });

  test("the sources of every piece stand among those of the paper", () => {
    for (const template of all) {
      const known = new Set(template.sources.map((source) => `${source.text}|${source.source}`));
      for (const block of template.blocks) {
        const own = "sources" in block ? (block.sources ?? []) : [];
        const must = "must" in block && block.must ? [block.must.source] : [];
        for (const source of [...own, ...must, ...(template.authority ? [template.authority.source] : [])])
          expect(known, `${template.key}: ${source.text}`).toContain(`${source.text}|${source.source}`);
      }
    }
  });

  test("what is to confirm is never printed as a fact without its word", () => {
    for (const template of all) {
      for (const block of template.blocks) {
        if (block.kind !== "paragraph" && block.kind !== "numbered" && block.kind !== "notice") continue;
        if (block.kind === "notice" && block.inside) continue;
        const unsure = (block.sources ?? []).filter((source) => source.marks.length === 1 && source.marks[0] === "C");
        expect(unsure, `${template.key}: ${block.text}`).toEqual([]);
      }
    }
  });

  test("every link, address and telephone number also stands in the rest of the law data", () => {
    const { documents: _papers, ...rest } = houseLaw;
    const known = JSON.stringify(rest).toLowerCase();
    const found =
      /https?:\/\/[^\s,;)]+|[\w+.-]+@[\w.-]+\.\w+|\b(?:[a-z0-9-]+\.)+(?:com|org|gov|za|net|us)\b(?:\/[\w/-]*)?|\+?\d[\d ]{7,}\d|1-800[-\w]+/gi;
    const bare = (text: string) =>
      text
        .replace(/[.\s]+$/, "")
        .replace(/\/$/, "")
        .toLowerCase();
    let checked = 0;
    for (const template of all) {
      const text = textOf(template).replaceAll(/\{[^}]*\}/g, "");
      for (const [hit] of text.matchAll(found)) {
        checked += 1;
        expect(known.includes(bare(hit)), `${template.key}: ${hit}`).toBe(true);
      }
    }
    expect(checked).toBeGreaterThan(10);
  });

  test("none is stale on the day of this release", () => {
    for (const template of all)
      for (const source of template.sources) expect(source.checkedOn >= "2026-11-24", template.key).toBe(true);
  });
});

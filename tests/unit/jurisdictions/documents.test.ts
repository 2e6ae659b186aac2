import { describe, expect, test } from "vitest";
import { missingDocuments } from "@/lib/jurisdictions/check-documents";
import type { DocumentTemplate, TemplateBlock } from "@/lib/jurisdictions/document-types";
import { findTemplate, houseLaw, newestPlaybooks, templatesFor } from "@/lib/jurisdictions/rules";

const all = houseLaw.documents;

function need(key: string): DocumentTemplate {
  const template = findTemplate(key);
  if (!template) throw new Error(`No paper ${key}.`);
  return template;
}

/** Everything that is said in a block, to the reader and to the drafter. */
function wordsOf(block: TemplateBlock): string[] {
  switch (block.kind) {
    case "field":
      return [block.label, block.value, block.hint ?? "", ...(block.choices ?? [])];
    case "oath":
      return [block.heading, ...block.lines, ...block.blanks];
    case "signature":
      return [block.who, ...block.blanks];
    case "table":
      return [block.caption];
    case "annexures":
      return [block.mark];
    default:
      return [block.text];
  }
}

const textOf = (template: DocumentTemplate): string =>
  [template.title, template.purpose, ...template.addressee, ...template.blocks.flatMap(wordsOf)].join("\n");

const mustsOf = (template: DocumentTemplate): string[] =>
  template.blocks.flatMap((block) => ("must" in block && block.must ? [block.must.element] : []));

describe("the papers", () => {
  test("each has a key and a title of its own, and pieces enough to be of use", () => {
    expect(new Set(all.map((one) => one.key)).size).toBe(all.length);
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
        const papers = offered.filter((one) => one.rung === rung.key && one.about === "refusal");
        expect(papers.length, `${playbook.pair} ${rung.key}`).toBeGreaterThan(0);
        if (rung.authority) expect(papers.map((one) => one.authority?.process)).toContain(rung.authority);
      }
    }
  });

  test("every platform has a report in its own name, with what it tells the subject", () => {
    for (const platform of houseLaw.platforms.filter((one) => one.key !== "other")) {
      const report = all.find((one) => one.kind === "platform_report" && one.platform === platform.key);
      expect(report?.notifiesSubject, platform.key).toContain(platform.notifiesText);
      expect(report?.removesContent, platform.key).toBe(true);
      const choices = report?.blocks.flatMap((one) => (one.kind === "field" ? (one.choices ?? []) : [])) ?? [];
      for (const category of platform.reportCategories) expect(choices).toContain(category);
    }
  });

  test("every process that asks for consent has a paper that the client signs", () => {
    for (const process of houseLaw.processes) {
      const paper = all.find((one) => one.key === `authority-${process.key.replaceAll("_", "-")}`);
      expect(paper, process.key).toMatchObject({ kind: "authority", signers: ["client"], authority: null });
      expect(textOf(need(paper?.key ?? "")), process.key).toContain(process.why);
    }
  });
});

describe("what a paper may not do", () => {
  test("what an official sends, nobody here sends; and it says so in print", () => {
    const official = all.filter((one) => one.signers.includes("officer") || / only\b/i.test(one.whoMaySend));
    expect(official.length).toBeGreaterThan(5);
    for (const template of official.filter((one) => !one.whoMaySend.includes("asks the station"))) {
      expect(template.sendableByUs, template.key).toBe(false);
      const printed = template.blocks.flatMap((one) => (one.kind === "notice" && !one.inside ? [one.text] : []));
      expect(printed.join(" "), template.key).toMatch(/for the (investigating )?(officer|prosecutor)/i);
    }
  });

  test("what asks for removal says that the subject may see it", () => {
    for (const template of all.filter((one) => one.removesContent))
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
      const known = new Set(template.sources.map((one) => `${one.text}|${one.source}`));
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
        const unsure = (block.sources ?? []).filter((one) => one.marks.length === 1 && one.marks[0] === "C");
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
    for (const template of all) for (const source of template.sources) expect(source.checkedOn).toBe("2026-11-24");
  });
});

describe("the sworn statement", () => {
  const statement = need("za-sworn-statement");

  test("asks for every thing of the reference", () => {
    expect(mustsOf(statement)).toEqual([
      "Full names",
      "Identity or passport number",
      "Age",
      "Occupation",
      "How the deponent knows the facts",
      "Whether the sender was told to stop",
      "Effect on the deponent",
      "Earlier order or case number",
    ]);
    const text = textOf(statement);
    const acts = statement.blocks.find((one) => one.kind === "numbered" && one.each === "acts");
    for (const token of ["at", "platform", "account", "platformId", "url", "words", "exhibits"])
      expect(acts && wordsOf(acts)[0], token).toContain(`{${token}}`);
    for (const said of ["did not give consent", "willing to testify", "UTC+2", "SHA-256", "quotation marks"])
      expect(text).toContain(said);
    expect(statement.blocks.some((one) => one.kind === "numbered" && one.each === "knowledge")).toBe(true);
    expect(statement.blocks.some((one) => one.kind === "annexures")).toBe(true);
    expect(statement.blocks.some((one) => one.kind === "table" && one.of === "references")).toBe(true);
  });

  test("ends with the oath's questions and the lines of the commissioner", () => {
    const oaths = statement.blocks.filter((one) => one.kind === "oath");
    expect(oaths.flatMap((one) => one.lines).join(" ")).toMatch(
      /know and understand.*no objection.*binding on my conscience.*every page.*in my presence/s,
    );
    expect(oaths.flatMap((one) => one.blanks)).toEqual(
      expect.arrayContaining([
        "Full names",
        "Designation (rank or office)",
        "Business address",
        "Force number",
        "Stamp",
      ]),
    );
  });

  test("keeps address and telephone on a sheet of their own", () => {
    for (const token of ["{client.address}", "{client.phone}", "{client.email}"]) {
      const holders = statement.blocks.filter((block) => wordsOf(block).join(" ").includes(token));
      expect(
        holders.map((one) => one.kind === "field" && one.confidential),
        token,
      ).toEqual([true]);
    }
  });
});

describe("papers whose contents a law sets", () => {
  test("TAKE IT DOWN: exactly the four elements, each by its own source", () => {
    const notice = need("us-tida-notice");
    expect(mustsOf(notice).toSorted()).toEqual([
      "Contact information",
      "Good-faith statement",
      "Identification and location",
      "Signature",
    ]);
    const sources = notice.blocks.flatMap((one) => ("must" in one && one.must ? [one.must.source] : []));
    expect(sources.map((one) => one.marks)).toEqual([["V"], ["V"], ["V"], ["V"]]);
    expect(sources.map((one) => one.source.match(/\((i|ii|iii|iv)\)/)?.[1]).toSorted()).toEqual([
      "i",
      "ii",
      "iii",
      "iv",
    ]);
    expect(notice).toMatchObject({ authority: { process: "takedown" }, signers: ["client", "advocate"] });
    expect(textOf(notice)).toContain("48 hours");
  });

  test("regulation 17: name, identity number, contact, information and recourse; consent when for another", () => {
    const complaint = need("za-refusal-secretariat");
    expect(mustsOf(complaint)).toEqual([
      "Name",
      "Identity number",
      "Contact details",
      "Relevant information",
      "Recourse sought",
    ]);
    expect(textOf(complaint)).toMatch(/Nature and basis/);
    expect(textOf(complaint)).toMatch(/five working days/);
    expect(complaint.authority?.process).toBe("secretariat");
  });

  test("the national complaints centre: its least data", () => {
    expect(mustsOf(need("za-refusal-national-complaints"))).toEqual(
      expect.arrayContaining([
        "Full name",
        "Identity number",
        "Addresses",
        "Telephone",
        "E-mail",
        "Province",
        "Station",
        "Members involved",
      ]),
    );
  });

  test("the harassment order: three grounds, the direction, the address left out, consent when for another", () => {
    const facts = need("za-pha-facts");
    expect(mustsOf(facts)).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^1\./),
        expect.stringMatching(/^2\./),
        expect.stringMatching(/^3\./),
      ]),
    );
    expect(textOf(facts)).toMatch(/section 10\(4\)/);
    expect(textOf(facts)).toMatch(/five ordinary court days/);
    expect(facts.authority?.process).toBe("harassment_order");
    const address = facts.blocks.filter((one) => wordsOf(one).join(" ").includes("{client.address}"));
    expect(address.every((one) => one.kind === "field" && one.confidential)).toBe(true);
  });

  test("the emergency request: the five things that a company asks", () => {
    expect(mustsOf(need("us-emergency-disclosure"))).toEqual(
      expect.arrayContaining([
        "Who is in danger",
        "What the danger is",
        "Why it is imminent",
        "Which data would prevent it",
        "Why there is no time for process",
      ]),
    );
  });

  test("the IC3 sheet follows the form, warns of the one confirmation, and has a block for the filer", () => {
    const sheet = need("us-ic3-sheet");
    const heads = sheet.blocks.flatMap((one) => (one.kind === "heading" ? [one.text] : []));
    expect(
      heads
        .map((head) => head.match(/^\d/)?.[0])
        .filter(Boolean)
        .join(""),
    ).toBe("123456789");
    expect(heads[1]).toContain("Filer");
    expect(sheet).toMatchObject({ form: "sheet", authority: { process: "ic3" } });
    expect(textOf(sheet)).toMatch(/shown once/);
  });
});

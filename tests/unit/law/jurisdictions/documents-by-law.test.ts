import { describe, expect, test } from "vitest";
import { mustsOf, need, textOf, wordsOf } from "@/tests/unit/law/jurisdictions/papers";

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
    const acts = statement.blocks.find((block) => block.kind === "numbered" && block.each === "acts");
    for (const token of ["at", "platform", "account", "platformId", "url", "words", "exhibits"])
      expect(acts && wordsOf(acts)[0], token).toContain(`{${token}}`);
    for (const message of ["did not give consent", "willing to testify", "UTC+2", "SHA-256", "quotation marks"])
      expect(text).toContain(message);
    expect(statement.blocks.some((block) => block.kind === "numbered" && block.each === "knowledge")).toBe(true);
    expect(statement.blocks.some((block) => block.kind === "annexures")).toBe(true);
    expect(statement.blocks.some((block) => block.kind === "table" && block.of === "references")).toBe(true);
  });

  test("keeps address and telephone on a sheet of their own", () => {
    for (const token of ["{client.address}", "{client.phone}", "{client.email}"]) {
      const holders = statement.blocks.filter((block) => wordsOf(block).join(" ").includes(token));
      expect(
        holders.map((holder) => holder.kind === "field" && holder.confidential),
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
    const sources = notice.blocks.flatMap((block) => ("must" in block && block.must ? [block.must.source] : []));
    expect(sources.map((source) => source.marks)).toEqual([["V"], ["V"], ["V"], ["V"]]);
    expect(sources.map((source) => source.source.match(/\((i|ii|iii|iv)\)/)?.[1]).toSorted()).toEqual([
      "i",
      "ii",
      "iii",
      "iv",
    ]);
    expect(notice).toMatchObject({ authority: { process: "takedown" }, signers: ["client", "advocate"] });
    expect(textOf(notice)).toContain("48 hours");
  });

  test("regulation 17(4): who complains, of what, with which information, and the recourse sought on its own; consent for another", () => {
    const complaint = need("za-refusal-secretariat");
    expect(mustsOf(complaint)).toEqual([
      "Name",
      "Identity number",
      "Contact details",
      "Complaints made before",
      "Relevant information",
      "Recourse sought",
    ]);
    const heads = complaint.blocks.flatMap((block) => (block.kind === "heading" ? [block.text] : []));
    expect(heads.flatMap((head) => /17\(4\)\((.)\)$/.exec(head)?.[1] ?? [])).toEqual(["a", "b", "c", "d"]);
    expect(heads).toContain("Recourse sought: regulation 17(4)(d)");
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
    const address = facts.blocks.filter((block) => wordsOf(block).join(" ").includes("{client.address}"));
    expect(address.every((block) => block.kind === "field" && block.confidential)).toBe(true);
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
    const heads = sheet.blocks.flatMap((block) => (block.kind === "heading" ? [block.text] : []));
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

test("an order under one Act never leans on the other", () => {
  expect(textOf(need("za-dva-facts"))).not.toContain("10(4)");
  expect(
    need("za-dva-facts")
      .blocks.map((block) => JSON.stringify(block))
      .join(),
  ).not.toMatch(/Harassment Act 17 of 2011/);
});

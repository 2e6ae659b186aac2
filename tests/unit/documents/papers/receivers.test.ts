import { describe, expect, test } from "vitest";
import { planPaper } from "@/lib/documents/papers/plan-paper";
import { fillTemplate, notFromHere, notThatProvider } from "@/lib/documents/papers/rules";
import type { DocumentFacts } from "@/lib/documents/papers/types";
import { findPlatform, findPlaybook, houseLaw } from "@/lib/law/jurisdictions/rules";
import { demoFacts } from "@/tests/unit/documents/papers/demo-facts";
import { setting } from "@/tests/unit/documents/papers/long-paper";
import { need } from "@/tests/unit/law/jurisdictions/papers";

const planned = (key: string, facts: DocumentFacts = demoFacts) => {
  const template = need(key);
  return planPaper(fillTemplate(template, facts), setting({ country: template.jurisdiction }));
};
const printed = (key: string, facts?: DocumentFacts) => JSON.stringify(planned(key, facts));

const home = (pair: string) => {
  const playbook = findPlaybook(pair);
  if (!playbook) throw new Error(`No playbook ${pair}.`);
  return playbook;
};

describe("a statement for the court of a state", () => {
  const statements = houseLaw.documents.filter((paper) => paper.kind === "us_order_statement");

  test("is offered for the states whose law was read, and for no other", () => {
    expect(statements.map((paper) => paper.key)).toEqual(
      houseLaw.states.map((state) => `us-po-statement-${state.key}`),
    );
    expect(statements.length).toBeGreaterThan(0);
  });

  test.each(statements.map((paper) => [paper.key]))(
    "%s has no federal declaration, no advice and no invented place",
    (key) => {
      const words = printed(key);
      expect(words).not.toMatch(/1746|penalty of perjury/);
      expect(planned(key).parts.filter((part) => part.p === "notice")).toEqual([]);
      expect(words).not.toContain("Columbus");
      expect(words).toContain("Exhibit 1 (E-01)");
      expect(planned(key).initials).toEqual(["petitioner"]);
    },
  );

  test("an order that is filed where the petitioner lives is refused to a client abroad, with another way to go", () => {
    const ohio = need("us-po-statement-oh");
    expect(notFromHere(ohio, home("ZA-US"))).toMatch(/county where the petitioner lives.*counsel.*police/s);
    expect(notFromHere(ohio, home("US-ZA"))).toBeNull();
  });

  test("no paper under 28 USC 1746 is offered at the step of the state court", () => {
    const federal = houseLaw.documents.filter((paper) => JSON.stringify(paper.blocks).includes("1746"));
    expect(federal.filter((paper) => paper.steps.includes("state-protective-order"))).toEqual([]);
  });
});

describe("who certifies what", () => {
  const tables = (key: string) => need(key).blocks.flatMap((block) => (block.kind === "table" ? [block.of] : []));

  test("the one who copied speaks of the copies; the one who held the telephone of the capture", () => {
    expect(tables("us-fre-902-14")).not.toContain("captures");
    for (const key of ["us-client-capture", "za-client-capture"]) {
      expect(tables(key)).toContain("captures");
      expect(need(key)).toMatchObject({ signers: ["client"], voice: { calls: "I" } });
    }
  });

  test("foreign records are certified where they are kept, under the penalty of that country", () => {
    const foreign = need("us-fre-902-12");
    expect(JSON.stringify(foreign.blocks)).toMatch(/at or near the time.*regular practice.*duplicate of the original/s);
    expect(notFromHere(foreign, home("US-ZA"))).not.toBeNull();
    expect(planned("us-fre-902-12").initials).toEqual(["deponent", "commissioner of oaths"]);
  });
});

describe("who gets it", () => {
  test("the notice to remove goes to the legal entity", () => {
    const values = { ...demoFacts.values, "account.platform": "X", "account.company": "X Corp." };
    expect(planned("us-tida-notice", { ...demoFacts, values }).addressee[0]).toBe("X Corp.");
  });

  test("a direction under section 4 is refused for a provider whose data is held abroad", () => {
    const direction = need("za-pha-direction");
    const instagram = findPlatform("instagram");
    if (!instagram) throw new Error("No platform.");
    const held = (country: string | null, byUser: Record<string, string> = {}) => ({
      ...instagram,
      heldIn: { country, byUser, sources: [] },
    });
    expect(notThatProvider(direction, held("US"))).toMatch(/provider in South Africa/);
    expect(notThatProvider(direction, held(null, { US: "US", ZA: "SG" }))).not.toBeNull();
    expect(notThatProvider(direction, held("ZA"))).toBeNull();
    expect(notThatProvider(direction, held(null))).toBeNull();
    expect(notThatProvider(need("us-tida-notice"), held("US"))).toBeNull();
  });

  test("the preservation letter names its statute, and none of our own numbers", () => {
    const words = printed("us-2703f-preservation");
    expect(words).toMatch(/18 U\.S\.C\. § 2703\(f\).*all necessary steps to preserve records and other evidence/s);
    expect(words).not.toMatch(/\b[IE]-\d/);
  });

  test.each(["data-request-facts", "za-letter-rogatory-note"])("%s has no empty box but what must be filled", (key) => {
    const bare: DocumentFacts = {
      ...demoFacts,
      values: { "case.home": "South Africa", "case.there": "United States", "organisation.name": "Kestrel" },
    };
    const must = need(key).blocks.flatMap((block) => (block.kind === "field" && block.must ? [block.label] : []));
    const empty = planned(key, bare).parts.flatMap((part) => (part.p === "fields" ? part.rows : []));
    const open = empty.filter((row) => row.value === "" && !must.includes(row.label)).map((row) => row.label);
    expect(open.filter((label) => !/^(Complainant|Our reference|Contact for questions)$/.test(label))).toEqual([]);
  });

  test("papers for the United States are Letter, others A4", () => {
    expect(planned("us-declaration-1746").size).toBe("Letter");
    expect(planned("za-sworn-statement").size).toBe("A4");
    expect(planned("za-sworn-statement").initials).toEqual(["deponent", "commissioner of oaths"]);
  });
});

test("no paper says what its receiver would not: whose word it is, is known", () => {
  const strange = /to think of|person who swears|nobody has tested|strike out one|what is ruled|of the US attorney\b/i;
  for (const template of houseLaw.documents) expect(JSON.stringify(template), template.key).not.toMatch(strange);
  const sworn = houseLaw.documents.filter((template) => template.voice?.calls === "I");
  for (const template of sworn) {
    const words = JSON.stringify(planned(template.key).parts).replaceAll(/“[^”]*”/g, "");
    expect(words, template.key).not.toMatch(/the client\b|web address: not recorded/i);
  }
});

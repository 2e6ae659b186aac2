import { describe, expect, test } from "vitest";
import { fillTemplate, gapsOf, toldIn, wordsOf } from "@/lib/documents/papers/rules";
import type { DocumentBody } from "@/lib/documents/papers/types";
import { readNote, speak, voiceGaps } from "@/lib/documents/papers/voice/rules";
import { findTemplate } from "@/lib/law/jurisdictions/rules";
import { demoFacts } from "@/tests/unit/documents/papers/demo-facts";

describe("the record's sentence in the first person", () => {
  test.each([
    ["A picture of the client was posted.", "A picture of me was posted."],
    ["A message that names the bus stop the client uses.", "A message that names the bus stop I use."],
    ["The client told the account to stop and then blocked it.", "I told the account to stop and then blocked it."],
    ["The client's pictures were used.", "My pictures were used."],
    ["It told the client to answer.", "It told me to answer."],
    ["The client has a new number and lives elsewhere.", "I have a new number and lives elsewhere."],
    ["The client is afraid.", "I am afraid."],
    ["A threat to come to the client’s home.", "A threat to come to my home."],
    ["A new account wrote after the client blocked the first.", "A new account wrote after I blocked the first."],
    ["It described what the client wore that day.", "It described what I wore that day."],
  ])("%s", (record, spoken) => {
    expect(speak(record, "I")).toEqual({ text: spoken, sure: false });
  });

  test("leaves what can be read in two ways, so that the check stops at it", () => {
    expect(speak("When the client, a nurse, came home.", "I").text).toContain("the client");
  });

  test("asks a person to look at a sentence that says he or she, though no word of it was changed", () => {
    expect(speak("It frightens her.", "I")).toEqual({ text: "It frightens her.", sure: false });
    expect(speak("A new account wrote after the first one was blocked.", "I").sure).toBe(true);
  });

  test("drops the place and the clock of a message in its export, which the deponent does not know", () => {
    const record =
      "Message 7 of exhibit E-06 (WhatsApp), from “+1 614”. Time in the export: 07.11.26, 06:41. With: a.jpg.";
    expect(speak(record, "I").text).toBe("I received this message. With: a.jpg.");
    const own = "Message 8 of exhibit E-06 (WhatsApp), from the client. Time in the export: 2026/11/07, 7:02 a.m..";
    expect(speak(own, "I").text).toBe("I wrote this message.");
  });

  test("calls the client by a noun in a paper that somebody else reads out", () => {
    expect(speak("The client's number; the client uses it.", "the complainant").text).toBe(
      "The complainant's number; the complainant uses it.",
    );
  });
});

describe("the sworn statement", () => {
  const statement = findTemplate("za-sworn-statement");
  if (!statement) throw new Error("No statement.");
  const fill = (facts = demoFacts): DocumentBody => fillTemplate(statement, facts);
  const textOf = (body: DocumentBody) => body.blocks.map((block) => wordsOf(block) ?? JSON.stringify(block)).join("\n");

  test("speaks of the deponent as I, names annexures only, and leaves out what is not recorded", () => {
    const body = fill();
    const text = textOf({ ...body, blocks: body.blocks.filter((block) => block.kind !== "notice") });
    expect(text).not.toMatch(/the client|web address: not recorded/i);
    expect(text).toContain("the bus stop I use");
    expect(text).toContain("This is shown in annexure A1 (E-01).");
    expect(
      fill({ ...demoFacts, lists: { ...demoFacts.lists, exhibits: [] } })
        .blocks.map(wordsOf)
        .join(),
    ).not.toContain("E-01");
  });

  test("is not final while nobody has read a turned sentence with the deponent", () => {
    const body = fill();
    const told = [...toldIn(body)].map((code) => body.blocks.find((block) => block.id.endsWith(code))?.id);
    const open = voiceGaps(body, statement).map((gap) => gap.blockId);
    expect(told).toEqual(expect.arrayContaining(open));
    expect(open).toHaveLength(3);
    expect(gapsOf(body).map((gap) => gap.blockId)).not.toEqual(expect.arrayContaining(open));
    const read = JSON.parse(JSON.stringify(body).replaceAll(` ${readNote}`, "")) as DocumentBody;
    expect(voiceGaps(read, statement)).toEqual([]);
  });

  test("is not final while it speaks of the deponent as of somebody else, save in the sender's own words", () => {
    const body = fill();
    const [first] = body.blocks.filter((block) => block.kind === "numbered");
    const saying = (text: string): DocumentBody => ({
      ...body,
      blocks: [{ ...first, id: "own-1", kind: "numbered", text, gaps: [] }],
    });
    expect(voiceGaps(saying("The complainant blocked it."), statement)[0]?.blockId).toBe("own-1");
    expect(voiceGaps(saying("It wrote “the victim will see”."), statement)).toEqual([]);
  });

  test("leaves the three questions to the commissioner, gives the words of oath and affirmation, and ends with the certificate", () => {
    const oaths = fill().blocks.filter((block) => block.kind === "oath");
    expect(oaths).toHaveLength(3);
    const [questions, oath, certificate] = oaths;
    expect(questions?.blanks).toHaveLength(3);
    expect(questions?.lines.join()).not.toMatch(/\bI (?:know|have|consider)\b/);
    expect(oath?.lines.join(" ")).toContain("I swear that the contents of this declaration are true, so help me God.");
    expect(oath?.lines.join(" ")).toContain("I truly affirm that the contents of this declaration are true.");
    expect(oath?.blanks).toEqual(["Signature or mark of the deponent"]);
    expect(certificate?.lines.join(" ")).toMatch(
      /acknowledged that he or she knows and understands.*sworn to \/ affirmed/,
    );
    expect(certificate?.blanks.join()).toMatch(/Full names.*area of appointment.*Business address.*Place.*Date.*Stamp/);
  });
});

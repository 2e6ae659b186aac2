import { beforeAll, describe, expect, test } from "vitest";
import { longestMessage, lookupKeys, readReference } from "@/lib/casework/references/rules";
import { readPasted } from "@/lib/escalation/messages/rules";
import { houseLaw } from "@/lib/law/jurisdictions/rules";
import { ownWork } from "@/tests/support/own-work";

const today = "2026-11-24";
const full = (piece: string) => piece.repeat(Math.ceil(longestMessage / piece.length)).slice(0, longestMessage);

/** Texts that make an expression try the same place again and again. */
const hostile: Record<string, string> = {
  digits: full("1"),
  "digits and slashes": full("1/"),
  "digits and spaces": full("1 "),
  "a word and spaces": `CAS${full(" ")}`,
  "a word and dashes": `ref${full("-")}`,
  "words that announce": full("ref number id case complaint "),
  "ranks and names": full("Const. V Naidoo "),
  "a rank and initials": `Const ${full("V ")}`,
  "a rank and half a phone": `Const Naidoo ${full("(0) ")}`,
  "a rank and marks": `Const Naidoo ${full(".,:;")}`,
  capitals: full("A"),
  "letters and marks": full("a_.&-"),
  "groups of four": full("0000 "),
  "halves of numbers": full("CAS 1/1"),
  "whole numbers": full("12/10/2026 "),
  pairs: full("A1/2026 "),
  pins: full("PIN "),
  "numbers in words": full("cas amashumi amabili le twee en twintig inyanga "),
  "months without numbers": full("kgwedi ya of van "),
  "numbers that are given up": full("CAS 1/1/2026 not mine "),
  "words before a number": full("cas docket "),
  "letters and their marks": full("e\u0301"),
};

// The expressions are made once, at the first text.
beforeAll(() => {
  readPasted("Langa CAS 1/1/2026", today, houseLaw);
});

describe("a text that was made to be slow to read", () => {
  test.each(Object.entries(hostile))("%s", (_, text) => {
    const spent = ownWork();
    readPasted(text, today, houseLaw);
    lookupKeys(text);
    for (const { key } of houseLaw.referenceKinds) readReference(key, text.slice(0, 2000), { today });
    // It takes a few hundredths of a second; one that is tried again and again takes minutes.
    expect(spent()).toBeLessThan(2_000);
  });
});

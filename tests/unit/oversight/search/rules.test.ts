import { describe, expect, test } from "vitest";
import {
  codesIn,
  emailsIn,
  handlesIn,
  nameBeginning,
  phonesIn,
  platformIdsIn,
  walletsIn,
} from "@/lib/oversight/search/rules";

describe("codesIn", () => {
  test.each([
    ["CD-26-0142", ["CD-26-0142"]],
    ["cd 26 0142", ["CD-26-0142"]],
    ["cd260142", ["CD-26-0142"]],
    ["please look at cd-26-0142 and CD-26-0007", ["CD-26-0142", "CD-26-0007"]],
    ["CAS 212/10/2026", []],
    ["", []],
  ])("%s", (typed, found) => {
    expect(codesIn(typed)).toEqual(found);
  });
});

describe("handlesIn", () => {
  test.each([
    ["harrow.example.one", ["harrow.example.one"]],
    ["it was @harrow_example2, again", ["@harrow_example2"]],
    ["https://www.instagram.com/harrow.example.one", ["harrow.example.one"]],
    ["the station gave me a number", []],
  ])("%s", (typed, found) => {
    expect(handlesIn(typed)).toEqual(found);
  });
});

test("a run of digits may be an account's own id, a short one is none", () => {
  expect(platformIdsIn("account 17841400000000142 wrote 12 times")).toEqual(["17841400000000142"]);
});

test("a short text without digits may be the beginning of a pseudonym, a message is none", () => {
  expect(nameBeginning("  blue   cr ")).toBe("blue cr");
  expect(nameBeginning("CAS 212/10/2026")).toBeUndefined();
  expect(
    nameBeginning("Your case has been registered at the station and the officer will phone you soon"),
  ).toBeUndefined();
});

test.each([
  ["+27 82 555 0142", ["+27 82 555 0142"]],
  ["call me at (614) 555-0100, soon", ["(614) 555-0100"]],
  ["CAS 212/10/2026", []],
  ["123456", []],
])("a phone in %s", (typed, found) => {
  expect(phonesIn(typed)).toEqual(found);
});

test("an e-mail address and a wallet are found inside a message", () => {
  const text = "he wrote from night.owl+2@mail.example, send to bitcoin:bc1qexampleexampleexampleexample0?amount=2.";
  expect(emailsIn(text)).toEqual(["night.owl+2@mail.example"]);
  expect(walletsIn(text)).toEqual(["bitcoin:bc1qexampleexampleexampleexample0?amount=2"]);
  expect(walletsIn("an ordinary sentence without any of it")).toEqual([]);
});

import { describe, expect, test } from "vitest";
import { en, type WordingKey } from "@/lib/client/wording/languages/en";
import { clientLanguages, languageOf, namesDay, sayIn, statusLines } from "@/lib/client/wording/rules";

const keys = Object.keys(en) as WordingKey[];
const marks = (text: string) => (text.match(/\{\w+\}/g) ?? []).toSorted();
/** A sentence as it is written, with its braces. */
const raw = (language: (typeof clientLanguages)[number], key: WordingKey) =>
  sayIn(language)(key, {
    date: "{date}",
    percent: "{percent}",
    receipt: "{receipt}",
    phone: "{phone}",
    address: "{address}",
  });

describe.each(clientLanguages.filter((language) => language !== "en"))("the wording in %s", (language) => {
  test("says all that English says, with the same numbers, dates and names to be filled in", () => {
    for (const key of keys) {
      expect(marks(raw(language, key)), key).toEqual(marks(en[key]));
      expect(raw(language, key).trim(), key).not.toBe("");
    }
    const numbers = (key: WordingKey) => (raw(language, key).match(/\d+/g) ?? []).join(" ");
    expect(keys.filter((key) => numbers(key) !== (en[key].match(/\d+/g) ?? []).join(" "))).toEqual([]);
  });

  test("is a translation, but for what has the same name everywhere", () => {
    expect(keys.filter((key) => raw(language, key) === en[key])).toEqual(
      raw(language, "pin") === en.pin ? ["pin"] : [],
    );
  });
});

test("an unknown language is English, and a sentence without its value has no braces", () => {
  expect(languageOf("xx")).toBe("en");
  expect(languageOf(null)).toBe("en");
  expect(sayIn("en")("until")).toBe("This page ends on .");
});

test("a ready sentence knows whether it names a day", () => {
  expect(statusLines.filter((line) => !namesDay(line))).toEqual(["lineWaiting", "lineNeeded"]);
});

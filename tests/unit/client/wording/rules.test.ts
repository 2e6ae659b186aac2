import { describe, expect, test } from "vitest";
import { en, type WordingKey } from "@/lib/client/wording/languages/en";
import {
  clientLanguages,
  languageOf,
  namesDay,
  ourText,
  sayIn,
  speakIn,
  statusLines,
  whyNotWords,
} from "@/lib/client/wording/rules";

const keys = Object.keys(en) as WordingKey[];
const marks = (text: string) => (text.match(/\{\w+\}/g) ?? []).toSorted();
/** A sentence as it is written, with its braces. */
const raw = ourText;

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

test("what is filled in is not filled in again, and what was said is known to be confirmed or not", () => {
  const own = { words: new Map([["until", "Nge-{date}."]] as const), confirmed: new Set(["until", "back"] as const) };
  const { say, allConfirmed } = speakIn("zu", own);
  expect(say("until", { date: "{recipient} <b>" })).toBe("Nge-{recipient} <b>.");
  say("back");
  expect(allConfirmed()).toBe(true);
  say("send");
  expect(allConfirmed()).toBe(false);
  expect(speakIn("en").allConfirmed()).toBe(true);
});

test("own words have the placeholders and numbers of the English, and the neutral message has no others", () => {
  expect(whyNotWords("until", "Iphela ngo-{date}.")).toBeNull();
  expect(whyNotWords("until", "Iphela ngo-{date} {date}.")).toBe("placeholders");
  expect(whyNotWords("until", "Iphela ngo-{{date}}.")).toBe("braces");
  expect(whyNotWords("filesHint", "Kufika ku-200 MB.")).toBe("numbers");
  expect(whyNotWords("noticeText", "Kukhona okusha.")).toBe("fixed");
});

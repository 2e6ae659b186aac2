import { describe, expect, test } from "vitest";
import { languageTag, readLines, spokenName, writeLines } from "@/lib/evidence/transcripts/rules";

const typed = `0:12 | unknown man | Ngizokuthola | I will find you

1:02:03 |  | [inaudible]
`;

test("lines are read as they are typed, and typed again as they were read", () => {
  const read = readLines(typed);
  expect(read).toEqual({
    lines: [
      { ms: 12_000, speaker: "unknown man", words: "Ngizokuthola", meaning: "I will find you" },
      { ms: 3_723_000, speaker: "unknown", words: "[inaudible]", meaning: null },
    ],
  });
  if (!("lines" in read)) throw new Error("not read");
  expect(readLines(writeLines(read.lines))).toEqual(read);
});

describe("the first line that cannot be read is named by its number", () => {
  test.each([
    ["0:12 | he | hello\nhello", "Line 2: write the time"],
    ["0:12 | hello", "Line 1: write the time"],
    ["twelve | he | hello", "Line 1: begin with the time"],
    ["0:61 | he | hello", "Line 1: begin with the time"],
    ["0:12 | he | a | b | c", "Line 1: it has more than four parts"],
    ["0:12 | he |  | what it means", "Line 1: write the words, or [inaudible]."],
    ["0:12 | he | hello\n0:11 | he | hello", "Line 2: it begins before the line above it."],
    [`0:12 | ${"x".repeat(81)} | hello`, "Line 1: the speaker has more than 80 signs"],
    [`0:12 | he | ${"x".repeat(2001)}`, "Line 1: a part has more than 2000 signs"],
    [" \n ", "Write at least one line."],
    ["0:00 | he | hello\n".repeat(2001), "Write at most 2000 lines."],
  ])("%#", (text, problem) => {
    expect(readLines(text)).toMatchObject({ problem: expect.stringContaining(problem) });
  });
});

test("a language is a BCP 47 code; one that is not known is an answer", () => {
  expect(["zu", "EN-za", "und", "mul"].map(languageTag)).toEqual(["zu", "en-ZA", "und", "mul"]);
  expect(["", "Zulu language", "x"].map(languageTag)).toEqual([null, null, null]);
  expect(["zu", "und", "en-ZA"].map(spokenName)).toEqual([
    "isiZulu",
    "a language that is not known",
    "the language en-ZA",
  ]);
});

import { expect, test } from "vitest";
import { spokenIn } from "@/lib/casework/references/reading/spoken";

test.each([
  ["cas 512 slash 10 slash 2026", "512/10/2026", false],
  ["mas drie en negentig streep tien streep twee duisend ses en twintig", "93/10/2026", true],
  ["three four seven slash eleven slash twenty twenty six", "347/11/2026", true],
  ["driehonderd sewe-en-veertig streep elf streep twee duisend ses en twintig", "347/11/2026", true],
  ["drie vier sewe streep een een streep twee nul twee ses", "347/11/2026", true],
  ["one thousand two hundred and four stroke ten stroke twenty six", "1204/10/2026", true],
  ["honderd vier en twintig streep nege streep twintig ses en twintig", "124/9/2026", true],
  ["vyfhonderdsesentwintig streep nege streep twintig-ses-en-twintig", "526/9/2026", true],
  ["cas nege en sestig van November 2026", "69/11/2026", true],
  ["cas two hundred and four, month eleven, year 2026", "204/11/2026", true],
  ["ikhulu namashumi amabili, inyanga yesikhombisa, 2026", "120/7/2026", true],
  ["makgolo a mabedi slash leshome slash 2026", "200/10/2026", true],
  ["negentig streep 11 skuinsstreep 2026", "90/11/2026", true],
])("a number is read as it is said: %s", (text, number, isWords) => {
  const [spoken] = spokenIn(text);
  expect([`${spoken?.serial}/${spoken?.month}/${spoken?.year}`, spoken?.isWords]).toEqual([number, isWords]);
});

test.each(["cas 12/11/2026", "a slash and a streep", "12 slash 13 slash 2026", "one slash two"])(
  "what is no number of three parts is not read: %s",
  (text) => expect(spokenIn(text)).toEqual([]),
);

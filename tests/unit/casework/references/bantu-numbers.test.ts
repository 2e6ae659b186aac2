import { expect, test } from "vitest";
import { bantuSum, isBantuNumber } from "@/lib/casework/references/reading/bantu-numbers";

test.each([
  ["isishiyagalombili", 8],
  ["isishiyagalolunye", 9],
  ["ishumi nanhlanu", 15],
  ["amashumi amahlanu anesithandathu", 56],
  ["ikhulu namashumi amabili nane", 124],
  ["amakhulu amathathu namashumi asixhenxe", 370],
  ["lekgolo le mashome a mabedi a metso e mene", 124],
  ["makgolo a mabedi le masome a mararo", 230],
  ["izinkulungwane ezimbili namashumi amabili nesithupha", 2026],
  ["dikete tse pedi le mashome a mabedi a metso e tshelela", 2026],
  ["kunye kubili kuthathu", 123],
  ["leshome le motso o mong", 11],
])("a number in words is summed: %s", (text, value) => {
  expect(bantuSum(text.split(" "))).toBe(value);
});

test.each(["amashumi", "ishumi nanye nambili", "ikhulu ePinetown", "le"])(
  "what does not add up is no number: %s",
  (text) => expect(bantuSum(text.split(" "))).toBeNull(),
);

test.each(["kakhulu", "umakhulu", "omkhulu", "icala", "mabopane", "kunene"])("an everyday word is none: %s", (word) => {
  expect(isBantuNumber(word)).toBe(false);
});

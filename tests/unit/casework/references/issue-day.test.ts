import { expect, test } from "vitest";
import { findReferences } from "@/lib/casework/references/rules";

const days = (text: string) => findReferences(text, "2026-11-24").map(({ issuedOn }) => issuedOn);

test.each([
  ["Registered on 12/11/2026 as Sandpoort CAS 347/11/2026.", "2026-11-12"],
  ["Sandpoort CAS 347/11/2026, opened 12 Nov", "2026-11-12"],
  ["MAS 347/11/2026 Sandpoort is op 12 November 2026 geopen", "2026-11-12"],
  ["Icala libhaliswe ngomhlaka 12 Novemba 2026, CAS 347/11/2026", "2026-11-12"],
  ["Sandpoort CAS 347/11/2026 date 2026-11-12 14h30", "2026-11-12"],
  ["Sandpoort CAS 347/11/2026", null],
])("the day that a message gives: %s", (text, day) => {
  expect(days(text)).toEqual([day]);
});

test.each([
  // Another month than the number's own: the day of something else.
  "I saw him on 3/10/2026. Sandpoort CAS 347/11/2026",
  "Court on 9 December 2026. Sandpoort CAS 347/11/2026",
  // Two days that both fit.
  "Written 12/11/2026, sent 13/11/2026: Sandpoort CAS 347/11/2026",
  // A day to come.
  "Come in on 30/11/2026. Sandpoort CAS 347/11/2026",
])("no day is better than a wrong one: %s", (text) => {
  expect(days(text)[0]).toBeNull();
});

test("the months of two numbers are not the days of each other", () => {
  expect(days("Sandpoort CAS 12/4/2026 and Sandpoort CAS 13/4/2026")).toEqual([null, null]);
});

test("where day and month could change places the month of the number decides", () => {
  expect(days("Registered on 5/11/2026: Sandpoort CAS 347/11/2026")).toEqual(["2026-11-05"]);
});

test("a number that names no month has its day only where the message announces it", () => {
  expect(days("IC3 submission id 4f1c9a07e2d84b6f012 received on 12 Nov 2026")).toEqual(["2026-11-12"]);
  expect(days("IC3 submission id 4f1c9a07e2d84b6f012. My birthday is 12 Nov 1990")).toEqual([null]);
});

test("the day of one number is not the day of another in the next sentence", () => {
  const text =
    "Sandpoort CAS 347/11/2026 was registered on 12 Nov. IC3 submission id 4f1c9a07e2d84b6f012 sent yesterday.";
  expect(days(text)).toEqual(["2026-11-12", null]);
});

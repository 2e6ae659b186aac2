import { expect, test } from "vitest";
import { findContacts } from "@/lib/casework/references/rules";

test.each([
  ["Investigating officer CONST V NAIDOO 021 000 0193. Entry", "Const. V Naidoo, 021 000 0193"],
  ["IO: Sgt. J. Petersen (021) 000-0123", "Sgt J. Petersen, (021) 000-0123"],
  ["has been assigned to W/O Dlamini, Cape Town Central", "W/O Dlamini"],
  ["Kaptein van der Merwe tel: +27 21 000 0145", "Capt. van der Merwe, +27 21 000 0145"],
  ["Contact Detective Sergeant Anele Example on 0210000111.", "D/Sgt Anele Example, 0210000111"],
  ["Deputy Ray Example, 512-000-0199", "Deputy Ray Example, 512-000-0199"],
])("%j names an officer", (text, contact) => {
  expect(findContacts(text).map((foundContact) => foundContact.text)).toEqual([contact]);
});

test.each([
  "The captain of my team called 021 000 0100",
  "constable on duty refused",
  "Col. 3, row 4",
  "Call 021 000 0193",
])("%j names none", (text) => {
  expect(findContacts(text)).toEqual([]);
});

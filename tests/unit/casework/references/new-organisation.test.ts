import { expect, test } from "vitest";
import { findReferences } from "@/lib/casework/references/rules";
import { houseLaw } from "@/lib/law/jurisdictions/rules";
import { casRows } from "@/tests/support/cas-messages";
import { places } from "@/tests/unit/casework/references/messages/places";

/** As in an organisation that has no number of any station yet. */
const read = (text: string) => {
  const [found] = findReferences(text, "2026-11-24", houseLaw, new Set());
  return [found?.display, found?.code];
};

test.each([
  ["Icala lakho livulwe e-Yeoville. Inombolo yecala ngu-CAS 347/11/2026", "Yeoville CAS 347/11/2026", null],
  ["CAS 347/11/2026 was opened at Yeoville SAPS", "Yeoville CAS 347/11/2026", null],
  ["Yeoville CR 347.11.2026", "Yeoville CAS 347/11/2026", null],
  ["CAS 347/11/2026, Yeoville", "Yeoville CAS 347/11/2026", null],
  ["Sandpoort CR 347.11.2026", "Sandpoort CAS 347/11/2026", "guessed_station"],
  ["CAS 347/11/2026, Sandpoort", "Sandpoort CAS 347/11/2026", "guessed_station"],
  ["CAS 347/11/2026 was opened at Sandpoort SAPS", "Sandpoort CAS 347/11/2026", "guessed_station"],
  ["Hendrina CAS 347/11/2026", "Hendrina CAS 347/11/2026", "guessed_station"],
  ["CAS 347/11/2026 was opened at Hendrina SAPS", "Hendrina CAS 347/11/2026", null],
  ["at this point I have CAS 347/11/2026", "CAS 347/11/2026", "no_station"],
  ["Witbnk police, CAS 347/11/2026", "Witbank CAS 347/11/2026", "guessed_station"],
  ["cas 347 Nov 2026", "CAS 347/11/2026", "mended"],
  ["CA5 347/l1/2O26", "CAS 347/11/2026", "mended"],
  ["SAPS REF 4871/347/11/26", "CAS 347/11/2026", "mended"],
  ["Inombolo yetyala ngu CAS 347/11/2026 Ukuba unemibuzo fowunela", "CAS 347/11/2026", "no_station"],
])(
  "a station is taken on trust where the list of stations has it, and the message means a place: %s",
  (text, display, code) => {
    expect(read(text)).toEqual([display, code]);
  },
);

test("what was corrected is shown beside what stands there", () => {
  const [found] = findReferences("CA5 347/l1/2O26", "2026-11-24", houseLaw, new Set());
  expect(found?.warning).toContain("Read as 347/11/2026; the message has “CA5 347/l1/2O26”. Check with the station.");
});

test.each(casRows(places))("a place is read by what is said of it: $text", ({ text, number, station, doubt }) => {
  const [found] = findReferences(text, "2026-11-24", houseLaw, new Set()).filter(({ kind }) => kind === "cas");
  const read = { number: found?.canonical.split(" ").at(-1) ?? null, station: found?.station ?? null };
  expect({ ...read, doubt: (found?.code ?? null) !== null }).toEqual({ number, station, doubt });
});

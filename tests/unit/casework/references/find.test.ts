import { expect, test } from "vitest";
import { findReferences } from "@/lib/casework/references/rules";

const today = "2026-11-24";
const found = (text: string) => findReferences(text, today).map((f) => [f.kind, f.display, f.warning]);

test("an SMS from the station offers its CAS number with the station", () => {
  expect(
    found(
      "Dear complainant, your case was registered on 24/10/2026 as CAS 212/10/2026 at Fynbos Road. Constable Dube 021 555 0100",
    ),
  ).toEqual([["cas", "Fynbos Road CAS 212/10/2026", null]]);
});

test("an occurrence book number is marked and not taken for a CAS number", () => {
  const [first] = findReferences("Your entry is Fynbos Road OB 44/10/2026", today);
  expect(first).toMatchObject({ kind: "ob", display: "Fynbos Road OB 44/10/2026" });
  expect(first?.warning).toContain("opens no docket");
});

test("a number with an impossible month is offered with the reason", () => {
  expect(found("CAS 212/13/2026")[0]?.[2]).toContain("Month 13");
});

test("a date alone is no number", () => {
  expect(found("We met on 24/11/2026 and spoke on 1/12/2026.")).toEqual([]);
});

test("several kinds in one message keep their order", () => {
  const text = "IC3 submission ID: 4f1c9a07e2d8. Platform report id FG-2026-88213, then Fynbos Road CAS 212/10/2026.";
  expect(found(text).map(([kind, display]) => [kind, display])).toEqual([
    ["ic3", "4f1c9a07e2d8"],
    ["platform_report", "FG-2026-88213"],
    ["cas", "Fynbos Road CAS 212/10/2026"],
  ]);
});

test("a secret such as a PIN is not offered", () => {
  expect(found("StopNCII case number c-48210, PIN 993311").map(([, display]) => display)).toEqual(["c-48210"]);
});

test("the word of another number is no station", () => {
  const text = "Dear client, IC3 submission id I2610150000000142. CAS 77/11/2026 Langa";
  expect(found(text).map(([kind, display]) => [kind, display])).toEqual([
    ["ic3", "I2610150000000142"],
    ["cas", "Langa CAS 77/11/2026"],
  ]);
});

test("a platform that the text names goes with the number", () => {
  const [first] = findReferences("Instagram report ID 5512-8811", today);
  expect(first).toMatchObject({ issuer: "Instagram", canonical: "INSTAGRAM:5512-8811" });
});

import { describe, expect, test } from "vitest";
import { maskOthers } from "@/lib/operations/exports/mask-others";

const others = [
  { value: "Casper van der Kwaad", word: "him" },
  { value: "14 Nergens Avenue, Farville", word: "him" },
  { value: "Nomvula Dlamini", word: "never" },
  { value: "Sipho Dlamini", word: "staff" },
];
const own = ["Nomvula Dlamini", "+27 82 555 0101", "me@mail.example"];
const masked = (text: string) => maskOthers(others, own).text(text);

describe("what is put out of a client's folder", () => {
  test.each([
    ["Casper van der Kwaad wrote", "[him] wrote"],
    ["CASPER VAN DER KWAAD", "[him]"],
    ["then Casper phoned, and KWAAD himself", "then [him] phoned, and [him] himself"],
    ["a kwaad man", "a kwaad man"],
    ["at 14 Nergens Avenue Farville", "at [him]"],
    ["I, Nomvula Dlamini, say", "I, Nomvula Dlamini, say"],
    ["Sipho Dlamini and Sipho", "[staff] and [staff]"],
    ["Dlamini", "Dlamini"],
    ["write to me@mail.example or aunt@mail.example", "write to me@mail.example or [e-mail of somebody else]"],
    ["phone 082 555 0101 or (083) 555 0123", "phone 082 555 0101 or [phone of somebody else]"],
    ["404-555-0166", "[phone of somebody else]"],
    ["phone 083 555-0123", "phone [phone of somebody else]"],
    ["+1 (404) 555-0166 wrote", "[phone of somebody else] wrote"],
    ["CAS 123/10/2026 and I2610150000000142", "CAS 123/10/2026 and I2610150000000142"],
    ["on 2026-10-13T10:06:00.000Z", "on 2026-10-13T10:06:00.000Z"],
  ])("%s", (text, expected) => {
    expect(masked(text)).toBe(expected);
  });

  test("however deep it stands, but not in dates, digests and numbers of police; and it is counted", () => {
    const mask = maskOthers(others, own);
    const row = {
      what: { said: ["Casper"] },
      raw: "083 555 0123",
      sha256: "083555012344",
      at: null,
      dueOn: "2026-01-01",
    };
    expect(mask.row(row)).toEqual({ ...row, what: { said: ["[him]"] } });
    expect(mask.count()).toBe(1);
  });
});

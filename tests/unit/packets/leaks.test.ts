import { describe, expect, test } from "vitest";
import { findLeakedFields, type Secret } from "@/lib/packets/taking/leaks";
import { exhibitsIn } from "@/lib/packets/taking/releases";

const secrets: Secret[] = [
  { kind: "name", value: "Nomvula Voorbeeld" },
  { kind: "phone number", value: "+27 00 000 0147" },
  { kind: "identity number", value: "000101 0000 08 0" },
  { kind: "e-mail address", value: "nomvula@client.example" },
  { kind: "address", value: "14 Nergens Street, Voorbeeldfontein, 0000" },
];

const kinds = (text: string) => findLeakedFields({ text }, secrets).map((leak) => leak.what);

describe("findLeakedFields", () => {
  test.each([
    ["a part of the name as a word", "I know, NOMVULA.", "name"],
    ["a phone number in another grouping", "call 00-000-0147 tonight", "phone number"],
    ["an identity number without spaces", "id 0001010000080", "identity number"],
    ["an e-mail address in capitals", "write to Nomvula@Client.example", "e-mail address"],
    ["a street with its number, set otherwise", "at 14  nergens STREET tonight", "address"],
  ])("finds %s", (_name, text, kind) => {
    expect(kinds(text)).toContain(kind);
  });

  test.each(["Voorbeeldfontein CAS 147/10/2026", "Nergens in particular", "14 messages", ""])(
    "leaves alone: %s",
    (text) => {
      expect(kinds(text)).toEqual([]);
    },
  );

  test("lets a unit be named as a family is, and not a whole name", () => {
    const where = (holder: string) => findLeakedFields({ holders: [{ holder }] }, secrets);
    expect(where("Captain, NCB desk, Voorbeeld")).toEqual([]);
    expect(where("Nomvula Voorbeeld")).toEqual([{ path: "holders.0.holder", what: "name" }]);
  });

  test("says where it stands and never what it is", () => {
    const found = findLeakedFields({ incidents: [{ words: "x" }, { words: "for Nomvula" }] }, secrets);
    expect(found).toEqual([{ path: "incidents.1.words", what: "name" }]);
  });
});

describe("exhibitsIn", () => {
  const all = ["E-01", "E-02", "E-03", "E-04", "E-05"];
  test.each([
    ["All exhibits", all],
    ["E-01 to E-03, E-05", ["E-01", "E-02", "E-03", "E-05"]],
    ["exhibit E4 only", ["E-04"]],
    ["the sworn statement", []],
  ])("%s", (items, expected) => {
    expect(exhibitsIn(items, all)).toEqual(expected);
  });
});

import { describe, expect, test } from "vitest";
import { makeTranscript } from "@/lib/packets/packets/building/make-transcript";
import { findLeakedFields, type Secret } from "@/lib/packets/packets/snapshot/leaks";
import { wordMasker } from "@/lib/packets/packets/snapshot/mask-words";

const secrets: Secret[] = [
  { kind: "name", value: "Nomvula Kingfisher" },
  { kind: "chat name", value: "Lulubee" },
  { kind: "phone number", value: "082 555 0101" },
  { kind: "e-mail address", value: "nomvula.k@mail.example" },
  { kind: "address", value: "12 Kestrel Lane, Voorbeeldfontein" },
];
const mask = wordMasker(secrets);

describe("the client's own values in words that are printed", () => {
  test.each([
    ["I will find you", "I will find you", []],
    ["Hey Nomvula, answer me", "Hey [client’s name] answer me", ["name"]],
    ["nomvula kingfisher!! answer", "[client’s name] answer", ["name"]],
    ["lulubee why so quiet", "[client’s chat name] why so quiet", ["chat name"]],
    ["I called 082 555 0101 twice", "I called [client’s phone number] twice", ["phone number"]],
    ["my number is +27 82 555 0101 ok", "my number is +27 [client’s phone number] ok", ["phone number"]],
    ["I was at 12 Kestrel Lane, Voorbeeldfontein today", "I was at [client’s address] today", ["address"]],
    ["write nomvula.k@mail.example", "write [client’s e-mail address]", ["e-mail address"]],
    ["N0mvula I see you", "[client’s name] I see you", ["name"]],
    ["https://example.com/nomvula.kingfisher now", "[client’s name] now", ["name"]],
  ])("%s", (text, shown, covered) => {
    expect(mask(text)).toEqual({ text: shown, covered });
  });

  test("what is left holds none of them by the eyes of the leak check, however they stand together", () => {
    const pieces = [
      "Nomvula",
      "Kingfisher",
      "082",
      "5550101",
      "12 Kestrel",
      "Lane",
      "so",
      "Lulubee",
      "quiet",
      "zero82",
    ];
    for (let turn = 0; turn < 200; turn += 1) {
      const words = Array.from({ length: 6 }, (_, i) => pieces[(turn * 7 + i * (turn % 5) + i) % pieces.length]);
      expect(findLeakedFields([mask(words.join(" ")).text], secrets)).toEqual([]);
    }
  });

  test("a text that is too long to look through word by word is covered whole, and one without a value stays", () => {
    const long = "never mind ".repeat(2000);
    expect(mask(long).text).toBe(long);
    expect(mask(`${long} Nomvula`).text).toBe("[client’s name]");
  });
});

describe("a mail or a text for print", () => {
  const read = (lines: string[], change: object = {}) => ({
    kind: "text",
    headers: [],
    lines,
    attachments: [],
    cut: false,
    ...change,
  });

  test("a value that runs over the end of a line is covered, and every line keeps its number", () => {
    const made = makeTranscript(
      null,
      read(["Dear Nomvula", "you are at 12 Kestrel", "Lane, Voorbeeldfontein", "bye"]),
      secrets,
    );
    expect(made?.rows.map(({ no, words }) => [no, words])).toEqual([
      [1, "Dear [client’s name]"],
      [2, "you are at [client’s address]"],
      [3, "[client’s address]"],
      [4, "bye"],
    ]);
    expect(made).toMatchObject({ of: "text", total: 4, cut: false, covered: ["address", "name"] });
  });

  test("headers and the names of attachments are covered like words, and what was cut is said", () => {
    const headers = [{ name: "To", value: "Nomvula <nomvula.k@mail.example>" }];
    const attachments = [{ name: "kingfisher.jpg", mime: "image/jpeg", size: 4 }];
    const lines = Array.from({ length: 500 }, (_, i) => `line ${i + 1}`);
    const made = makeTranscript(null, read(lines, { headers, attachments }), secrets);
    expect(made).toMatchObject({ of: "mail", total: 500, cut: true });
    expect(made?.rows).toHaveLength(400);
    expect(JSON.stringify(made)).not.toMatch(/nomvula|kingfisher/i);
  });

  test("a value over which a long line is cut is covered, and not cut in two", () => {
    const line = `${"never mind ".repeat(363)} 082 555 0101 again`;
    expect(line.slice(0, 4000)).toMatch(/082 \d*$/);
    const made = makeTranscript(null, read([line], { headers: [{ name: "Subject", value: line }] }), secrets);
    expect(JSON.stringify(made)).not.toContain("082");
    expect(made).toMatchObject({ cut: true, covered: ["phone number"] });
  });

  test("nothing is made of a file of which nothing was read", () => {
    expect(makeTranscript(null, [], secrets)).toBeNull();
    expect(makeTranscript(null, read([]), secrets)).toBeNull();
  });
});

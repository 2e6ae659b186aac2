import { describe, expect, test } from "vitest";
import type { WordCover } from "@/lib/evidence/redactions/types";
import { makeTranscript } from "@/lib/packets/packets/building/make-transcript";
import { checklistFor, linesNow, runPreflight } from "@/lib/packets/packets/preflight/preflight";
import { viewOf } from "@/lib/packets/packets/rules";
import { wordsText } from "@/lib/packets/packets/sections/exhibits/transcript";
import { ruleText } from "@/lib/packets/packets/sections/preflight-result";
import { maskedText } from "@/lib/packets/packets/sections/shared/custody-words";
import type { Chat, ChatRow } from "@/lib/packets/packets/snapshot/chats";
import { coveredElsewhere, holdsCovered } from "@/lib/packets/packets/snapshot/covered";
import type { Secret } from "@/lib/packets/packets/snapshot/leaks";
import { snapshotWithNames } from "@/tests/support/chance-names";
import { goldenSnapshot } from "@/tests/support/golden-snapshot";
import { sampleSnapshot } from "@/tests/support/sample-snapshot";

const reading = "00000000-0000-4000-8000-000000000001";
const later = "00000000-0000-4000-8000-000000000002";
const secrets: Secret[] = [{ kind: "name", value: "Nomvula Kingfisher" }];

let made = 0;
const cover = (words: string, change: Partial<WordCover> = {}): WordCover => {
  made += 1;
  const id = `00000000-0000-4000-9000-${String(made).padStart(12, "0")}`;
  return { id, words, kind: "child", reason: null, place: null, reading: null, by: "caseworker", ...change };
};

const row = (no: number, words: string, change: Partial<ChatRow> = {}): ChatRow => ({
  no,
  at: "2026-10-20T18:00:00Z",
  stamp: "[20/10/2026, 20:00:00]",
  kind: "text",
  by: { name: "Unknown number", isClient: false, account: null },
  words,
  mediaName: null,
  incident: null,
  ...change,
});
const chatOf = (...rows: ChatRow[]): Chat => ({ reading, zone: "Africa/Johannesburg", total: rows.length, rows });
const printed = (chat: Chat, covers: WordCover[]) => makeTranscript(chat, [], secrets, { covers, reading: null });

const read = (lines: string[], headers: { name: string; value: string }[] = []) => {
  return { kind: "text", headers, lines, attachments: [], cut: false };
};

describe("what a person covered, as it is printed", () => {
  test("comes before the client's own values: a child with the client's family name is covered whole", () => {
    const covers = [cover("Thandi Kingfisher", { reason: "her daughter", by: "supervisor" })];
    const shown = printed(chatOf(row(1, "Nomvula, I saw Thandi Kingfisher at school")), covers);
    expect(shown?.rows[0]?.words).toBe("[client’s name] I saw [covered: a child] at school");
    expect(shown).toMatchObject({
      covered: ["name"],
      masked: [{ says: "a child", why: "her daughter", by: "a supervisor", times: 1 }],
      covers: [covers[0]?.id],
    });
  });

  test("senders, headers and names of attachments are covered like words; nothing that is counted is", () => {
    const chat = chatOf(row(1, "hello", { by: { name: "Thandi M", isClient: false, account: "A1" } }));
    expect(printed(chat, [cover("thandi m")])?.rows[0]).toMatchObject({ no: 1, by: "A1, [covered: a child]" });
    const mail = { ...read(["hi"], [{ name: "To", value: "Thandi" }]), attachments: [file] };
    const shown = makeTranscript(null, mail, secrets, { covers: [cover("Thandi")], reading: null });
    expect(shown?.headers).toEqual([{ name: "To", value: "[covered: a child]" }]);
    expect(shown?.attachments[0]?.name).toBe("[covered: a child].jpg");
    expect(wordsText(shown ?? empty)).toContain("one line");
  });

  test("a client's name that a hash happens to hold is not covered in it", () => {
    const ada: Secret[] = [{ kind: "name", value: "Ada" }];
    const hash = `3ada9f01b2d33dee7b24d4977c018ada${"0f".repeat(16)}`;
    const shown = makeTranscript(chatOf(row(1, `see ${hash}`), row(2, "see Ada")), [], ada);
    expect(shown?.rows.map(({ words }) => words)).toEqual([`see ${hash}`, "see [client’s name]"]);
  });

  test("in one message only: there alone, and everywhere once the numbers are those of another reading", () => {
    const chat = chatOf(row(1, "Thandi"), row(2, "Thandi again"));
    const wordCover = cover("Thandi", { place: 2, reading });
    expect(printed(chat, [wordCover])?.rows.map(({ words }) => words)).toEqual(["Thandi", "[covered: a child] again"]);
    const moved = printed(chat, [cover("Thandi", { place: 2, reading: later })]);
    expect(moved?.rows.map(({ words }) => words)).toEqual(["[covered: a child]", "[covered: a child] again"]);
  });

  test("a line keeps its number when words run over its end", () => {
    const shown = makeTranscript(null, read(["a", "see Bantry", "Primary school", "z"]), secrets, {
      covers: [cover("Bantry Primary")],
      reading,
    });
    expect(shown?.rows.map(({ no, words }) => [no, words])).toEqual([
      [1, "a"],
      [2, "see [covered: a child]"],
      [3, "[covered: a child] school"],
      [4, "z"],
    ]);
    expect(shown?.masked).toMatchObject([{ times: 1 }]);
  });
});

describe("what is told of covers", () => {
  test("counts no word in the lines that are read beyond the last one that is printed", () => {
    const lines = [...Array.from({ length: 400 }, () => "hello"), "Thandi"];
    const shown = makeTranscript(null, read(lines), secrets, { covers: [cover("Thandi")], reading });
    expect(shown?.rows).toHaveLength(400);
    expect(shown?.masked).toEqual([]);
    lines[399] = "to Thandi";
    const again = makeTranscript(null, read(lines), secrets, { covers: [cover("Thandi")], reading });
    expect(again?.masked).toMatchObject([{ times: 1 }]);
  });

  test("a message that itself reads like a mark is no message that was covered", () => {
    const chat = chatOf(
      row(1, "[covered: a child]", { incident: "I-1" }),
      row(2, "Thandi [client’s address]", { incident: "I-2" }),
      row(3, "Thandi, Nomvula Kingfisher", { incident: "I-3" }),
    );
    expect(printed(chat, [cover("Thandi")])?.rows.map(({ hidden }) => hidden)).toEqual([false, false, true]);
  });
});

const file = { name: "thandi.jpg", mime: "image/jpeg", size: 4 };
const empty = makeTranscript(null, read(["x"]), []) as NonNullable<ReturnType<typeof makeTranscript>>;

describe("preflight on what is covered", () => {
  const code = "E-01";
  const snapshotWith = (change: object, incidents = sampleSnapshot().incidents) => {
    const snapshot = sampleSnapshot();
    const [first, ...rest] = snapshot.exhibits;
    if (!first) throw new Error("no exhibit");
    return { ...snapshot, incidents, exhibits: [{ ...first, code, ...change }, ...rest] };
  };
  const lineOf = (start: string, ...given: Parameters<typeof runPreflight>) => {
    const { lines } = checklistFor(given[0]);
    const results = runPreflight(...given);
    return results.find(({ id }) => lines.find((line) => line.id === id)?.check === start);
  };

  test("names an act whose message nobody can read any more, and not one of which something is left", () => {
    const chat = chatOf(row(7, "I will find Thandi", { incident: "I-1" }), row(8, "Nomvula", { incident: "I-2" }));
    const part = printed(chat, [cover("Thandi")]);
    expect(part?.rows.map(({ hidden }) => hidden)).toEqual([false, false]);
    expect(lineOf("exhibits_once", snapshotWith({ transcript: part }))?.reason).not.toContain("all covered");
    const whole = printed(chat, [cover("I will find Thandi", { kind: "unrelated" })]);
    expect(lineOf("exhibits_once", snapshotWith({ transcript: whole }))).toMatchObject({
      result: "fail",
      reason: expect.stringContaining("An act relies on words that are all covered: I-1 (E-01, message 7)."),
    });
  });

  test("names an act that rests on a text of which every line is covered", () => {
    const shown = makeTranscript(null, read(["Thandi", "", "thandi"]), [], { covers: [cover("Thandi")], reading });
    const acts = sampleSnapshot().incidents.map((incident, i) => ({ ...incident, exhibits: i === 0 ? [code] : [] }));
    expect(lineOf("exhibits_once", snapshotWith({ transcript: shown }, acts))?.reason).toContain(
      `all covered: ${acts[0]?.code} (E-01).`,
    );
  });

  test("names where words still stand that are covered elsewhere, and looking at pictures takes that not away", () => {
    const snapshot = snapshotWith({ title: "Thandi at the gate", transcript: null, pictures: [] });
    const covers = new Map([["E-02", [cover("thandi"), cover("the gate", { kind: "unrelated" })]]]);
    expect(coveredElsewhere(snapshot, covers)).toEqual([
      "E-01, the description: holds what is covered in E-02 (a child)",
    ]);
    const line = lineOf("nothing_protected", snapshot, [], covers);
    expect(line).toMatchObject({ result: "fail", reason: expect.stringContaining("E-01, the description") });
    const kept = viewOf(runPreflight(snapshot, [], covers), checklistFor(snapshot));
    expect(linesNow(kept, snapshot).find(({ id }) => id === line?.id)).toMatchObject({ result: "fail" });
  });

  test("names what a caseworker typed into the law of the case, and no law, office or directory", () => {
    const { charges, pairs, references } = sampleSnapshot();
    const [pair] = pairs;
    const [charge] = charges;
    const [number] = references;
    if (!pair || !charge || !number) throw new Error("the sample has law and numbers");
    const [element, ...rest] = pair.elements;
    if (!element) throw new Error("the sample has an element");
    const snapshot = {
      ...sampleSnapshot(),
      charges: [{ ...charge, note: "Lwazi" }],
      pairs: [
        {
          ...pair,
          content: ["Lwazi"],
          elements: [{ ...element, facts: "He named Lwazi’s school", home: "Lwazi" }, ...rest],
        },
      ],
      references: [{ ...number, issuer: "Lwazi station" }],
      releases: sampleSnapshot().releases.map((release, i) =>
        i === 0 ? { ...release, items: "what names Lwazi" } : release,
      ),
    };
    const lines = coveredElsewhere(snapshot, new Map([["E-01", [cover("Lwazi")]]]));
    expect(lines).toEqual([
      `${pair.code}, the facts of an element: holds what is covered in E-01 (a child)`,
      `${snapshot.releases[0]?.code}, what it lets out: holds what is covered in E-01 (a child)`,
    ]);
  });

  test("names the officer and the words of a refusal that hold a covered name, and not the office that is called so", () => {
    const snapshot = goldenSnapshot("refusal_complaint", "ZA-US");
    if (!snapshot.refusal) throw new Error("the complaint has its refusal");
    const refusalWords = { officer: "Constable Mokoena", office: "Mokoena station", words: "Go home, said Mokoena" };
    const complaint = { ...snapshot, refusal: { ...snapshot.refusal, ...refusalWords } };
    const covers = new Map([["E-01", [cover("Mokoena", { kind: "person" })]]]);
    const holds = "holds what is covered in E-01 (another person)";
    expect(coveredElsewhere(snapshot, covers)).toEqual([]);
    expect(coveredElsewhere(complaint, covers)).toEqual([
      `The officer of the refusal: ${holds}`,
      `The words of the refusal: ${holds}`,
    ]);
    const line = lineOf("nothing_protected", complaint, [], covers);
    expect(line).toMatchObject({ result: "fail", reason: expect.stringContaining("The officer of the refusal") });
    expect(JSON.stringify(line && ruleText({ rule: "", check: "nothing_protected" }, line))).not.toContain("officer");
  });

  test("looks for what was covered for a reason of one’s own, for names of two letters, and in addresses of pages", () => {
    const covers = new Map([
      ["E-02", [cover("小明"), cover("Jo"), cover("Lane Primary", { kind: "other", reason: "a school" })]],
    ]);
    const snapshot = snapshotWith({
      title: "Jo at Lane Primary, by 王小明",
      device: "https://x.example/lane%20primary",
      transcript: null,
    });
    expect(coveredElsewhere(snapshot, covers)).toEqual([
      "E-01, the description: holds what is covered in E-02 (a child)",
      "E-01, the description: holds what is covered in E-02 (a school)",
      "E-01, the device: holds what is covered in E-02 (a school)",
    ]);
    expect(coveredElsewhere(snapshotWith({ title: "Joan jogs", device: null }), covers)).toEqual([]);
  });

  test("takes no hash, id or check word for a name that its letters happen to make", () => {
    const covers = new Map([["E-02", [cover("Ada")]]]);
    const snapshot = snapshotWithNames("Ada");
    expect(coveredElsewhere(snapshot, covers)).toEqual([]);
    const hash = snapshot.exhibits[0]?.files[0]?.sha256 ?? "";
    const words = `The file has ${hash}, says Ada`;
    expect(printed(chatOf(row(1, words)), [cover("Ada")])?.rows[0]?.words).toBe(
      `The file has ${hash}, says [covered: a child]`,
    );
    expect(holdsCovered(`X-Id: ${hash}`, covers)).toBe(false);
    expect(holdsCovered(`X-Id: ${hash} ada`, covers)).toBe(true);
  });

  test("reads what somebody wrote between the brackets of a mark", () => {
    const covers = new Map([["E-02", [cover("Lwazi")]]]);
    const snapshot = snapshotWith({ title: "[covered: Lwazi’s uncle] and [covered: a child]", transcript: null });
    expect(coveredElsewhere(snapshot, covers)).toHaveLength(1);
  });

  test("the page says that they stand elsewhere and not where; whoever approves is told where", () => {
    const snapshot = snapshotWith({ title: "Thandi at the gate", transcript: null, pictures: [] });
    const line = lineOf("nothing_protected", snapshot, [], new Map([["E-02", [cover("thandi")]]]));
    expect(line?.reason).toContain("E-01, the description");
    if (!line) throw new Error("the line is asked");
    const message = JSON.stringify(ruleText({ rule: "No protected value", check: "nothing_protected" }, line));
    expect(message).not.toContain("E-01");
    expect(message).toContain("the places are kept with the case");
    const unseen = JSON.stringify(
      ruleText({ rule: "", check: "nothing_protected" }, { ...line, reason: "Nobody looked yet at E-01." }),
    );
    expect(unseen).toContain("Nobody looked yet at E-01.");
  });

  test("a statement of evidence says what was masked on a copy and what was covered in print, and neither of the other", () => {
    const shown = printed(chatOf(row(1, "Thandi")), [cover("Thandi")]);
    const snapshot = snapshotWith({ transcript: shown, sealed: true, sealedWhy: "some of its words are covered" });
    expect(maskedText(snapshot)).toBe(" E-07 was masked on a copy. Words of E-01 were covered in this packet.");
    const held = snapshotWith({ sealed: true, sealedWhy: "it tells where it was taken" });
    expect(maskedText(held)).toBe(" E-07 was masked on a copy.");
  });

  test("a mark is not what it covers, and what is covered in one message is looked for nowhere else", () => {
    const marked = snapshotWith({ title: "[covered: a child] at home" });
    expect(coveredElsewhere(marked, new Map([["E-02", [cover("a child")]]]))).toEqual([]);
    const named = snapshotWith({ title: "Thandi at home" });
    expect(coveredElsewhere(named, new Map([["E-02", [cover("Thandi", { place: 3, reading })]]]))).toEqual([]);
  });
});

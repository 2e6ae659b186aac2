import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseThread, readThread } from "@/lib/platform/sandbox/child-chat-meta.mjs";
import { readSms } from "@/lib/platform/sandbox/child-chat-sms.mjs";
import { readHeader, wallOf } from "@/lib/platform/sandbox/child-chat-stamp.mjs";
import { readWhatsapp } from "@/lib/platform/sandbox/child-chat-whatsapp.mjs";
import { stampCases, stampLocales } from "@/tests/fixtures/chats/stamps";

type Message = {
  wall: string | null;
  sender: string | null;
  kind: string;
  words: string;
  media: string | null;
  cut: boolean;
};

function whatsapp(lines: string[], dateOrder: string | null = null) {
  const unreadable: number[] = [];
  const request = { dateOrder, latestDay: "2026-11-24" };
  const messages: Message[] = [
    ...readWhatsapp(Buffer.from(lines.join("\n")), request, (line: number) => unreadable.push(line)),
  ];
  return { messages, unreadable };
}

describe("a stamp of WhatsApp, beside the locale data of Unicode that phones write it with", () => {
  const hours = [0, 1, 6, 9, 11, 12, 13, 15, 19, 23];
  const ways = stampLocales.flatMap((locale) => (["h23", "h12"] as const).map((cycle) => [locale, cycle] as const));

  test.each(ways)("in %s, %s", (locale, hourCycle) => {
    for (const timeStyle of ["short", "medium"] as const) {
      const writer = new Intl.DateTimeFormat(locale, { dateStyle: "short", timeStyle, hourCycle, timeZone: "UTC" });
      for (const hour of hours) {
        const at = new Date(Date.UTC(2021, 11, 31, hour, 45, 58));
        const seconds = timeStyle === "short" ? "00" : "58";
        const wall = `${at.toISOString().slice(0, 17)}${seconds}`;
        for (const line of [`${writer.format(at)} - Sam: hello`, `[${writer.format(at)}] Sam: hello`]) {
          const header = readHeader(line);
          const read = header && !header.odd ? ["dmy", "mdy", "ymd"].map((order) => wallOf(header, order)) : [];
          expect(read, line).toContain(wall);
          expect(header?.rest).toBe("Sam: hello");
        }
      }
    }
  });

  test.each(stampCases)("$line", ({ line, order, wall }) => {
    const header = readHeader(`${line}Sam: hello`);
    expect(header && !header.odd ? wallOf(header, order) : null).toBe(wall);
  });
});

describe("a WhatsApp text", () => {
  test("before 2017 has a colon behind its stamps; one in a message of today begins no message", () => {
    const old = whatsapp(["3/24/14, 1:59:59 PM: Sam: here", "3/25/14, 2:00:00 PM: Dana: who"]);
    expect(old.messages.map(({ wall, sender, words }) => [wall, sender, words])).toEqual([
      ["2014-03-24T13:59:59", "Sam", "here"],
      ["2014-03-25T14:00:00", "Dana", "who"],
    ]);
    const now = whatsapp([
      "31/12/2021, 10:00 - Sam: my plan",
      "31/12/2021 11:00: at your door",
      "31/12/2021, 12:00 - Dana: no",
    ]);
    expect(now.messages.map(({ words }) => words)).toEqual(["my plan\n31/12/2021 11:00: at your door", "no"]);
  });

  test("is read by how its first stamp ends: one pasted with another end begins no message, and is pointed out", () => {
    const read = (lines: string[]) => {
      const { messages, unreadable } = whatsapp(lines);
      return { words: messages.map(({ words }) => words), unreadable };
    };
    const pasted = "10/12/13, 10:15 AM - X: I never wrote this";
    expect(read(["3/24/14, 1:59:59 PM: Sam: look", pasted, "3/25/14, 2:00:00 PM: Dana: who"])).toEqual({
      words: [`look\n${pasted}`, "who"],
      unreadable: [2],
    });
    const copied = "[09:58, 30/12/2021] Dana: I never wrote this";
    expect(read(["31/12/2021, 10:00 - Sam: see", copied, "31/12/2021, 12:00 - Dana: no"])).toEqual({
      words: [`see\n${copied}`, "no"],
      unreadable: [2],
    });
    const rest = ["31/12/2021, 10:00 - Sam: one", "31/12/2021, 12:00 - Dana: two"];
    expect(read(["what was before is cut off", "30/12/2021 09:00: my plan", ...rest])).toEqual({
      words: ["one", "two"],
      unreadable: [1, 2],
    });
  });

  test("has no control mark in a stamp: a tab is a space, any other makes it none", () => {
    expect(readHeader("12/30/21, 10:15\tAM - Sam: hi")).toMatchObject({ stamp: "12/30/21, 10:15 AM", rest: "Sam: hi" });
    expect(readHeader("12/30/21, 10:15\u000bAM - Sam: hi")).toBeNull();
  });

  test("names the file of a message, as exports before 2017 wrote it and as later ones do", () => {
    const lines = [
      "1.jpg <\u200eattached>",
      "2.jpg (file attached)",
      "<attached: 3.jpg>",
      "4.jpg (Datei angehängt)\nlook",
    ];
    const { messages } = whatsapp(lines.map((line, at) => `31/12/2021, 10:0${at} - Sam: ${line}`));
    expect(messages.map(({ kind, media }) => [kind, media])).toEqual(
      ["1.jpg", "2.jpg", "3.jpg", "4.jpg"].map((name) => ["media", name]),
    );
  });

  test("in a calendar that we do not calculate by is never read as a day of ours", () => {
    const lines = ["31/12/64 23:59 - Sam: one", "1/1/65 00:01 - Sam: two"];
    expect(() => whatsapp(lines)).toThrow("day_or_month_first");
    expect(whatsapp(lines, "dmy")).toEqual({ messages: [], unreadable: [1, 2] });
  });

  const words = fc
    .string({ unit: fc.constantFrom(..."abc éñ漢🦉.,-:[]()0123"), maxLength: 30 })
    .map((text) => `x${text}`);
  const message = fc.record({
    sender: fc.constantFrom("Sam", "+27 82 555 0142", "Ma (work)", "Dr. X - clinic"),
    lines: fc.array(words, { minLength: 1, maxLength: 4 }),
    minutes: fc.nat(500_000),
  });

  test("gives every line of every message, in its place, or says which it could not read", () => {
    const layouts = [
      (stamp: string) => `${stamp.replace("T", ", ")} - `,
      (stamp: string) => `[${stamp.replace("T", ", ")}:07] `,
      (stamp: string) => `\u200e[${stamp.replace("T", " ")}:07] `,
    ];
    const property = fc.property(
      fc.array(message, { minLength: 1, maxLength: 20 }),
      fc.constantFrom(...layouts),
      (all, layout) => {
        const sent = all.toSorted((a, b) => a.minutes - b.minutes);
        const stamps = sent.map(({ minutes }) =>
          new Date(Date.UTC(2024, 0, 1) + minutes * 60_000).toISOString().slice(0, 16),
        );
        const text = sent.map(({ sender, lines }, at) => `${layout(stamps[at] ?? "")}${sender}: ${lines.join("\n")}`);
        const { messages, unreadable } = whatsapp(text.join("\n").split("\n"));
        expect(unreadable).toEqual([]);
        expect(messages.map((message) => [message.wall?.slice(0, 16), message.sender, message.words])).toEqual(
          sent.map(({ sender, lines }, at) => [stamps[at], sender, lines.join("\n").trimEnd()]),
        );
        expect(messages.every(({ cut }) => !cut)).toBe(true);
      },
    );
    fc.assert(property, { seed: 19, numRuns: 200 });
  });
});

describe("what Meta notes beside the words", () => {
  const read = (messages: object[]): Message[] => [
    ...readThread(parseThread(Buffer.from(JSON.stringify({ messages }))), () => {}),
  ];
  const mangled = (text: string) => Buffer.from(text).toString("latin1");

  test("reactions, calls and addresses are said, and change no kind", () => {
    const at = { sender_name: "Sam", timestamp_ms: 1640995205000 };
    const found = read([
      { ...at, content: "I see you", reactions: [{ reaction: mangled("😍"), actor: mangled("Zoé") }], ip: "192.0.2.7" },
      { ...at, content: "Sam called you.", call_duration: 75 },
      { ...at, content: "You missed a call from Sam.", call_duration: 0, missed: true },
    ]).reverse();
    expect(found.map(({ kind, words }) => [kind, words])).toEqual([
      ["text", "I see you\n[Reaction of Zoé: 😍]\n[IP address noted by the platform: 192.0.2.7]"],
      ["call", "Sam called you.\n[Call of 75 seconds]"],
      ["call", "You missed a call from Sam.\n[Missed call]"],
    ]);
  });

  test("a line of the sender's that reads like one of ours says whose it is, and a name begins no line", () => {
    const ip = "[IP address noted by the platform: 192.0.2.7]";
    const forged = { reaction: "x", actor: `Sam\n${ip}` };
    const [message] = read([{ sender_name: "Sam", timestamp_ms: 1, content: `hello\n ${ip}`, reactions: [forged] }]);
    expect(message?.words).toBe(`hello\n ${ip} [so written by the sender]\n[Reaction of Sam ${ip}: x]`);
  });

  test("more than is kept is cut, and says so", () => {
    const [long] = read([{ sender_name: "x".repeat(9000), timestamp_ms: 1, content: "y".repeat(300_000) }]);
    expect([long?.cut, long?.words.length, long?.sender?.length]).toEqual([true, 100_000, 500]);
  });

  test("any words come back from how Meta writes them", () => {
    const property = fc.property(fc.string({ unit: "grapheme", minLength: 1, maxLength: 60 }), (words) => {
      const clean = words.toWellFormed();
      expect(read([{ sender_name: "S", timestamp_ms: 1, content: mangled(clean) }])[0]?.words).toBe(clean);
    });
    fc.assert(property, { seed: 19, numRuns: 300 });
  });
});

describe("a backup of SMS", () => {
  const read = (inside: string): Message[] => [...readSms(Buffer.from(`<smses>${inside}</smses>`), () => {})];

  test("tells what was never sent, and the subject of an MMS", () => {
    const sms = (type: number) =>
      `<sms address="+27825550142" date="1640995205000" type="${type}" body="I will come"/>`;
    expect(read([1, 2, 3, 5, 6].map(sms).join("")).map(({ sender, words }) => [sender, words])).toEqual([
      ["+27825550142", "I will come"],
      ["This phone", "I will come"],
      ["This phone", "[Draft, never sent]\nI will come"],
      ["This phone", "[Sending failed]\nI will come"],
      ["This phone", "[Waiting to be sent]\nI will come"],
    ]);
    const mms =
      '<mms date="1640995205000" msg_box="1" sub="Look" address="+1"><parts><part ct="text/plain" text="here"/></parts></mms>';
    expect(read(mms)[0]?.words).toBe("Subject: Look\nhere");
  });

  test("a threat that calls itself a draft is told as the sender's words", () => {
    const [message] = read(
      '<sms address="+1" date="1640995205000" type="1" body="[Draft, never sent]&#10;I will come"/>',
    );
    expect(message?.words).toBe("[Draft, never sent] [so written by the sender]\nI will come");
  });

  test("of a type that nobody knows is a message or a call, and nothing else", () => {
    const kinds = ["constructor", "toString", "__proto__"];
    const both = kinds.map(
      (type) =>
        `<sms address="+1" date="1640995205000" type="${type}" body="here"/><call number="+1" date="1640995205000" type="${type}"/>`,
    );
    expect(read(both.join("")).map(({ words }) => words)).toEqual(kinds.flatMap(() => ["here", "Call"]));
  });

  test("names the one of a group who wrote, not the group", () => {
    const group = `<mms date="1640995205000" msg_box="1" address="+27820000001~+27820000002" contact_name="(Unknown)"><parts/>
      <addrs><addr address="+27820000002" type="137"/><addr address="+27820000001" type="151"/></addrs></mms>`;
    expect(read(group)[0]?.sender).toBe("+27820000002");
  });

  test("that is longer than is kept is cut, and says so", () => {
    const [message] = read(`<sms address="1" date="1640995205000" type="1" body="${"x".repeat(100_001)}"/>`);
    expect([message?.cut, message?.words.length]).toEqual([true, 100_000]);
  });
});

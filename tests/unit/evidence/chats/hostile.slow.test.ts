import { deflateRawSync } from "node:zlib";
import { expect, test } from "vitest";
import { chatFixture, readChat, zipOf } from "@/tests/support/chat-file";

const MIB = 1024 * 1024;
const problemOf = async (bytes: Uint8Array) => (await readChat(bytes)).problem;

test.each([
  ["nothing", Buffer.alloc(0), "empty"],
  ["a picture", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0]), "not_a_chat"],
  ["a text that is no chat", Buffer.from("Dear diary\nnothing happened\n"), "no_messages"],
  ["an empty zip", zipOf([]), "no_messages"],
  ["a zip cut off", zipOf([{ name: "_chat.txt", bytes: chatFixture("ios-gb.txt") }]).subarray(0, 200), "unreadable"],
  ["JSON nested 10,000 deep", Buffer.from(`${"[".repeat(10_000)}${"]".repeat(10_000)}`), "no_messages"],
  ["JSON cut off", chatFixture("instagram.json").subarray(0, 300), "unreadable"],
  ["a web page", Buffer.from("<html><script>alert(1)</script></html>"), "not_a_chat"],
])("%s", async (_, bytes, problem) => {
  expect(await problemOf(bytes)).toBe(problem);
});

test("a bomb in a zip is left before it is unpacked, whatever it claims", async () => {
  const zeros = Buffer.alloc(64 * MIB);
  expect(await problemOf(zipOf([{ name: "_chat.txt", bytes: zeros }]))).toBe("too_large");
  expect(await problemOf(zipOf([{ name: "_chat.txt", bytes: zeros, claims: 100 }]))).toBe("too_large");
  expect(deflateRawSync(zeros).byteLength).toBeLessThan(MIB);
});

test("a locked zip says so", async () => {
  const zip = zipOf([{ name: "_chat.txt", bytes: chatFixture("ios-gb.txt"), flags: 0x801 }]);
  expect(await problemOf(zip)).toBe("password_protected");
});

test("a message whose checksum does not fit was damaged on the way, and is not read", async () => {
  const entry = { name: "_chat.txt", bytes: chatFixture("ios-gb.txt"), sum: 1 };
  expect(await problemOf(zipOf([entry]))).toBe("unreadable");
  expect(await problemOf(zipOf([{ ...entry, store: true }]))).toBe("unreadable");
});

test("entities that are declared end the reading", async () => {
  const bomb = `<?xml version="1.0"?><!DOCTYPE smses [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>
    <smses><sms date="1640995205000" type="1" address="1" body="&b;" /></smses>`;
  expect(await problemOf(Buffer.from(bomb))).toBe("unreadable");
  const outside =
    '<smses><!DOCTYPE x SYSTEM "file:///etc/passwd"><sms date="1640995205000" type="1" body="&x;"/></smses>';
  expect(await problemOf(Buffer.from(outside))).toBe("unreadable");
});

test("a moment that no clock can show is one message that cannot be read, and loses no other", async () => {
  const never = 9_000_000_000_000_000;
  const sms = (date: number) => `<sms address="1" date="${date}" type="1" body="here"/>`;
  const told = { sender_name: "Sam", content: "here" };
  const stamps = [never, 1640995205000].map((timestamp_ms) => ({ ...told, timestamp_ms }));
  const mail = (date: string) => Buffer.from(`From: a@b.example\r\nDate: ${date}\r\nSubject: x\r\n\r\nhere`);
  for (const bytes of [
    Buffer.from(`<smses>${sms(never)}${sms(1640995205000)}</smses>`),
    Buffer.from(JSON.stringify({ messages: stamps })),
    zipOf([
      { name: "a.eml", bytes: mail("Wed, 31 Dec 1969 10:00:00 +0000") },
      { name: "b.eml", bytes: mail("Wed, 24 Nov 2021 10:00:00 +0000") },
    ]),
  ]) {
    const { messages, problem, unreadable } = await readChat(bytes);
    expect([problem, unreadable, messages.length]).toEqual([null, 1, 1]);
  }
});

test("a million lines without a date are no chat", async () => {
  expect(await problemOf(Buffer.from("no date here\n".repeat(1_000_000)))).toBe("no_messages");
});

test("a line of 100 MB is cut, and what comes after it is still read", async () => {
  const long = Buffer.concat([
    Buffer.from("30/12/2021, 10:00 - Sam: "),
    Buffer.alloc(100 * MIB, "x"),
    Buffer.from("\n31/12/2021, 10:01 - Sam: after\n"),
  ]);
  const { messages, problem } = await readChat(long);
  expect(problem).toBeNull();
  expect(messages.map(({ cut, words }) => [cut, words.length <= 100_000])).toEqual([
    [true, true],
    [false, true],
  ]);
});

test("an attribute of 50 MB in a backup is passed by", async () => {
  const big = Buffer.concat([
    Buffer.from('<smses><mms date="1640995205000" msg_box="1" address="1"><parts><part ct="image/png" data="'),
    Buffer.alloc(50 * MIB, "A"),
    Buffer.from('"/></parts></mms></smses>'),
  ]);
  const { messages } = await readChat(big);
  expect(messages).toMatchObject([{ kind: "media", media: "image/png (39321600 bytes)" }]);
});

test("names and words with control marks come through as they are, and none runs", async () => {
  const { messages } = await readChat(Buffer.from('30/12/2021, 10:00 - <b>Sam</b>: "; drop table x; \u0000 \u202e\n'));
  expect(messages).toMatchObject([{ sender: "<b>Sam</b>", kind: "text" }]);
});

import { describe, expect, test } from "vitest";
import { chatFixture, readChat, zipOf } from "@/tests/support/chat-file";

const seen = async (name: string) => {
  const { messages, problem } = await readChat(chatFixture(name));
  expect(problem).toBeNull();
  return messages.map(({ wall, sender, kind }) => [wall, sender, kind]);
};

describe("WhatsApp", () => {
  test("Android, month first, 12 hours: lines, media, deleted, call, system", async () => {
    const { messages, format } = await readChat(chatFixture("android-us-12h.txt"));
    expect(format).toBe("whatsapp");
    expect(messages.map(({ wall, sender, kind }) => [wall, sender, kind])).toEqual([
      ["2021-12-30T23:59:00", null, "system"],
      ["2021-12-30T23:59:00", "Dana Voorbeeld", "text"],
      ["2021-12-31T00:00:00", "+1 555-0142", "text"],
      ["2021-12-31T00:01:00", "+1 555-0142", "media"],
      ["2022-01-02T12:30:00", "Dana Voorbeeld", "text"],
      ["2022-01-02T12:31:00", "+1 555-0142", "deleted"],
      ["2022-01-02T12:32:00", null, "call"],
      ["2022-01-02T12:40:00", "+1 555-0142", "media"],
      ["2022-01-02T12:41:00", "+1 555-0142", "text"],
    ]);
    expect(messages[2]?.words).toBe("I am outside your house.\nLook out of the window.\n\nI mean it.");
    expect(messages[7]).toMatchObject({ media: "IMG-20220102-WA0001.jpg", line: 11 });
    expect(messages[8]?.words).toContain("<This message was edited>");
  });

  test.each([
    ["android-gb-24h.txt", ["2021-12-30T23:59:00", "Dana Voorbeeld", "text"], ["2022-01-01T08:15:00", "X", "text"]],
    ["android-za.txt", ["2021-12-30T23:59:00", "Dana Voorbeeld", "text"], ["2022-01-02T08:15:00", "Sipho 🔥", "text"]],
    ["android-af.txt", ["2022-05-31T23:59:00", null, "system"], ["2022-06-01T07:07:00", "Jan", "media"]],
    ["ios-gb.txt", ["2021-12-31T23:58:01", "Sam", "system"], ["2022-01-01T00:02:00", "Sam", "call"]],
    ["ios-us-12h.txt", ["2021-12-31T23:59:58", "Sam", "text"], ["2022-01-01T00:00:05", "Sam", "text"]],
    ["ios-de.txt", ["2021-12-31T23:59:58", "Sam", "media"], ["2022-01-01T00:00:03", "Sam", "deleted"]],
    ["ios-es.txt", ["2021-12-31T23:59:58", "Sam", "text"], ["2022-01-01T09:00:01", "Sam", "deleted"]],
    ["android-pt.txt", ["2021-12-31T23:59:00", null, "system"], ["2022-01-01T00:11:00", "João", "deleted"]],
    ["android-fr.txt", ["2021-12-31T23:59:00", "Zoé", "text"], ["2022-01-01T00:11:00", "Zoé", "deleted"]],
    ["ios-ar.txt", ["2021-12-31T23:59:58", "سام", "text"], ["2022-01-01T00:00:01", "سام", "text"]],
  ])("%s", async (name, first, last) => {
    const found = await seen(name);
    expect(found[0]).toEqual(first);
    expect(found.at(-1)).toEqual(last);
  });

  test("a date that may be read both ways is asked, never guessed", async () => {
    const asked = await readChat(chatFixture("ambiguous.txt"));
    expect(asked).toMatchObject({ problem: "day_or_month_first", detail: "03/04/2021, 10:00", messages: [] });
    const told = await readChat(chatFixture("ambiguous.txt"), { dateOrder: "mdy" });
    expect(told.messages[0]?.wall).toBe("2021-03-04T10:00:00");
  });

  test("the order of the messages tells, where only one reading goes forward", async () => {
    const { messages } = await readChat(chatFixture("told-by-order.txt"));
    expect(messages.map(({ wall }) => wall)).toEqual(["2021-04-03T10:00:00", "2021-05-02T10:00:00"]);
  });

  test("a name with a colon is kept whole; a habit of writing one is not taken for a name", async () => {
    const { messages } = await readChat(chatFixture("colon-names.txt"));
    expect(messages.map(({ sender, words }) => [sender, words])).toEqual([
      ["Dr: Sam", "one"],
      ["Dr: Sam", "two: three"],
      ["Dr: Sam", "four"],
      ["Dana", "note: five"],
      ["Dana", "note: six"],
      ["Dana", "seven"],
    ]);
  });

  test("what cannot be read is counted with its line", async () => {
    const { messages, unreadable, unreadableAt } = await readChat(chatFixture("odd-lines.txt"));
    expect({ read: messages.length, unreadable, unreadableAt }).toEqual({
      read: 22,
      unreadable: 2,
      unreadableAt: [1, 3],
    });
  });

  test.each(["utf16le", "latin1"] as const)("in %s", async (encoding) => {
    const text = chatFixture("android-fr.txt").toString("utf8");
    const bytes = Buffer.from(encoding === "utf16le" ? `\ufeff${text}` : text, encoding);
    const { messages } = await readChat(bytes);
    expect(messages.map(({ sender }) => sender)).toEqual(["Zoé", "Zoé", "Zoé"]);
    expect(messages[1]?.kind).toBe("media");
  });

  test("a zip of a phone: the text is read, pictures are named and never unpacked", async () => {
    const zip = zipOf([
      { name: "_chat.txt", bytes: chatFixture("ios-gb.txt") },
      { name: "00000012-PHOTO-2022-01-01-00-00-05.jpg", bytes: Buffer.alloc(5000, 7), store: true },
      { name: "notes.txt", bytes: Buffer.from("a document that somebody sent") },
    ]);
    const { messages, media, format } = await readChat(zip);
    expect({ format, count: messages.length }).toEqual({ format: "whatsapp", count: 6 });
    expect(media).toEqual([{ name: "00000012-PHOTO-2022-01-01-00-00-05.jpg", size: 5000 }]);
  });
});

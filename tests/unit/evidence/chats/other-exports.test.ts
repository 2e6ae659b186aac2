import { describe, expect, test } from "vitest";
import { chatFixture, readChat, zipOf } from "@/tests/support/chat-file";

describe("Meta", () => {
  test("Instagram: oldest first, times in UTC, broken letters put right", async () => {
    const { messages, format, unreadable } = await readChat(chatFixture("instagram.json"));
    expect(format).toBe("instagram");
    expect(unreadable).toBe(1);
    expect(messages.map(({ at, sender, kind }) => [at, sender, kind])).toEqual([
      [1640990000000, "Zoé 🔥", "deleted"],
      [1640995000000, "Zoé 🔥", "text"],
      [1640995100000, "Zoé 🔥", "media"],
      [1640995200000, "Dana Voorbeeld", "text"],
      [1640995205000, "Zoé 🔥", "text"],
    ]);
    expect(messages.at(-1)?.words).toBe("Je sais où tu habites 🔪\n[Reaction of y: x]");
    expect(messages[2]?.media).toBe("1.jpg");
  });

  test("Facebook, with a call; and the newer layout, whose letters are whole", async () => {
    const old = await readChat(chatFixture("facebook.json"));
    expect(old.format).toBe("facebook");
    expect(old.messages.map(({ kind }) => kind)).toEqual(["media", "call", "text"]);
    const secure = await readChat(chatFixture("facebook-secure.json"));
    expect(secure.messages.map(({ words, kind }) => [words, kind])).toEqual([
      ["", "media"],
      ["café at nine", "text"],
    ]);
  });

  test("the parts of one conversation in a zip are put together; several conversations are refused", async () => {
    const part = (name: string) => ({ name, bytes: chatFixture("instagram.json") });
    const chat = await readChat(zipOf([part("inbox/zoe/message_1.json"), part("inbox/zoe/message_2.json")]));
    expect(chat).toMatchObject({ problem: null, format: "instagram" });
    expect(chat.messages).toHaveLength(10);
    const two = await readChat(zipOf([part("inbox/zoe/message_1.json"), part("inbox/sam/message_1.json")]));
    expect(two).toMatchObject({ problem: "several_conversations", detail: "2", messages: [] });
  });
});

test("a backup of SMS: both directions, entities, pictures named, calls", async () => {
  const { messages, format, unreadableAt } = await readChat(chatFixture("sms.xml"));
  expect({ format, unreadableAt }).toEqual({ format: "sms", unreadableAt: [3] });
  expect(messages.map(({ at, sender, kind, words }) => [at, sender, kind, words])).toEqual([
    [1640995205000, "Sam (+27820000001)", "text", "I see you & your car 🔪\ncome out > now"],
    [1640995206000, "This phone", "text", 'Leave me "alone"'],
    [1640995300000, "Sam (+27820000001)", "media", "your door"],
    [1640995400000, "+27820000001", "call", "Missed call"],
  ]);
  expect(messages[2]?.media).toBe("door.jpg (12 bytes)");
});

test("a mail is one message at the time that its Date says, with its offset", async () => {
  const { messages, format } = await readChat(chatFixture("mail.eml"));
  expect(format).toBe("eml");
  expect(messages).toMatchObject([
    { at: Date.parse("2022-01-01T04:59:58Z"), sender: "Sam <sam@mail.example>", kind: "text", line: 1 },
  ]);
  expect(messages[0]?.words).toBe("Subject: You ✉\n\nI know where you live.");
});

describe("what backups of SMS write and XML forbids", () => {
  const backup = (body: string) =>
    Buffer.from(
      `<?xml version='1.0'?><smses><sms address="+27" date="1640995205000" type="1" body="${body}"/></smses>`,
    );
  const wordsOf = async (body: string) => (await readChat(backup(body))).messages.map(({ words }) => words);

  test("a picture as two halves is one letter, a half alone the mark of what is lost", async () => {
    expect(await wordsOf("k &#55357;&#56618; &#xD83D;&#xDD2A; &#55357; end")).toEqual(["k 🔪 🔪 \ufffd end"]);
  });

  test("also where the file is read in pieces", async () => {
    const long = "ab&#55357;&#56618;&amp;".repeat(40_000);
    const parts = `${backup("x").toString().replace("/>", `/><mms date="1640995205000"><part ct="text/plain" text="${long}"/></mms>`)}`;
    const { messages } = await readChat(Buffer.from(parts));
    expect(messages[1]?.words).toBe("ab🔪&".repeat(40_000).slice(0, 100_000));
  });

  test("words that only look like a number stay as they were sent, as does a lone ampersand", async () => {
    expect(await wordsOf("&amp;#55357; AT&T & co &nbsp; &#0;")).toEqual(["&#55357; AT&T & co &nbsp; &#0;"]);
    expect(await wordsOf("a\u0001b")).toEqual(["a\u0001b"]);
  });

  test("a tag that begins inside an attribute is no message with a sign less", async () => {
    expect((await readChat(backup("1 < 2"))).problem).toBe("unreadable");
    expect((await readChat(backup("a\u0001 1 < 2"))).problem).toBe("unreadable");
  });

  test("a backup that is cut off says so", async () => {
    expect((await readChat(backup("x").subarray(0, -8))).problem).toBe("truncated");
  });
});

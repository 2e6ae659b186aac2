import { createHash, generateKeyPairSync } from "node:crypto";
import { describe, expect, test } from "vitest";
import { sandbox } from "@/lib/platform/sandbox/sandbox";
import type { ArchiveFacts } from "@/lib/platform/sandbox/types";
import { type ZipEntry, zipOf } from "@/tests/support/chat-file";
import { webStreamOf } from "@/tests/support/files";
import { waczOf, warcOf } from "@/tests/support/wacz-file";

async function read(bytes: Uint8Array) {
  const file = { size: bytes.byteLength, open: async () => webStreamOf(bytes, [1024 * 1024]) };
  const { inspection, rendering } = await sandbox.renderPages(file, { maxPages: 1 });
  const text = rendering.kind === "text" ? rendering : null;
  return {
    inspection,
    lines: text?.lines.join("\n") ?? "",
    facts: text?.archive,
    attachments: text?.attachments ?? [],
  };
}

const of = (facts: ArchiveFacts | undefined): ArchiveFacts => {
  if (!facts) throw new Error("it was not opened as an archive");
  return facts;
};
const file = (name: string, text: string): ZipEntry => ({ name, bytes: Buffer.from(text) });
const hash = (text: string) => createHash("sha256").update(text).digest("hex");

const post = {
  url: "https://site.example/post/1",
  type: "text/html",
  body: "<title>Post</title><p>I know your street</p>",
};
const page = { url: post.url, ts: "2026-11-20T10:00:00Z", title: "Post" };

describe("a ZIP", () => {
  test("of loose files is a list of its members, each with its hash", async () => {
    const { inspection, lines, facts, attachments } = await read(
      zipOf([file("chat/_chat.txt", "hello"), file("photo.txt", "words")]),
    );
    expect(inspection).toMatchObject({ kind: "text", mime: "application/zip", problem: null });
    expect(of(facts)).toMatchObject({ form: "zip", directory: "whole", pages: [], moreMembers: 0, wacz: null });
    expect(of(facts).members).toEqual([
      { name: "chat/_chat.txt", size: 5, mime: "text/plain", sha256: hash("hello"), problem: null, odd: [] },
      { name: "photo.txt", size: 5, mime: "text/plain", sha256: hash("words"), problem: null, odd: [] },
    ]);
    expect(attachments.map(({ sha256 }) => sha256)).toEqual([hash("hello"), hash("words")]);
    expect(lines).toBe("[Files in it: 2]");
  });

  test("of a saved page shows its words", async () => {
    const { lines, facts } = await read(
      zipOf([
        file("post/index.html", "<title>The post</title><p>you again</p>"),
        file("post/index_files/frame.html", "an advert"),
      ]),
    );
    expect(of(facts).pages).toEqual([{ number: 1, address: "post/index.html", at: null, title: "The post" }]);
    expect(lines).toContain("you again");
    expect(lines).not.toContain("an advert");
  });
});

describe("hostile and broken ZIPs are kept, and say what could not be opened", () => {
  const problems = (facts: ArchiveFacts | undefined) => of(facts).members.map(({ problem }) => problem);

  test("an encrypted member, a wrong sum, a lie about the size", async () => {
    const { facts } = await read(
      zipOf([
        { ...file("locked.txt", "secret"), flags: 0x801 },
        { ...file("sum.txt", "words"), sum: 1 },
        { ...file("size.txt", "many words"), claims: 3 },
        file("good.txt", "good"),
      ]),
    );
    expect(problems(facts)).toEqual(["encrypted", "broken", "broken", null]);
  });

  test("a bomb unpacks no further than its bound, whatever it claims", async () => {
    const zeros = Buffer.alloc(64 * 1024 * 1024);
    const { facts } = await read(
      zipOf([
        { name: "honest", bytes: zeros, claims: 2 ** 31 },
        { name: "lying", bytes: zeros, claims: 10 },
      ]),
    );
    expect(problems(facts)).toEqual(["too_large", "broken"]);
  });

  test("names that lead out of it, and names that come twice, are only shown", async () => {
    const { facts } = await read(
      zipOf([
        file("../../etc/cron.d/x", "a"),
        file("C:\\Windows\\x", "b"),
        file("twice.txt", "c"),
        file("twice.txt", "d"),
        file("gpj.\u202Eexe.scr", "e"),
      ]),
    );
    expect(of(facts).members.map(({ name, odd }) => [name, ...odd])).toEqual([
      ["../../etc/cron.d/x", "outside"],
      ["C:\\Windows\\x", "outside"],
      ["twice.txt"],
      ["twice.txt", "repeated"],
      ["gpj.[U+202E]exe.scr"],
    ]);
  });

  test("a link is not followed", async () => {
    const zip = zipOf([file("link", "/etc/passwd")]);
    const central = zip.indexOf("PK\u0001\u0002", 0, "latin1");
    zip.writeUInt8(3, central + 5);
    zip.writeUInt32LE(0o120777 * 65536, central + 38);
    expect(problems((await read(zip)).facts)).toEqual(["link"]);
  });

  test("without its directory its members are found by their own heads", async () => {
    const zip = zipOf([file("one.txt", "first"), file("two.txt", "second")]);
    const { facts } = await read(zip.subarray(0, zip.indexOf("PK\u0001\u0002", 0, "latin1")));
    expect(of(facts)).toMatchObject({ directory: "broken" });
    expect(of(facts).members.map(({ name, sha256 }) => [name, sha256])).toEqual([
      ["one.txt", hash("first")],
      ["two.txt", hash("second")],
    ]);
  });

  test("an empty one says so, and the beginning of one that it could not be read", async () => {
    expect((await read(zipOf([]))).lines).toBe("[Files in it: 0]");
    expect((await read(Buffer.from("PK\u0003\u0004 and no more"))).inspection.problem).toBe("unreadable");
  });

  test("a name in the letters of the first PC, and one in UTF-16, are shown", async () => {
    const zip = zipOf([file("caf?.txt", "a"), file("a?b?.txt", "b")]);
    for (const at of offsetsOf(zip, "caf?.txt")) zip[at + 3] = 0x82;
    for (const at of offsetsOf(zip, "a?b?.txt")) for (const place of [1, 3]) zip[at + place] = 0;
    expect(of((await read(zip)).facts).members.map(({ name }) => name)).toEqual(["café.txt", "a[U+0000]b[U+0000].txt"]);
  });
});

function offsetsOf(bytes: Buffer, text: string): number[] {
  const found: number[] = [];
  for (let at = bytes.indexOf(text); at !== -1; at = bytes.indexOf(text, at + 1)) found.push(at);
  return found;
}

describe("a WACZ", () => {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-384" });
  const spki = publicKey.export({ type: "spki", format: "der" });
  const signer = { key: privateKey, as: { publicKey: spki.toString("base64") } };

  test("signed by a key: every digest and the signature hold, and the page is shown with its address and time", async () => {
    const { inspection, lines, facts } = await read(await waczOf({ recorded: [post], pages: [page], signer }));
    expect(inspection).toMatchObject({ kind: "text", mime: "application/wacz", problem: null });
    expect(of(facts).pages).toEqual([{ number: 1, address: post.url, at: "2026-11-20T10:00:00.000Z", title: "Post" }]);
    expect(lines).toContain("[Page 1: https://site.example/post/1, 2026-11-20T10:00:00.000Z]\nI know your street");
    expect(of(facts).wacz).toMatchObject({
      title: "What he posted",
      software: "a test archiver 1.0",
      listed: 3,
      same: 3,
      differ: [],
      missing: [],
      unlisted: [],
      manifest: "same",
      signature: {
        kind: "anonymous",
        holds: "valid",
        ofManifest: true,
        key: createHash("sha256").update(spki).digest("hex"),
        certificate: null,
        stamp: null,
      },
    });
    expect(of(facts).records).toEqual({ count: 2, same: 1, differ: 0 });
  });

  test("without a signature says so", async () => {
    const { facts } = await read(await waczOf({ recorded: [post], pages: [page] }));
    expect(of(facts).wacz).toMatchObject({ manifest: "same", signature: null });
  });

  test("whose digests lie says which files are not the listed ones", async () => {
    const other = warcOf([{ ...post, body: "<p>something else</p>" }]);
    const change = (entries: ZipEntry[]) => [
      ...entries
        .filter(({ name }) => name !== "indexes/index.cdx")
        .map((entry) => (entry.name.endsWith(".warc.gz") ? { ...entry, bytes: other } : entry)),
      file("extra.txt", "more"),
    ];
    const { facts } = await read(await waczOf({ recorded: [post], pages: [page], signer, change }));
    expect(of(facts).wacz).toMatchObject({
      same: 1,
      differ: ["archive/data.warc.gz"],
      missing: ["indexes/index.cdx"],
      unlisted: ["extra.txt"],
      manifest: "same",
      signature: { holds: "valid", ofManifest: true },
    });
  });

  test("whose listed file comes twice with other bytes does not have the listed digest", async () => {
    const change = (entries: ZipEntry[]) => [...entries, file("pages/pages.jsonl", "{}")];
    const { facts } = await read(await waczOf({ recorded: [post], pages: [page], signer, change }));
    expect(of(facts).wacz).toMatchObject({ differ: ["pages/pages.jsonl"] });
  });

  test("whose list was changed after it was signed: the list and the signature are not those of this archive", async () => {
    const change = (entries: ZipEntry[]) =>
      entries.map((entry) =>
        entry.name === "datapackage.json"
          ? { ...entry, bytes: Buffer.from(Buffer.from(entry.bytes).toString().replace("What he", "What she")) }
          : entry,
      );
    const { facts } = await read(await waczOf({ recorded: [post], pages: [page], signer, change }));
    expect(of(facts).wacz).toMatchObject({ manifest: "differs", signature: { holds: "valid", ofManifest: false } });
  });

  test("with a signature by another key is not valid, and with nonsense not readable", async () => {
    const another = generateKeyPairSync("ec", { namedCurve: "P-384" }).privateKey;
    const forged = await waczOf({ recorded: [post], pages: [page], signer: { ...signer, key: another } });
    expect(of((await read(forged)).facts).wacz?.signature).toMatchObject({ holds: "invalid" });
    const nonsense = await waczOf({
      recorded: [post],
      pages: [page],
      signer: { key: another, as: { publicKey: "AAAA" } },
    });
    expect(of((await read(nonsense)).facts).wacz?.signature).toMatchObject({ holds: "unreadable", key: null });
  });

  test("whose page needs scripts shows the words that the archiving program noted, and says so", async () => {
    const app = { ...post, body: '<div id="app"></div><script>draw()</script>' };
    const { lines } = await read(
      await waczOf({ recorded: [app], pages: [{ ...page, text: "I know where you live" }] }),
    );
    expect(lines).toContain("[Words as the program that made the archive noted them:]\nI know where you live");
  });

  test("whose page leads elsewhere is followed inside the archive, and never outside", async () => {
    const moved = {
      url: "https://site.example/p",
      type: "text/html",
      body: "",
      status: 301,
      fields: ["Location: /post/1"],
    };
    const away = {
      url: "https://site.example/q",
      type: "text/html",
      body: "",
      status: 301,
      fields: ["Location: http://127.0.0.1/"],
    };
    const pages = [{ url: moved.url }, { url: away.url }];
    const { lines } = await read(await waczOf({ recorded: [moved, away, post], pages }));
    expect(lines).toContain("[Page 1: https://site.example/p]\nI know your street");
    expect(lines).toContain("[Page 2: https://site.example/q]\n[Its document is not in the archive.]");
  });
});

describe("a WARC", () => {
  test("lists the documents in it, each decoded", async () => {
    const chunked = {
      ...post,
      url: "https://site.example/c",
      body: "5\r\n<p>in\r\n7\r\n pieces\r\n0\r\n\r\n",
      fields: ["Transfer-Encoding: chunked"],
    };
    const { inspection, lines, facts } = await read(
      warcOf([post, chunked, { ...post, url: "https://site.example/404", status: 404 }]),
    );
    expect(inspection).toMatchObject({ kind: "text", mime: "application/warc" });
    expect(of(facts).pages.map(({ address }) => address)).toEqual([post.url, chunked.url]);
    expect(lines).toContain("in pieces");
    expect(of(facts)).toMatchObject({ form: "warc", broken: false, records: { count: 4, same: 3, differ: 0 } });
  });

  test("cut short shows what was read before", async () => {
    const whole = warcOf([post, { ...post, url: "https://site.example/2" }]);
    const { facts } = await read(whole.subarray(0, whole.byteLength - 40));
    expect(of(facts)).toMatchObject({ broken: true });
    expect(of(facts).pages[0]?.address).toBe(post.url);
  });
});

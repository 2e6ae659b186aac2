import { describe, expect, test } from "vitest";
import { sandbox } from "@/lib/platform/sandbox/sandbox";
import { webStreamOf } from "@/tests/support/files";
import { recordingBytes } from "@/tests/support/recording-bytes";

async function seen(bytes: Uint8Array) {
  const { kind, mime, problem } = await sandbox.inspect({
    size: bytes.byteLength,
    open: async () => webStreamOf(bytes),
  });
  return [kind, mime, problem];
}

describe("a recording is what its own structure says", () => {
  test.each([
    ["voice.ogg", "audio/ogg; codecs=opus"],
    ["film.webm", "video/webm"],
    ["film.mp4", "video/mp4"],
    ["voice.m4a", "audio/mp4"],
  ])("%s", async (name, mime) => {
    expect(await seen(await recordingBytes(name))).toEqual(["other", mime, null]);
  });

  test("AMR of an old phone is a recording that browsers do not play", async () => {
    const bytes = Buffer.concat([Buffer.from("#!AMR\n"), Buffer.alloc(640, 0x3c)]);
    expect(await seen(bytes)).toEqual(["other", "audio/amr", null]);
  });
});

describe("hostile and broken recordings", () => {
  test("a page named like a voice note is a page", async () => {
    const page = Buffer.from("<!doctype html><script>alert(1)</script>OggS");
    expect(await seen(page)).toEqual(["text", "text/html", null]);
  });

  test("an OGG that holds a page in place of sound plays nothing", async () => {
    const voice = Buffer.from(await recordingBytes("voice.ogg"));
    Buffer.from("<script>alert(1)</").copy(voice, 28);
    expect(await seen(voice)).toEqual(["other", "application/ogg", "unreadable"]);
  });

  test("an OGG that ends within its first page is cut short", async () => {
    const voice = (await recordingBytes("voice.ogg")).subarray(0, 40);
    expect((await seen(voice)).at(2)).toBe("truncated");
  });

  test("an MP4 whose outer box claims more than there is is cut short", async () => {
    const film = Buffer.from(await recordingBytes("film.mp4"));
    const last = film.lastIndexOf("mdat") > 0 ? film.lastIndexOf("mdat") : film.lastIndexOf("moof");
    film.writeUInt32BE(0x7fffffff, last - 4);
    expect((await seen(film)).slice(1)).toEqual(["video/mp4", "truncated"]);
  });

  test.each([
    ["an inner box that is longer than the outer one", 0x7fffffff],
    ["a box that is shorter than its own head", 4],
    ["a box without an end inside another", 1],
  ])("an MP4 with %s is not read", async (_, length) => {
    const film = Buffer.from(await recordingBytes("film.mp4"));
    film.writeUInt32BE(length, film.indexOf("mdia") - 4);
    expect((await seen(film)).at(2)).toBe("unreadable");
  });

  test("an MP4 of nothing but boxes inside boxes ends", async () => {
    const depth = 4000;
    const boxes = Buffer.alloc(depth * 8 + 24);
    Buffer.from([0, 0, 0, 24]).copy(boxes);
    boxes.write("ftypisom\0\0\0\0isommp42", 4, "latin1");
    for (let at = 0; at < depth; at += 1) {
      boxes.writeUInt32BE((depth - at) * 8, 24 + at * 8);
      boxes.write(at % 2 === 0 ? "trak" : "moov", 28 + at * 8, "latin1");
    }
    expect((await seen(boxes)).at(2)).toBe("unreadable");
  });

  test("a WebM without a single track is not read", async () => {
    const film = Buffer.from(await recordingBytes("film.webm"));
    film.writeUInt32BE(0x1654ae6c, film.lastIndexOf(Buffer.from([0x16, 0x54, 0xae, 0x6b])));
    expect((await seen(film)).at(2)).toBe("unreadable");
  });
});

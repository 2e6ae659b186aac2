import { readFile } from "node:fs/promises";
import { join } from "node:path";
import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { createSandbox, sandbox } from "@/lib/platform/sandbox/sandbox";
import type { MailFacts, SandboxFile } from "@/lib/platform/sandbox/types";
import { noise, pageOf, withSegment } from "@/tests/fixtures/hostile/parts";
import { webStreamOf } from "@/tests/support/files";

const folder = join(import.meta.dirname, "../../../fixtures/files");
const asFile = (bytes: Uint8Array): SandboxFile => ({ size: bytes.byteLength, open: async () => webStreamOf(bytes) });
const fixture = async (name: string) => asFile(await readFile(join(folder, name)));
const look = (file: SandboxFile) => sandbox.lookInto(file, { maxPages: 2 });

async function notesOf(bytes: Uint8Array): Promise<Record<string, string>> {
  const { metadata } = await look(asFile(bytes));
  return Object.fromEntries(metadata.map(({ group, name, value }) => [`${group} ${name}`, value]));
}

describe("what a file says of itself", () => {
  test.each(["jpeg", "webp", "png"] as const)("camera, times and place of a %s", async (format) => {
    const exif = {
      IFD0: { Make: "Invented", Model: "Phone 1", Software: "OS 2", DateTime: "2026:11:17 22:10:04" },
      IFD2: { DateTimeOriginal: "2026:11:17 22:10:01", OffsetTimeOriginal: "+02:00", BodySerialNumber: "SN-1" },
      IFD3: {
        GPSLatitudeRef: "S",
        GPSLatitude: "33/1 55/1 30/1",
        GPSLongitudeRef: "E",
        GPSLongitude: "18/1 25/1 0/1",
        GPSAltitudeRef: "0",
        GPSAltitude: "12/1",
        GPSDateStamp: "2026:11:17",
        GPSTimeStamp: "20/1 10/1 1/1",
      },
    };
    const bytes = await noise(40, 30).withExif(exif).toFormat(format).toBuffer();
    expect(await notesOf(bytes)).toMatchObject({
      "EXIF Make": "Invented",
      "EXIF Model": "Phone 1",
      "EXIF Software": "OS 2",
      "EXIF Changed at": "2026:11:17 22:10:04",
      "EXIF Taken at": "2026:11:17 22:10:01",
      "EXIF Offset of taking": "+02:00",
      "EXIF Camera serial number": "SN-1",
      "GPS Latitude": "-33.925000",
      "GPS Longitude": "18.416667",
      "GPS Altitude": "12 m",
      "GPS Date (UTC)": "2026:11:17",
      "GPS Time (UTC)": "20:10:01",
    });
  });

  test("a TIFF is its own block", async () => {
    expect(await notesOf(await noise(40, 30).tiff().toBuffer())).toEqual({ "EXIF Orientation": "1" });
  });

  test("XMP in both of its forms, and the dictionary of a PDF", async () => {
    const xmp =
      '<x:xmpmeta><rdf:Description xmp:CreatorTool="Editor 3"/><dc:creator><rdf:Seq><rdf:li>Sam</rdf:li></rdf:Seq></dc:creator></x:xmpmeta>';
    const jpeg = await noise(40, 30).jpeg().toBuffer();
    const tagged = withSegment(jpeg, 0xe1, Buffer.from(`http://ns.adobe.com/xap/1.0/\0${xmp}`));
    expect(await notesOf(tagged)).toEqual({ "XMP xmp:CreatorTool": "Editor 3", "XMP dc:creator": "Sam" });
    const pdf = await readFile(join(folder, "letter.pdf"));
    expect(await notesOf(pdf)).toMatchObject({
      "PDF Producer": expect.stringContaining("pdf-lib"),
      "PDF Version": "1.7",
    });
  });

  test("hides nothing: marks are written out, values are bounded", async () => {
    const bytes = await noise(40, 30)
      .withExif({ IFD0: { Make: "a\r\nc\u0007", ImageDescription: "x".repeat(900) } })
      .jpeg()
      .toBuffer();
    const title = Buffer.from("http://ns.adobe.com/xap/1.0/\0<x:xmpmeta><dc:title>a\u202Eb</dc:title></x:xmpmeta>");
    const found = await notesOf(withSegment(bytes, 0xe1, title));
    expect(found["EXIF Make"]).toBe("a c[U+0007]");
    expect(found["XMP dc:title"]).toBe("a[U+202E]b");
    expect(found["EXIF Description"]).toHaveLength(500);
  });

  test("near copies have near fingerprints, other pictures have not", async () => {
    const wave = (shift: number) => {
      const raw = Buffer.alloc(200 * 150);
      for (let at = 0; at < raw.length; at += 1) raw[at] = 128 + 120 * Math.sin(((at % 200) + (at / 200) * shift) / 20);
      return sharp(raw, { raw: { width: 200, height: 150, channels: 1 } });
    };
    const of = async (bytes: Buffer) => BigInt(`0x${(await look(asFile(bytes))).fingerprint}`);
    const first = await of(await wave(1).png().toBuffer());
    const smaller = await of(await wave(1).resize(120).jpeg({ quality: 60 }).toBuffer());
    const other = await of(await wave(-3).png().toBuffer());
    const apart = (a: bigint, b: bigint) => (a ^ b).toString(2).replaceAll("0", "").length;
    expect(apart(first, smaller)).toBeLessThanOrEqual(6);
    expect(apart(first, other)).toBeGreaterThan(10);
  });

  test("kinds that are not drawn have their true type", async () => {
    const types = [
      ["4f67675300020000000000000000", "application/ogg"],
      ["25504b", "text/plain"],
    ] as const;
    for (const [hex, mime] of types) {
      const { mime: found } = await sandbox.inspect(asFile(Buffer.from(hex, "hex")));
      expect(found.split("/")[0]).toBe(mime.split("/")[0]);
    }
    const mp4 = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from("ftypisom\0\0\0\0isommp42"), Buffer.alloc(40)]);
    expect(await sandbox.inspect(asFile(mp4))).toMatchObject({ kind: "other", mime: "video/mp4" });
  });
});

describe("a page that takes too long", () => {
  const boxes = "0 0 199 199 re f ".repeat(400_000);

  test("is skipped, marked, and the others are drawn", async () => {
    const parts = pageOf(boxes, { page: "" }).toString("latin1");
    const three = parts
      .replace("/Kids[3 0 R]/Count 1", "/Kids[5 0 R 3 0 R 5 0 R]/Count 3")
      .replace("trailer", "5 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj\ntrailer");
    const file = asFile(Buffer.from(three, "latin1"));
    const hasty = createSandbox({ pageMs: 1500, renderMs: 60_000 });
    const { rendering } = await hasty.renderPages(file, { maxPages: 9, dpi: 1200 });
    expect(rendering).toMatchObject({ kind: "pages", totalPages: 3, shownPages: 2, skipped: [2] });
    expect(rendering).toMatchObject({ problem: "took_too_long", pages: [{ number: 1 }, { number: 3 }] });
  });
});

describe("the way of a mail", () => {
  async function factsOf(bytes: Uint8Array): Promise<MailFacts> {
    const { rendering } = await look(asFile(bytes));
    if (rendering.kind !== "text" || !rendering.mail) throw new Error("expected a mail");
    return rendering.mail;
  }

  test("hops from the bottom up, with who, with what and when", async () => {
    const lines = [
      "Return-Path: <x@stalker.example>",
      "Received: from relay.example (relay.example [192.0.2.7]) by mx.example with ESMTPS id 1 for <y>; Tue, 17 Nov 2026 22:10:04 +0200 (SAST)",
      "Received: from unknown (HELO laptop) ([IPv6:2001:db8::9]) by relay.example with SMTP; Tue, 17 Nov 2026 20:10:01 GMT",
      "Received: by nowhere",
      "Authentication-Results: mx.example; spf=fail (no) smtp.mailfrom=a@stalker.example; dkim=none; dmarc=fail header.from=stalker.example",
      "ARC-Authentication-Results: i=1; arc.example; arc=pass",
      "X-Originating-IP: [203.0.113.5]",
      "Message-ID: <1@stalker.example>",
      "Reply-To: other@stalker.example",
      "Date: Tue, 17 Nov 2026 22:10:00",
      "From: a@stalker.example",
      "Content-Type: multipart/mixed; boundary=b",
      "",
      "--b",
      "Content-Type: multipart/alternative; boundary=c",
      "",
      "--c",
      "Content-Type: text/plain",
      "",
      "hello",
      "--c",
      "Content-Type: text/html",
      "",
      "<b>hello</b>",
      "--c--",
      "--b",
      'Content-Type: image/png; name="photo.png"',
      "Content-Transfer-Encoding: base64",
      "",
      "AAAA",
      "--b--",
    ];
    const facts = await factsOf(Buffer.from(lines.join("\r\n")));
    expect(facts.hops.map(({ by, seenIp, atUtc }) => ({ by, seenIp, atUtc }))).toEqual([
      { by: "nowhere", seenIp: null, atUtc: null },
      { by: "relay.example", seenIp: "2001:db8::9", atUtc: "2026-11-17T20:10:01.000Z" },
      { by: "mx.example", seenIp: "192.0.2.7", atUtc: "2026-11-17T20:10:04.000Z" },
    ]);
    expect(facts.hops[1]).toMatchObject({ claimed: "laptop", seenName: null });
    expect(facts.hops[2]).toMatchObject({ claimed: "relay.example", seenName: "relay.example", with: "ESMTPS" });
    expect(facts.checks).toEqual([
      { method: "spf", result: "fail", domain: "stalker.example", by: "mx.example" },
      { method: "dkim", result: "none", domain: null, by: "mx.example" },
      { method: "dmarc", result: "fail", domain: "stalker.example", by: "mx.example" },
      { method: "arc", result: "pass", domain: null, by: "arc.example" },
    ]);
    expect(facts).toMatchObject({ originatingIp: "203.0.113.5", messageId: "<1@stalker.example>", dateUtc: null });
    expect(facts.parts).toEqual([
      { depth: 0, mime: "multipart/mixed", name: null, size: null },
      { depth: 1, mime: "multipart/alternative", name: null, size: null },
      { depth: 2, mime: "text/plain", name: null, size: 5 },
      { depth: 2, mime: "text/html", name: null, size: 12 },
      { depth: 1, mime: "image/png", name: "photo.png", size: 3 },
    ]);
  });
});

describe("masks", () => {
  const raw = async (bytes: Uint8Array) => sharp(bytes).removeAlpha().raw().toBuffer({ resolveWithObject: true });

  test.each([
    ["photo.jpg", 120, 160],
    ["screenshot-alpha.png", 60, 100],
    ["scan.tiff", 100, 140],
    ["letter.pdf", 1240, 1754],
  ])("no pixel of %s that a box touches survives, the others do", async (name, width, height) => {
    const file = await fixture(name);
    const box = { x: 0.101, y: 0.203, width: 0.4, height: 0.3 };
    const page = await sandbox.redact(file, { page: 1, boxes: [box] });
    expect(page).toMatchObject({ format: "png", width, height });
    const { data } = await raw(page?.bytes ?? new Uint8Array());
    const clear = await sandbox.redact(file, { page: 1, boxes: [] });
    const before = (await raw(clear?.bytes ?? new Uint8Array())).data;
    let inside = 0;
    let changed = 0;
    for (let y = 0; y < height; y += 1) {
      for (let x = 0; x < width; x += 1) {
        const at = (y * width + x) * 3;
        const touched =
          x + 1 > box.x * width &&
          x < (box.x + box.width) * width &&
          y + 1 > box.y * height &&
          y < (box.y + box.height) * height;
        const isBlack = data[at] === 0 && data[at + 1] === 0 && data[at + 2] === 0;
        if (touched && !isBlack) inside += 1;
        if (!touched && (data[at] !== before[at] || data[at + 1] !== before[at + 1])) changed += 1;
      }
    }
    expect({ inside, changed }).toEqual({ inside: 0, changed: 0 });
  });

  test("go over the edge, overlap, and may cover all; a large picture shrinks after it was masked", async () => {
    const big = await noise(5000, 4000, 1).jpeg().toBuffer();
    const page = await sandbox.redact(asFile(big), {
      page: 1,
      boxes: [{ x: -1, y: -1, width: 9, height: 9 }],
      format: "jpeg",
    });
    const { data, info } = await raw(page?.bytes ?? new Uint8Array());
    expect(info.width * info.height).toBeLessThanOrEqual(12_100_000);
    expect(data.every((value) => value < 4)).toBe(true);
  });

  test("there is no page to mask in a mail, past the end or in what is broken", async () => {
    const boxes = [{ x: 0, y: 0, width: 1, height: 1 }];
    expect(await sandbox.redact(await fixture("message.eml"), { page: 1, boxes })).toBeNull();
    expect(await sandbox.redact(await fixture("letter.pdf"), { page: 3, boxes })).toBeNull();
    expect(await sandbox.redact(await fixture("photo-truncated.jpg"), { page: 1, boxes })).toBeNull();
    expect(await sandbox.redact(await fixture("empty.bin"), { page: 1, boxes })).toBeNull();
  });

  test("a picture is stripped: upright, and nothing but pixels", async () => {
    const page = await sandbox.strip(await fixture("photo.jpg"));
    expect(page).toMatchObject({ format: "jpeg", width: 120, height: 160 });
    const { exif, xmp, icc, orientation } = await sharp(page?.bytes).metadata();
    expect({ exif, xmp, icc, orientation }).toEqual({
      exif: undefined,
      xmp: undefined,
      icc: undefined,
      orientation: undefined,
    });
    expect(await sandbox.strip(await fixture("letter.pdf"))).toBeNull();
  });
});

import { PDFName } from "pdf-lib";
import sharp from "sharp";
import { beforeAll, describe, expect, it } from "vitest";
import { assemblePacket } from "@/lib/packets/packets/sections/assemble-packet";
import { allowedOn, type Secret } from "@/lib/packets/packets/snapshot/leaks";
import { leaksInFile } from "@/lib/packets/packets/snapshot/leaks-in-file";
import { packetKindKeys } from "@/lib/packets/packets/types";
import { collectBytes } from "@/lib/platform/pdf/collect-bytes";
import { readDocument, sourceOf, sourceOfParts } from "@/lib/platform/pdf/read-document";
import { imageMetadataIn } from "@/lib/platform/pdf/read-image-metadata";
import { snapshotWithNames, withNames } from "@/tests/support/chance-names";
import { goldenSnapshot } from "@/tests/support/golden-snapshot";
import { flatPagesOf } from "@/tests/support/pdf";
import { attach, fileWith, plants, street } from "@/tests/support/planted-leaks";
import { samplePrepared, sampleSnapshot } from "@/tests/support/sample-snapshot";
import { protectedClient } from "@/tests/support/spellings";

describe("leaksInFile", () => {
  it.each(plants)("names the place of %s", async (_, where, what, plant) => {
    for (const packed of [true, false]) {
      const found = await leaksInFile(sourceOf(await fileWith(plant, packed)), protectedClient);
      expect(found).toContainEqual({ where, what });
    }
  });

  it("finds nothing where nothing was planted", async () => {
    expect(await leaksInFile(sourceOf(await fileWith(() => {})), protectedClient)).toEqual([]);
  });

  it("does not call clean what it cannot read", async () => {
    const bytes = await fileWith(() => {});
    await expect(leaksInFile(sourceOf(bytes.subarray(0, bytes.length - 60)), protectedClient)).rejects.toThrow();
    await expect(leaksInFile(sourceOf(Buffer.from("no PDF")), protectedClient)).rejects.toThrow(
      "does not end as a PDF",
    );
  });
});

describe("a whole packet", () => {
  const snapshot = sampleSnapshot();
  const build = async (change: Partial<typeof snapshot>) => {
    const whole = { ...snapshot, ...change };
    return (await collectBytes(assemblePacket(whole, await samplePrepared(whole)))).bytes;
  };
  let clean: Uint8Array;
  beforeAll(async () => {
    clean = await build({});
  });

  it("is clean, also where an officer has the family name of the client", async () => {
    expect(await leaksInFile(sourceOf(clean), protectedClient)).toEqual([]);
    expect(await leaksInFile(sourceOf(clean), protectedClient, { allowed: allowedOn(snapshot) })).toEqual([]);
  });

  it("is read as another reader reads it, word for word", async () => {
    const read: string[] = [];
    for await (const foundText of readDocument(sourceOf(clean))) {
      const no = Number(/^page (\d+)$/.exec(foundText.where)?.[1]);
      if (no) read[no - 1] = `${read[no - 1] ?? ""} ${foundText.text}`;
    }
    const pages = await flatPagesOf(clean);
    expect(read).toHaveLength(pages.length);
    const dense = (text: string) => text.replaceAll(/\s+/g, "");
    for (const [i, page] of pages.entries()) {
      const mine = dense(read[i] ?? "");
      const missing = page.split(/\s+/).filter((word) => !mine.includes(dense(word)));
      expect(missing, `page ${i + 1}`).toEqual([]);
    }
  });

  it("has its JPEGs looked into as they are written, and only pictures are left out of the second look", async () => {
    const prepared = await samplePrepared(snapshot);
    const given: string[] = [];
    const onJpeg = async (parts: readonly Uint8Array[], page: number) => {
      const texts = await imageMetadataIn("jpeg", sourceOfParts(parts));
      const joined = await imageMetadataIn("jpeg", sourceOf(Buffer.concat(parts)));
      expect(texts).toEqual(joined);
      given.push(`${page} ${(await sharp(Buffer.concat(parts)).metadata()).format}`);
    };
    const written = await collectBytes(assemblePacket(snapshot, prepared, { onJpeg }));
    const pictures = prepared.flatMap(({ pages }) => pages);
    expect(given).toHaveLength(pictures.filter(({ kind }) => kind === "jpeg").length);
    expect(written.images).toHaveLength(pictures.length);
    const texts = async (known: ReadonlySet<number>) => {
      const found: string[] = [];
      for await (const { where, text } of readDocument(sourceOf(written.bytes), undefined, known))
        found.push(`${where}: ${text}`);
      return found;
    };
    const isOfPicture = (text: string) => text.startsWith("the metadata of a picture");
    const all = await texts(new Set());
    expect(await texts(new Set(written.images))).toEqual(all.filter((text) => !isOfPicture(text)));
  });

  it("is found out by a caption and by the words of an act", async () => {
    const [exhibit, ...exhibits] = snapshot.exhibits;
    const [act, ...acts] = snapshot.incidents;
    if (!exhibit || !act) throw new Error("the sample is empty");
    const captioned = await build({ exhibits: [{ ...exhibit, title: `The door of ${street}` }, ...exhibits] });
    const spoken = await build({ incidents: [{ ...act, words: "I know where you are, Nomvula Voorbeeld." }, ...acts] });
    const places = async (bytes: Uint8Array) =>
      (await leaksInFile(sourceOf(bytes), protectedClient)).map((fileLeak) => fileLeak.where);
    expect((await places(captioned)).some((where) => /^page \d+$/.test(where))).toBe(true);
    expect((await places(spoken)).some((where) => /^page \d+$/.test(where))).toBe(true);
  });
});

const ada: Secret[] = [{ kind: "name", value: "Ada" }];

it("a name in the hash of another packet, or written by a person, is found on a page", async () => {
  const snapshot = snapshotWithNames("Ada");
  for (const title of ["Ada at the gate", "3ada9f01 as he wrote", "ADA1-2F3D"]) {
    const exhibits = snapshot.exhibits.map((exhibit, i) => (i === 0 ? { ...exhibit, title } : exhibit));
    const changed = { ...snapshot, exhibits };
    const { bytes } = await collectBytes(assemblePacket(changed, await samplePrepared(changed)));
    const found = await leaksInFile(sourceOf(bytes), ada, { allowed: allowedOn(snapshot) });
    expect(
      found.map(({ what }) => what),
      title,
    ).toContain("name");
  }
});

describe.each(packetKindKeys)("a packet of the kind %s", (kind) => {
  it.each(["ZA-US", "US-ZA"])("is clean, %s, also when chance makes the client's name in its hashes", async (pair) => {
    const snapshot = withNames(goldenSnapshot(kind, pair), "Ada");
    const { bytes } = await collectBytes(assemblePacket(snapshot, []));
    expect(await leaksInFile(sourceOf(bytes), protectedClient)).toEqual([]);
    expect(await leaksInFile(sourceOf(bytes), ada, { allowed: allowedOn(snapshot) })).toEqual([]);
  });
});

describe("a file that somebody else made", () => {
  const budget = 1024 * 1024;
  const look = (bytes: Uint8Array) => leaksInFile(sourceOf(bytes), protectedClient, { mostWork: budget });

  it("is given up when it unpacks to more than may be read", async () => {
    const bomb = await fileWith(({ doc, page }) => {
      const stream = doc.context.flateStream(Buffer.alloc(8 * budget, 32));
      page.node.set(PDFName.of("Contents"), doc.context.register(stream));
    });
    expect(bomb.length).toBeLessThan(budget);
    await expect(look(bomb)).rejects.toThrow();
    await expect(look(await fileWith((made) => attach(made, "a.txt", Buffer.alloc(8 * budget, 32))))).rejects.toThrow(
      "too much work",
    );
    expect(await look(await fileWith(() => undefined))).toEqual([]);
  });

  it("is given up when its pages or its drawings hold themselves", async () => {
    const circle = await fileWith(({ doc }) => {
      const pages = doc.catalog.Pages();
      const root = doc.catalog.get(PDFName.of("Pages"));
      if (root) pages.Kids().push(root as never);
    });
    await expect(look(circle)).rejects.toThrow("a page is there twice");
    const drawing = await fileWith(({ doc, page }) => {
      const stream = doc.context.stream("/F Do ".repeat(99), { Type: "XObject", Subtype: "Form" });
      const form = doc.context.register(stream);
      const inside = doc.context.obj({ XObject: { F: form } });
      stream.dict.set(PDFName.of("Resources"), inside);
      page.node.set(PDFName.of("Resources"), inside);
      page.node.set(PDFName.of("Contents"), form);
    });
    await expect(look(drawing)).rejects.toThrow("too much work");
  });
});

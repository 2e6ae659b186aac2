import { PDFDocument } from "pdf-lib";
import { describe, expect, it } from "vitest";
import { assembleAnnex } from "@/lib/packets/packets/sections/annex/assemble-annex";
import { annexSchema } from "@/lib/packets/packets/snapshot/snapshot-annex";
import { collectBytes } from "@/lib/platform/pdf/collect-bytes";
import { readDocument, sourceOf } from "@/lib/platform/pdf/read-document";
import { flatPagesOf, qpdfComplaints } from "@/tests/support/pdf";
import { annexValues, sampleAnnex } from "@/tests/support/sample-annex";

const build = (change: Parameters<typeof sampleAnnex>[0] = {}) => collectBytes(assembleAnnex(sampleAnnex(change)));

describe("the sealed annex", () => {
  it("holds what the served part leaves out, under its own number and count of pages", async () => {
    const { bytes, pages } = await build();
    const texts = await flatPagesOf(bytes);
    expect(qpdfComplaints(bytes) ?? []).toEqual([]);
    for (const value of Object.values(annexValues)) expect(texts.join(" ")).toContain(value);
    expect(texts).toHaveLength(pages);
    texts.forEach((text, i) => {
      expect(text).toContain("SEALED");
      expect(text).toContain("CD-2026-0147-S");
      expect(text).toContain(`Page ${i + 1} of ${pages}`);
    });
    expect(texts[0]).toContain("Open only if your name is on this page.");
    expect(texts[0]).toContain("Investigating officer, SAPS Voorbeeldfontein REL-4 20 Dec 2026");
    expect(texts[0]).toContain("Not released to: Prosecutor: its release does not cover who and where the client is.");
  });

  it("of a packet that nobody approved says so on every page", async () => {
    const { packet } = sampleAnnex();
    const { bytes, pages } = await build({ packet: { ...packet, approved: false } });
    const texts = await flatPagesOf(bytes);
    expect(texts.filter((text) => text.includes("DRAFT - not approved"))).toHaveLength(pages);
    expect(texts[0]).toContain("Nobody approved this version: do not act on it.");
    expect((await flatPagesOf((await build()).bytes)).join(" ")).not.toContain("not approved");
  });

  it("says that nobody may open it, and why, when no release covers identity", async () => {
    const closedTo = [
      { role: "station" as const, name: "Head of the unit", why: "no release is for this receiver", release: null },
    ];
    const [first] = await flatPagesOf((await build({ openTo: [], closedTo })).bytes);
    expect(first).toContain("Nobody yet");
    expect(first).toContain("Nobody may open this annex yet. Head of the unit: no release is for this receiver.");
  });

  it("has no name in its title, and never the code word", async () => {
    const { bytes } = await build();
    const doc = await PDFDocument.load(bytes, { updateMetadata: false });
    expect(doc.getTitle()).toBe("CD-2026-0147-S v1, sealed annex (specimen)");
    expect(Object.keys(annexSchema.shape.safeContact.unwrap().unwrap().shape)).not.toContain("codeWord");
  });

  it("says so where nothing is agreed, recorded or sealed, and gives the same bytes again", async () => {
    const bare = { safeContact: null, witnesses: [], people: [], originals: [] };
    const one = await build(bare);
    const text = (await flatPagesOf(one.bytes)).join(" ");
    for (const message of ["No safe way is agreed.", "No witness is recorded.", "none is sealed"])
      expect(text).toContain(message);
    expect(Buffer.compare(one.bytes, (await build(bare)).bytes)).toBe(0);
  });

  it("has a sealed original inside, under the name that its table says, and stays an archive file", async () => {
    const [first] = sampleAnnex().originals;
    if (!first) throw new Error("the invented annex has a sealed original");
    const bytes = Buffer.from("[20/10/2026, 20:00] Somebody: the words themselves");
    const open = async function* () {
      yield new Uint8Array(bytes);
    };
    const file = { name: "e-03-original.txt", size: bytes.length, mimeType: "text/plain", description: "E-03", open };
    const originals = [first, { ...first, code: "E-03", why: "some of its words are covered", as: file.name }];
    const written = await collectBytes(assembleAnnex(sampleAnnex({ originals }), {}, [file]));
    const text = (await flatPagesOf(written.bytes)).join(" ");
    expect(text).toContain("attached to this annex as e-03-original.txt: some of its words are covered");
    expect(text).toContain("kept by us: a masked copy is served");
    expect(text).toContain("What is attached to this annex goes nowhere without it. To see another: in person");
    const found: string[] = [];
    for await (const foundText of readDocument(sourceOf(written.bytes))) found.push(foundText.text);
    expect(found.join("\n")).toContain("the words themselves");
    expect(qpdfComplaints(written.bytes) ?? []).toEqual([]);
  });
});

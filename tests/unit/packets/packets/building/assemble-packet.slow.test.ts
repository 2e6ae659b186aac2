import { createHash } from "node:crypto";
import { PDFDocument } from "pdf-lib";
import { beforeAll, describe, expect, it } from "vitest";
import { lawSourcesOf } from "@/lib/packets/packets/preflight/law-sources";
import { type AssembledPacket, assemblePacket as writePacket } from "@/lib/packets/packets/sections/assemble-packet";
import { pageOfBytes } from "@/lib/packets/packets/sections/exhibits/page-of-bytes";
import type { PacketSnapshot, PreparedExhibit } from "@/lib/packets/packets/snapshot/snapshot";
import { collectBytes } from "@/lib/platform/pdf/collect-bytes";
import { flatPagesOf, qpdfComplaints } from "@/tests/support/pdf";
import {
  bareSnapshot,
  originalOf,
  samplePicture,
  samplePrepared,
  sampleSnapshot,
} from "@/tests/support/sample-snapshot";
import { sampleSnapshotUsZa } from "@/tests/support/sample-snapshot-us-za";

type WholePacket = AssembledPacket & { bytes: Uint8Array };
const assemblePacket = (snapshot: PacketSnapshot, prepared: readonly PreparedExhibit[]): Promise<WholePacket> =>
  collectBytes(writePacket(snapshot, prepared));

const sha = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

describe("the whole dossier", () => {
  let snapshot: PacketSnapshot;
  let prepared: PreparedExhibit[];
  let packet: WholePacket;
  let pages: string[];

  beforeAll(async () => {
    snapshot = sampleSnapshot();
    prepared = await samplePrepared(snapshot);
    packet = await assemblePacket(snapshot, prepared);
    pages = await flatPagesOf(packet.bytes);
  });

  it("gives the same bytes for the same snapshot", async () => {
    const again = await assemblePacket(JSON.parse(JSON.stringify(snapshot)), prepared);
    expect(sha(again.bytes)).toBe(sha(packet.bytes));
  });

  it("gives other bytes for another snapshot", async () => {
    const other = await assemblePacket({ ...snapshot, packet: { ...snapshot.packet, version: 3 } }, prepared);
    expect(sha(other.bytes)).not.toBe(sha(packet.bytes));
  });

  it("has every exhibit once, with its head and its pages", () => {
    const text = pages.join(" ");
    for (const exhibit of snapshot.exhibits) {
      expect(packet.outline.filter((entry) => entry.anchor === exhibit.code)).toHaveLength(1);
      const shown = prepared.find((preparedExhibit) => preparedExhibit.label === exhibit.code)?.pages.length ?? 0;
      const marked = text.match(new RegExp(`${exhibit.code} · page \\d+ of ${shown} ·`, "g")) ?? [];
      expect(marked).toHaveLength(shown);
    }
  });

  it("numbers every page, and has as many as it says", async () => {
    expect(pages).toHaveLength(packet.pages);
    expect((await PDFDocument.load(packet.bytes)).getPageCount()).toBe(packet.pages);
    pages.forEach((page, i) => {
      expect(page).toContain(`Page ${i + 1} of ${packet.pages}`);
      expect(page).toContain("CD-2026-0147");
    });
  });

  it("prints the true page of every entry in the contents", () => {
    const contents = pages[2] ?? "";
    for (const entry of packet.outline.filter((outline) => outline.no !== "")) {
      expect(contents).toContain(entry.title);
      expect(pages[entry.page - 1]).toContain(entry.title);
    }
  });

  it("keeps the brief on two pages and the core on ten, and gives each certificate its own", () => {
    const page = (no: string) => packet.outline.find((entry) => entry.no === no)?.page;
    expect(page("1")).toBe(3);
    expect(page("A")).toBeLessThanOrEqual(13);
    // Of the country where the matter is tried, and no other; the stamp stays on the page of its certificate.
    expect(page("D.2")).toBeUndefined();
    expect(page("E")).toBe(Number(page("D.1")) + 1);
  });

  it("gives each person who signs a certificate a page, in the other direction too", async () => {
    const other = sampleSnapshotUsZa();
    const { outline } = await assemblePacket(other, await samplePrepared(other));
    const page = (no: string) => outline.find((entry) => entry.no === no)?.page;
    expect(page("D.2")).toBe(Number(page("D.1")) + 1);
    expect(page("E")).toBe(Number(page("D.2")) + 1);
  });

  it("says on the first page that it is no request by a state", () => {
    expect(pages[0]).toContain("This is not a request by a state.");
    expect(pages[0]).toContain("It is not a request by a state. Only the prosecutor and the central authority");
  });

  it("lists in Schedule E each law that it names, and no other", () => {
    const at = (no: string) => Number(packet.outline.find((entry) => entry.no === no)?.page) - 1;
    const annex = pages.slice(at("E"), at("F")).join(" ");
    const body = pages.slice(0, at("E")).join(" ");
    for (const law of lawSourcesOf(snapshot)) {
      const named = new RegExp(`(?<![A-Za-z0-9])${law.no}(?![0-9])`).test(body);
      expect(annex.includes(law.statement), law.no).toBe(named);
    }
  });

  it("carries originals inside, under names that say nothing", async () => {
    const doc = await PDFDocument.load(packet.bytes);
    const raw = doc.context
      .enumerateIndirectObjects()
      .map(([, object]) => object.toString())
      .join("\n");
    expect(raw).not.toContain("shot.png");
    expect(raw.match(/\/EmbeddedFile\b/g)).toHaveLength(9);
    for (const { original } of prepared) {
      if (!original) continue;
      for await (const part of original.open())
        expect(Buffer.from(packet.bytes).includes(Buffer.from(part))).toBe(true);
    }
    expect(pages.join(" ")).toContain("sealed (see the annex): shown in person to an officer or prosecutor");
  });

  it("has title, author, language and no clock of its own", async () => {
    const doc = await PDFDocument.load(packet.bytes, { updateMetadata: false });
    expect(doc.getTitle()).toBe("CD-2026-0147 v2, MLA pre-request dossier, served part (specimen)");
    expect(doc.getAuthor()).toBe("Marula Digital Safety Advice Centre");
    expect(doc.getCreationDate()?.toISOString()).toBe("2026-11-24T09:40:00.000Z");
  });

  it("is clean to qpdf", () => {
    expect(qpdfComplaints(packet.bytes) ?? []).toEqual([]);
  });
});

describe("a case with little in it", () => {
  it("still gives a whole packet that says what is missing", async () => {
    const packet = await assemblePacket(bareSnapshot(), []);
    const text = (await flatPagesOf(packet.bytes)).join(" ");
    for (const message of [
      "CAS number not yet issued",
      "an account not yet identified",
      "The words are not recorded.",
      "No offence is proposed in this version",
      "No pairing is drafted in this version",
      "No reference number is recorded",
      "not yet approved",
      "No exhibit travels with this packet.",
    ]) {
      expect(text).toContain(message);
    }
    expect(text).not.toMatch(/undefined|null|NaN|\[object/);
    expect(packet.outline.filter((entry) => entry.level === 1 && entry.no)).toHaveLength(12);
  });
});

describe("a case with very much in it", () => {
  it("keeps the brief on two pages and says where the rest is", async () => {
    const snapshot = sampleSnapshot();
    const long = "The sender wrote this again and again, and more besides. ".repeat(30);
    const [charge] = snapshot.charges;
    if (!charge) throw new Error("the invented case has offences");
    const packet = await assemblePacket(
      {
        ...snapshot,
        incidents: snapshot.incidents.map((incident) => ({ ...incident, words: long, key: true })),
        events: snapshot.events.map((event) => ({ ...event, what: long, knowledge: true })),
        charges: Array.from({ length: 12 }, (_, i) => ({ ...charge, provision: `Cybercrimes Act, offence ${i + 1}` })),
        case: {
          ...snapshot.case,
          urgent: [{ text: long, sources: ["I-1"] }],
          weak: [{ text: long, sources: ["I-1"] }],
        },
      },
      [],
    );
    const page = (no: string) => Number(packet.outline.find((entry) => entry.no === no)?.page);
    expect(page("1")).toBe(3);
    const text = (await flatPagesOf(packet.bytes)).slice(0, 2).join(" ");
    expect(text).toContain("[…]");
    expect(text).toMatch(/and (ten|nine|eight) more offences/);
    expect(text).toContain("What is weak");
  });
});

describe("exhibits that cannot be shown", () => {
  const one = (change: Partial<PreparedExhibit>): PreparedExhibit => ({ label: "E-01", pages: [], ...change });
  const read = async (prepared: PreparedExhibit) => {
    const snapshot = sampleSnapshot();
    const packet = await assemblePacket({ ...snapshot, exhibits: snapshot.exhibits.slice(0, 1) }, [prepared]);
    return { text: (await flatPagesOf(packet.bytes)).join(" "), bytes: packet.bytes };
  };

  it("a password-protected PDF gets a page that says so and travels inside", async () => {
    const original = originalOf("letter.PDF", Buffer.from("%PDF-1.7 locked"), "application/pdf");
    const reason = "The PDF is protected by a password.";
    const { text } = await read(one({ pages: [{ kind: "not_shown", reason }], original }));
    expect(text).toContain("Not shown: The PDF is protected by a password.");
    expect(text).toContain("attached to this PDF as e-01-original.pdf");
  });

  it("a truncated JPEG is found out, whatever it was announced as", async () => {
    const bytes = (await samplePicture("cut", "jpeg")).subarray(0, 2000);
    const { text, bytes: packet } = await read(one({ pages: [pageOfBytes("jpeg", bytes)] }));
    expect(text).toContain("The file is not a whole picture and could not be decoded.");
    expect(qpdfComplaints(packet) ?? []).toEqual([]);
  });

  it("a file of no bytes gets its head", async () => {
    const original = originalOf("empty", new Uint8Array(0), "application/octet-stream");
    const { text, bytes } = await read(one({ original }));
    expect(text).toContain("e-01-original.bin");
    expect(qpdfComplaints(bytes) ?? []).toEqual([]);
  });

  it("a file over the limit travels beside the packet", async () => {
    const original = originalOf("big.mp4", new Uint8Array(25 * 1024 * 1024 + 1), "video/mp4");
    const { text, bytes } = await read(one({ original }));
    expect(text).toContain("larger than 25 MB: travels beside this PDF, in the folder of originals");
    expect(bytes.length).toBeLessThan(2_000_000);
  });

  it("an exhibit that nobody prepared still has its head", async () => {
    const snapshot = sampleSnapshot();
    const packet = await assemblePacket({ ...snapshot, exhibits: snapshot.exhibits.slice(0, 2) }, []);
    const text = (await flatPagesOf(packet.bytes)).join(" ");
    expect(text).toContain("E-02 Direct message from A1 (I-2)");
  });

  it.each([
    ["an exhibit that the snapshot does not have", [one({ label: "E-99" })], "E-99"],
    ["an exhibit twice", [one({}), one({})], "twice"],
  ])("%s does not build", async (_, prepared, message) => {
    await expect(assemblePacket(sampleSnapshot(), prepared)).rejects.toThrow(message);
  });
});

describe("sources", () => {
  it("a paragraph without one does not build", async () => {
    const snapshot = sampleSnapshot();
    const bare = { text: "They did it.", sources: [] };
    await expect(assemblePacket({ ...snapshot, case: { ...snapshot.case, harm: [bare] } }, [])).rejects.toThrow();
  });

  it("a law that is not in the list does not build", async () => {
    const snapshot = sampleSnapshot();
    const wrong = { text: "They did it.", sources: ["L99"] };
    await expect(assemblePacket({ ...snapshot, case: { ...snapshot.case, harm: [wrong] } }, [])).rejects.toThrow("L99");
  });

  it("words that look like a law source are only words", async () => {
    const snapshot = bareSnapshot();
    const [first] = snapshot.incidents;
    if (!first) throw new Error("the bare case has incidents");
    const incident = { ...first, words: "Meet me at L99, gate L4." };
    const packet = await assemblePacket({ ...snapshot, incidents: [incident] }, []);
    expect((await flatPagesOf(packet.bytes)).join(" ")).toContain("Meet me at L99, gate L4.");
  });
});

it("names of any script, very long words and markup come through as they are", async () => {
  const snapshot = bareSnapshot();
  const words = `uNomvula ǃ 中文 😀 **not bold** <b>&amp;</b> ${"x".repeat(400)}`;
  const incidents = snapshot.incidents.map((incident) => ({ ...incident, words }));
  const packet = await assemblePacket({ ...snapshot, incidents }, []);
  const text = (await flatPagesOf(packet.bytes)).join("").replace(/\s/g, "");
  expect(text).toContain("uNomvulaǃ中文😀**notbold**<b>&amp;</b>xxxx");
  expect(text).toContain("x".repeat(400));
});

import { beforeAll, describe, expect, test } from "vitest";
import { assemblePacket } from "@/lib/packets/packets/building/assemble-packet";
import { draftPacket } from "@/lib/packets/packets/commands/draft-packet";
import { getPacket } from "@/lib/packets/packets/queries";
import { readDocument, sourceOf } from "@/lib/platform/pdf/read-document";
import { draft, makeCaseToPrint } from "@/tests/support/case-to-print";
import { keptParts, onePart } from "@/tests/support/kept-parts";
import { makeOrg, type Org, type Person } from "@/tests/support/org";
import { flatPagesOf, qpdfComplaints } from "@/tests/support/pdf";
import { uploadedPacket } from "@/tests/support/uploaded-packet";

let org: Org;
let worker: Person;

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.person("caseworker");
});

const turned = "\u202Egnp.elif\u202C";
const family = "👩🏽‍👩🏽‍👧🏽‍👦🏽";
const heap = `e${"\u0301".repeat(40)}`;
const hebrew = "שלום עולם";
const unwelcome = /[[\p{Cc}\u202A-\u202E]--[\t\n\r]]/v;

describe("text of any length and kind, through the real job", () => {
  test("100,000 characters in one field are printed to the last, on pages that hold them", {
    timeout: 120_000,
  }, async () => {
    const words = `BEGINNING ${"The sender wrote again and again. ".repeat(2950)}ENDING`;
    expect(words.length).toBeGreaterThan(100_000);
    const { id, error } = await uploadedPacket(org, worker, [], { words });
    expect(error).toBeNull();
    const pages = await printed(id);
    const text = pages.join(" ");
    expect(text).toContain("BEGINNING");
    expect(text).toContain("ENDING");
    expect((text.match(/wrote again and/g) ?? []).length).toBeGreaterThanOrEqual(2950);
    for (const [i, page] of pages.entries()) expect(page).toContain(`Page ${i + 1} of ${pages.length}`);
  });

  test("the longest that a draft takes is printed; one more is refused and names its field", {
    timeout: 60_000,
  }, async () => {
    const { caseId } = await makeCaseToPrint(org, worker, { files: [] });
    const long = "Words without end. ".repeat(78).trim().padEnd(1500, ".");
    const name = "Investigating officer ".repeat(8).slice(0, 160).trim();
    const full = { ...draft, urgency: long, secrecy: long, purpose: long, investigatingOfficer: name };
    const { id } = await draftPacket(worker.ctx, { caseId, ...full });
    await assemblePacket(org.service(), { packetId: id });
    expect((await getPacket(worker.ctx, id)).progress.error).toBeNull();
    expect((await printed(id)).join(" ")).toContain(name);
    await expect(draftPacket(worker.ctx, { caseId, ...full, urgency: `${long}!` })).rejects.toMatchObject({
      fields: { urgency: "Use at most 1500 characters." },
    });
    await expect(
      draftPacket(worker.ctx, { caseId, ...full, investigatingOfficer: "x".repeat(300) }),
    ).rejects.toMatchObject({ fields: { investigatingOfficer: "Use at most 160 characters." } });
  });

  test("a caption of 300 letters without a space stays on its page; one of 301 is refused", {
    timeout: 60_000,
  }, async () => {
    const bytes = Buffer.from("a note");
    const { id, error } = await uploadedPacket(org, worker, [
      { name: "a.txt", bytes, about: { description: "W".repeat(300) } },
      { name: `${"n".repeat(300)}.txt`, bytes, about: { description: hebrew } },
    ]);
    expect(error).toBeNull();
    const letters = (await printed(id)).join("").replaceAll(/\s/g, "");
    expect(letters).toContain("W".repeat(300));
    const tooLong = uploadedPacket(org, worker, [{ name: "a.txt", bytes, about: { description: "W".repeat(301) } }]);
    await expect(tooLong).rejects.toMatchObject({ fields: { description: expect.stringContaining("300") } });
  });

  test("what turns, heaps or cannot be drawn is shown as a mark, and the checklist names the field", {
    timeout: 60_000,
  }, async () => {
    const words = `${turned} ${heap} ${family} ${hebrew} bell\u0007 \uFFFE end`;
    const about = { description: `Seen: ${turned} ${family}` };
    const { id, error } = await uploadedPacket(org, worker, [{ name: "a.txt", bytes: Buffer.from("x"), about }], {
      words,
    });
    expect(error).toBeNull();
    const pages = await printed(id);
    const text = pages.join(" ");
    for (const mark of ["[U+202E]", "[U+0007]", "[U+FFFE]"]) expect(text).toContain(mark);
    const line = (await getPacket(worker.ctx, id)).preflight.find(({ reason }) => reason.includes("no font draws it"));
    expect(line?.result).toBe("fail");
    expect(line?.reason).toContain("I-1, the words (");
    expect(line?.reason).toContain("E-01, the description (U+202E");
  });
});

/** The pages of the served part, which qpdf finds clean and in which nothing turns the text around it. */
async function printed(packetId: string): Promise<string[]> {
  const { bytes } = onePart(await keptParts(org.service(), packetId), "served");
  expect(qpdfComplaints(bytes) ?? []).toEqual([]);
  const wrong: string[] = [];
  for await (const { text, where } of readDocument(sourceOf(bytes))) if (unwelcome.test(text)) wrong.push(where);
  expect(wrong).toEqual([]);
  if (process.env.LONG_TEXT_OUT) {
    const { writeFileSync } = await import("node:fs");
    writeFileSync(`${process.env.LONG_TEXT_OUT}/${packetId}.pdf`, bytes);
  }
  return flatPagesOf(bytes);
}

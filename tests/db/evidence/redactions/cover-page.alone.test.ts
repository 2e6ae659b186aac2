import { createElement, type ReactElement } from "react";
import { renderToReadableStream } from "react-dom/server.edge";
import { beforeAll, describe, expect, test, vi } from "vitest";
import CoverPage from "@/app/(work)/cases/[caseId]/evidence/[exhibitId]/cover/page";
import { revealExhibit } from "@/lib/evidence/exposure/reveal-exhibit";
import { coverWords } from "@/lib/evidence/redactions/cover-words";
import { keepWordCover } from "@/lib/evidence/redactions/keep-word-cover";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { newId } from "@/lib/platform/ids";
import { makeOrg, type Org, type Person } from "@/tests/support/org";
import { plantCase } from "@/tests/support/plant";
import { sendFiles } from "@/tests/support/uploaded-packet";

const seat = vi.hoisted(() => ({ ctx: null as Ctx | null }));
vi.mock("@/lib/auth/sessions/session", async (original) => ({
  ...(await original<typeof import("@/lib/auth/sessions/session")>()),
  requireCtx: async () => seat.ctx,
}));

let org: Org;
let worker: Person;
let caseId: string;

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.person("caseworker", "Covering Example");
  seat.ctx = worker.ctx;
  caseId = await plantCase(worker.ctx);
});

async function addFile(name: string, content: string): Promise<string> {
  const files = [{ name, bytes: Buffer.from(content), about: { method: "native_export" } }];
  const [id = ""] = await sendFiles(org, worker, { caseId, files });
  return id;
}

/** What stands on the page, as a browser without script gets it. */
async function page(exhibitId: string): Promise<string> {
  const given = { params: Promise.resolve({ caseId, exhibitId }), searchParams: Promise.resolve({}) };
  const markup = await renderToReadableStream(createElement(() => CoverPage(given) as unknown as ReactElement));
  await markup.allReady;
  return (await new Response(markup).text()).replaceAll("<!-- -->", "");
}

describe("the page on which words are covered", () => {
  test("keeps the words folded until somebody asks, then shows marks, the cover with its reason, and how to take it back", async () => {
    const exhibitId = await addFile("note.txt", "I saw Thandi and uthandi today");
    await coverWords(worker.ctx, { exhibitId, words: "Thandi", kind: "child", reason: "her daughter" });
    const folded = await page(exhibitId);
    expect(folded).not.toContain("I saw");
    expect(folded).not.toMatch(/thandi/i);
    expect(folded).toContain("[covered: a child], her daughter, everywhere");
    expect(folded).toContain("Show the words");
    await revealExhibit(worker.ctx, { exhibitId, what: "text" });
    const open = await page(exhibitId);
    expect(open).toContain("<mark>[covered: a child]</mark>");
    expect(open).toContain("I saw ");
    expect(open).toContain("[covered: a child], her daughter, everywhere");
    expect(open).toContain("part of a longer word: uthandi.");
    expect(open).toContain("by Covering Example");
    expect(open).toContain("Remove<span");
  });

  test("shows what is printed beside the words, and says where a cover counts and that another is for this exhibit alone", async () => {
    const mail = [
      "From: a@mail.example",
      "Subject: You",
      "MIME-Version: 1.0",
      'Content-Type: multipart/mixed; boundary="b"',
      "",
      "--b",
      "Content-Type: text/plain",
      "",
      "one Lwazi",
      "two Lwazi",
      "--b",
      "Content-Type: application/octet-stream",
      'Content-Disposition: attachment; filename="uthandi-report.bin"',
      "",
      "x",
      "--b--",
      "",
    ];
    const exhibitId = await addFile("mail.eml", mail.join("\r\n"));
    await coverWords(worker.ctx, { exhibitId, words: "Lwazi", kind: "child", where: "one", place: "2" });
    await coverWords(worker.ctx, { exhibitId, words: "one", kind: "unrelated" });
    const before = { words: "two", kind: "child", place: 2, reading: newId() };
    await keepWordCover(worker.ctx, { exhibitId, ...before });
    await revealExhibit(worker.ctx, { exhibitId, what: "text" });
    const open = await page(exhibitId);
    expect(open).toContain("uthandi-report.bin");
    expect(open).toContain("[covered: a child], only in line 2");
    expect(open).toContain("[covered: a child], everywhere, since the file was read again: check number 2");
    expect(open.match(/Covered in this exhibit alone/g)).toHaveLength(2);
  });

  test("of a file without words says so, and offers no form", async () => {
    const html = await page(await addFile("data.bin", "\u0000\u0001\u0002"));
    expect(html).toContain("No text could be read from this file");
    expect(html).not.toContain("Words to cover");
  });
});

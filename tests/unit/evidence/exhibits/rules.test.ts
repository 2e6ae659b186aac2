import { describe, expect, test } from "vitest";
import { fileKindOf } from "@/lib/evidence/exhibits/labels";
import {
  contentDisposition,
  downloadName,
  exhibitFlagsOf,
  exhibitLabel,
  type FlaggedFacts,
  misnamedAs,
  packetShowing,
  safeFileName,
} from "@/lib/evidence/exhibits/rules";
import type { ExhibitLook } from "@/lib/evidence/exhibits/types";
import { instantOnWall, isZone } from "@/lib/platform/time/zone";

test.each([
  [1, "E-01"],
  [10, "E-10"],
  [123, "E-123"],
])("exhibit %i is %s", (number, label) => expect(exhibitLabel(number)).toBe(label));

describe("flags", () => {
  const whole: FlaggedFacts = {
    method: "screenshot",
    sourceUrl: "https://x.example/post/1",
    platform: "x",
    account: { platformId: "90417755" },
    capturedAt: new Date("2026-11-21T06:20:00Z"),
    capturedZone: "Africa/Johannesburg",
  };

  test.each<[string, Partial<FlaggedFacts>, string[]]>([
    ["nothing lacking", {}, []],
    ["no address", { sourceUrl: null }, ["needs_url"]],
    ["an account known by handle only", { account: { platformId: null } }, ["needs_account_id"]],
    ["no account", { account: null }, ["needs_account_id"]],
    ["no zone", { capturedZone: null }, ["needs_time"]],
    [
      "a bare screenshot",
      { sourceUrl: null, account: null, capturedAt: null },
      ["needs_url", "needs_account_id", "needs_time"],
    ],
    ["an export needs no address", { method: "native_export", sourceUrl: null }, []],
    ["a document needs neither", { method: "document", sourceUrl: null, account: null }, []],
  ])("%s", (_case, lacking, flags) => {
    expect(exhibitFlagsOf({ ...whole, ...lacking })).toEqual(flags);
  });
});

describe("the instant on a wall", () => {
  test.each([
    ["2026-11-20T23:14", "Africa/Johannesburg", "2026-11-20T21:14:00.000Z"],
    ["2026-11-20T16:14:09", "America/New_York", "2026-11-20T21:14:09.000Z"],
    ["2026-07-01T12:00", "America/New_York", "2026-07-01T16:00:00.000Z"],
    ["2026-11-01T01:30", "America/New_York", "2026-11-01T05:30:00.000Z"],
    ["2026-06-01T00:10", "Asia/Kathmandu", "2026-05-31T18:25:00.000Z"],
    ["2026-01-01T00:00", "Pacific/Kiritimati", "2025-12-31T10:00:00.000Z"],
    ["2026-02-28T23:59", "UTC", "2026-02-28T23:59:00.000Z"],
  ])("%s in %s", (local, zone, instant) => {
    expect(instantOnWall(local, zone)?.toISOString()).toBe(instant);
  });

  test.each([
    ["an hour that the clocks skipped", "2026-03-08T02:30", "America/New_York"],
    ["a day that is none", "2026-02-30T10:00", "UTC"],
    ["no zone", "2026-02-20T10:00", "Mars/Olympus"],
    ["an offset in place of a zone", "2026-02-20T10:00", "+02:00"],
    ["other text", "yesterday", "UTC"],
    ["a date alone", "2026-02-20", "UTC"],
  ])("refuses %s", (_why, local, zone) => expect(instantOnWall(local, zone)).toBeNull());

  test("knows zones by name only", () => {
    expect([isZone("Africa/Johannesburg"), isZone("UTC"), isZone(""), isZone("+02:00"), isZone("a/b")]).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
  });
});

describe("file names", () => {
  test.each([
    ["IMG 2231.jpg", "IMG 2231.jpg"],
    ["../../etc/passwd", "_.._etc_passwd"],
    ["..\\..\\boot.ini", "_.._boot.ini"],
    ["photo\u202Egpj.exe", "photogpj.exe"],
    ['a\r\nSet-Cookie: x="1"', "aSet-Cookie_ x=_1_"],
    ["", "file_"],
    ["...", "file_"],
    ["CON.txt", "file_CON.txt"],
    ["Isithombe 你好 🙂.png", "Isithombe 你好 🙂.png"],
    ["\u0000\u0007", "file_"],
  ])("%j becomes %j", (given, safe) => expect(safeFileName(given)).toBe(safe));

  test("a long name keeps its ending", () => {
    const safe = safeFileName(`${"你".repeat(400)}.jpeg`);
    expect([...safe]).toHaveLength(150);
    expect(safe.endsWith(".jpeg")).toBe(true);
  });

  test("a download carries the label", () => expect(downloadName(7, "a/b.png")).toBe("E-07_a_b.png"));

  test.each(['"; evil', "a\r\nb", "naïve’s (1).pdf", "你好.png", "\u202Etxt.exe"])(
    "the header for %j is one line of ASCII",
    (name) => {
      const header = contentDisposition(name);
      expect(header).toMatch(/^attachment; filename="[ !#-[\]-~]*"; filename\*=UTF-8''[A-Za-z0-9!#$&+.^_`|~%-]+$/);
      const encoded = header.slice(header.lastIndexOf("''") + 2);
      expect(decodeURIComponent(encoded)).toBe(safeFileName(name));
    },
  );
});

describe("a name that promises something else than the bytes are", () => {
  const look = (kind: ExhibitLook["kind"], mime = "", problem: ExhibitLook["problem"] = null): ExhibitLook => ({
    kind,
    mime,
    problem,
    width: null,
    height: null,
    pages: null,
  });

  test.each([
    ["IMG_2231.jpg", look("pdf"), "Named .jpg, but it is a PDF document"],
    ["letter.PDF", look("png"), "Named .pdf, but it is a PNG picture"],
    ["photo.png", look("jpeg"), "Named .png, but it is a JPEG picture"],
    ["invoice.pdf", look("other", "application/x-msdownload"), "Named .pdf, but it is a program"],
    ["invoice.pdf.exe.txt", look("other", "application/x-elf"), "Named .txt, but it is a program"],
    ["chat.txt", look("other", "application/zip"), "Named .txt, but it is a ZIP archive"],
    ["clip.mp4", look("text"), "Named .mp4, but it is plain text"],
    ["a.jpg", look("other", "application/octet-stream"), "Named .jpg, but it is something else"],
    ["mail.eml", look("other", "text/html"), "Named .eml, but it is a web page"],
  ])("%s is flagged", (name, seen, expected) => expect(misnamedAs(name, seen)).toBe(expected));

  test.each([
    ["IMG_2231.JPEG", look("jpeg")],
    ["scan.tif", look("tiff")],
    ["notes.log", look("text")],
    ["export.csv", look("text")],
    ["mail.txt", look("eml")],
    ["page.html", look("other", "text/html")],
    ["film.mov", look("other", "video/quicktime")],
    ["voice.m4a", look("other", "audio/x-m4a")],
    ["photo.heic", look("other", "image/heic")],
    ["chat.zip", look("other", "application/zip")],
    ["letter.docx", look("other", "application/vnd.openxmlformats-officedocument.wordprocessingml.document")],
    ["no ending", look("pdf")],
    [".jpg", look("pdf")],
    ["v1.2", look("pdf")],
    ["report.final", look("pdf")],
    ["empty.jpg", look("other", "application/x-empty", "empty")],
    ["waits.jpg", null],
  ])("%s is not", (name, seen) => expect(misnamedAs(name, seen)).toBeNull());
});

test("a saved page is not called a mail", () => {
  expect(fileKindOf({ kind: "eml", mime: "multipart/related" })).toBe("Saved web page (MHTML)");
  expect(fileKindOf({ kind: "eml", mime: "message/rfc822" })).toBe("E-mail");
});

describe("in a packet", () => {
  const look: ExhibitLook = { kind: "jpeg", mime: "image/jpeg", width: 10, height: 10, pages: 1, problem: null };

  const pdf = { kind: "pdf", mime: "application/pdf" } as const;
  const file = { kind: "other", mime: "application/octet-stream", pages: null } as const;

  test.each<[string, Partial<ExhibitLook>, string, string | null]>([
    ["a picture", {}, "pages", null],
    ["a PDF", { ...pdf, pages: 3 }, "pages", null],
    ["a PDF of more pages than are printed", { ...pdf, pages: 5000 }, "pages", "attached"],
    ["a PDF cut short that still shows pages", { ...pdf, pages: 3, problem: "truncated" }, "pages", "attached"],
    ["a truncated picture", { problem: "truncated" }, "cover_only", "stays"],
    ["a locked PDF", { ...pdf, pages: null, problem: "password_protected" }, "cover_only", "attached"],
    ["a mail", { kind: "eml", mime: "message/rfc822", pages: null }, "text", "attached"],
    ["a web page", file, "cover_only", "attached"],
    ["nothing", { ...file, problem: "empty" }, "cover_only", "attached"],
  ])("%s", (_what, found, shown, travels) => {
    const showing = packetShowing({ ...look, ...found }, 1000, 5000);
    expect(showing).toMatchObject({ shown, travels });
    if (shown === "cover_only") expect(showing.note).toMatch(/^\p{Lu}.+\.$/u);
  });

  test("a file over the limit does not travel inside, nor one that was masked, and one not looked into says so", () => {
    expect(packetShowing({ ...look, ...file }, 5001, 5000).travels).toBe("too_large");
    expect(packetShowing({ ...look, ...pdf, problem: "truncated" }, 1000, 5000, true).travels).toBeNull();
    expect(packetShowing(null, 1, 5000)).toMatchObject({ shown: "cover_only" });
  });

  test("an animation says that only its first frame is printed", () => {
    for (const kind of ["gif", "webp", "png"] as const) {
      expect(packetShowing({ ...look, kind, pages: 9 }, 1, 5).note).toContain("first frame");
      expect(packetShowing({ ...look, kind, pages: 1 }, 1, 5).note).toBeNull();
    }
  });

  test("a TIFF of more pages than are printed says which are not", () => {
    expect(packetShowing({ ...look, kind: "tiff", pages: 61 }, 1, 5).note).toBe("Pages 61 to 61 are not printed.");
  });
});

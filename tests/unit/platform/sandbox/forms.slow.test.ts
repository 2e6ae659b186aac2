import { degrees, PDFDocument, PDFName, PDFNumber, PDFString, StandardFonts } from "pdf-lib";
import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { cleanForm } from "@/lib/platform/sandbox/clean-form";
import { fillForm } from "@/lib/platform/sandbox/fill-form";
import { readPdfWords } from "@/lib/platform/sandbox/read-pdf-words";
import { sandbox } from "@/lib/platform/sandbox/sandbox";
import { activeForm, formFile } from "@/tests/support/form-file";

const fileOf = (bytes: Uint8Array) => ({
  size: bytes.byteLength,
  open: async () => new Blob([Buffer.from(bytes)]).stream(),
});

async function clean(bytes: Uint8Array, maxPages = 40) {
  const form = await cleanForm(fileOf(bytes), maxPages);
  if ("refused" in form) throw new Error(form.refused);
  return form;
}

describe("an empty form of a stranger", () => {
  test("says its pages and where each of its fields stands", async () => {
    const form = await clean(await formFile());
    expect(form.pages).toEqual([{ width: 595, height: 842 }]);
    expect(form.removed).toEqual([]);
    expect(form.fields.map(({ name, kind, option, multiline }) => [name, kind, option, multiline])).toEqual([
      ["applicant", "text", null, false],
      ["story", "text", null, true],
      ["urgent", "check", null, false],
      ["language", "radio", "English", false],
      ["language", "radio", "isiZulu", false],
    ]);
    expect(form.fields[0]).toMatchObject({ page: 1, y: 842 - 718 - 20.5, h: 21 });
  });

  test("loses what runs, fetches or is carried along, down to its bytes", async () => {
    const form = await clean(await activeForm());
    expect(form.removed).toEqual(["actions", "files", "links", "scripts"]);
    const kept = await PDFDocument.load(form.bytes);
    const all = kept.context
      .enumerateIndirectObjects()
      .map(([, object]) => String(object))
      .join("\n");
    expect(all).not.toMatch(/JavaScript|\/JS|Launch|EmbeddedFile|OpenAction|stranger|calc/i);
    expect(form.fields).toHaveLength(5);
  });

  test("is refused when it is no PDF, has a password, has too many pages, or is nothing but a program", async () => {
    const refused = async (bytes: Uint8Array, maxPages = 40) => cleanForm(fileOf(bytes), maxPages);
    expect(await refused(Buffer.from("<html>no form</html>"))).toEqual({ refused: "not_pdf" });
    expect(await refused(Buffer.from("%PDF-1.7\nnothing that follows is one"))).toEqual({ refused: "unreadable" });
    expect(await refused(await formFile((document) => void document.addPage()), 1)).toEqual({
      refused: "too_many_pages",
    });
    const locked = await formFile(({ context }) => {
      context.trailerInfo.Encrypt = context.register(context.obj({ Filter: "Standard", V: 2, R: 3 }));
    });
    expect(await refused(locked)).toEqual({ refused: "password_protected" });
    const dynamic = await PDFDocument.create();
    dynamic.addPage();
    dynamic.catalog.set(PDFName.of("AcroForm"), dynamic.context.obj({ XFA: PDFString.of("<xdp/>"), Fields: [] }));
    expect(await refused(await dynamic.save())).toEqual({ refused: "xfa_only" });
  });

  test("that points at itself without end ends", async () => {
    const round = await formFile(({ context, catalog }) => {
      const ref = context.nextRef();
      context.assign(ref, context.obj({ Parent: ref, Kids: [ref], A: ref }));
      catalog.set(PDFName.of("PieceInfo"), ref);
      catalog.set(PDFName.of("Round"), ref);
    });
    expect((await clean(round)).fields).toHaveLength(5);
  });
});

describe("a filled form", () => {
  test("has the words laid over it, its ticks and its own words, and no field", async () => {
    const form = await clean(await formFile());
    const overlay = await PDFDocument.create();
    const font = await overlay.embedFont(StandardFonts.Helvetica);
    overlay.addPage([595, 842]).drawText("Nomvula Example", { x: 162, y: 724, size: 10, font });
    const behind = await PDFDocument.create();
    behind.addPage().drawText("The rest of it", { font: await behind.embedFont(StandardFonts.Helvetica) });
    const made = await fillForm({
      form: form.bytes,
      overlay: await overlay.save(),
      behind: await behind.save(),
      ticks: [
        { field: "urgent", option: null },
        { field: "language", option: "isiZulu" },
      ],
      emptied: ["applicant"],
    });
    if (!made) throw new Error("not made");
    expect(made.pages).toBe(2);
    const words = await readPdfWords(fileOf(made.bytes));
    expect(words?.[0]).toContain("Application to the Invented Office");
    expect(words?.[0]).toContain("Nomvula Example");
    expect(words?.[1]).toContain("The rest of it");
    const kept = await PDFDocument.load(made.bytes);
    expect(kept.catalog.has(PDFName.of("AcroForm"))).toBe(false);
    expect(kept.getPage(0).node.Annots()).toBeUndefined();
  });

  test.each([0, 90, 180, 270])(
    "whose page is turned by %i degrees is written on where a person sees the place",
    async (turn) => {
      const empty = await formFile((document) => {
        const page = document.getPage(0);
        const field = document.getForm().getTextField("applicant");
        field.acroField.getWidgets()[0]?.getOrCreateAppearanceCharacteristics().setBackgroundColor([1, 0, 0]);
        field.setText("");
        page.setRotation(degrees(turn));
        page.node.set(PDFName.of("CropBox"), document.context.obj([20, 30, 580, 800].map((n) => PDFNumber.of(n))));
      });
      const form = await clean(empty);
      const [page] = form.pages;
      const place = form.fields.find(({ name }) => name === "applicant");
      if (!page || !place) throw new Error("no field");
      expect(page).toEqual(turn % 180 === 0 ? { width: 560, height: 770 } : { width: 770, height: 560 });
      const overlay = await PDFDocument.create();
      overlay
        .addPage([page.width, page.height])
        .drawRectangle({ x: place.x, y: page.height - place.y - place.h, width: place.w / 2, height: place.h });
      const made = await fillForm({
        form: form.bytes,
        overlay: await overlay.save(),
        behind: null,
        ticks: [],
        emptied: [],
      });
      const { rendering } = await sandbox.renderPages(fileOf(made?.bytes ?? new Uint8Array()), {
        maxPages: 1,
        dpi: 72,
      });
      if (rendering.kind !== "pages" || !rendering.pages[0]) throw new Error("not drawn");
      const picture = sharp(rendering.pages[0].bytes);
      const [width, height] = [place.w / 2 - 8, place.h - 8].map(Math.round);
      const colour = async (x: number) => {
        const left = Math.round(x + 4);
        const box = {
          left,
          top: Math.round(place.y + 4),
          width: Math.max(4, width ?? 0),
          height: Math.max(4, height ?? 0),
        };
        const { channels } = await sharp(await picture.clone().extract(box).png().toBuffer()).stats();
        return channels.map(({ mean }) => (mean > 128 ? 1 : 0)).join("");
      };
      expect(await colour(place.x)).toBe("000");
      expect(await colour(place.x + place.w / 2)).toBe("100");
    },
  );
});

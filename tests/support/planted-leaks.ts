import {
  PDFArray,
  PDFDocument,
  type PDFFont,
  PDFHexString,
  PDFName,
  type PDFPage,
  PDFString,
  StandardFonts,
} from "pdf-lib";
import sharp from "sharp";

export const street = "14 Nergens Street";
const picture = () => sharp({ create: { width: 32, height: 32, channels: 3, background: "white" } });

/** A JPEG with a segment of its own behind the first bytes. */
async function jpegWith(kind: number, content: Buffer): Promise<Buffer> {
  const plain = await picture().jpeg().toBuffer();
  const head = Buffer.from([0xff, kind, (content.length + 2) >> 8, (content.length + 2) & 0xff]);
  return Buffer.concat([plain.subarray(0, 2), head, content, plain.subarray(2)]);
}

const exif = (fields: Record<string, string>, more: Record<string, Record<string, string>> = {}) =>
  picture()
    .withExif({ IFD0: fields, ...more })
    .jpeg()
    .toBuffer();

type Made = { doc: PDFDocument; page: PDFPage; font: PDFFont };
type Plant = (made: Made) => Promise<void> | void;

export async function fileWith(plant: Plant, useObjectStreams = true): Promise<Uint8Array> {
  const doc = await PDFDocument.create();
  const font = await doc.embedFont(StandardFonts.Helvetica);
  doc.addPage().drawText("A first page.", { font });
  const page = doc.addPage();
  page.drawText("Nothing to see.", { font });
  await plant({ doc, page, font });
  return doc.save({ useObjectStreams });
}

const shown = async ({ doc, page }: Made, bytes: Uint8Array) =>
  page.drawImage(await doc.embedJpg(Uint8Array.from(bytes)), { x: 9, y: 9 });
const add = ({ doc }: Made, dict: Record<string, unknown>) => doc.context.register(doc.context.obj(dict as never));
export const attach = ({ doc }: Made, name: string, bytes: Uint8Array, description = "a file") =>
  doc.attach(Uint8Array.from(bytes), name, { mimeType: "application/octet-stream", description });

export const plants: [what: string, where: string, kind: string, plant: Plant][] = [
  ["a caption", "page 2", "address", ({ page, font }) => page.drawText(`Figure 1: ${street}`, { font, y: 40 })],
  [
    "an address over two lines",
    "page 2",
    "address",
    ({ page, font }) => page.drawText("to 14\nNergens\nStreet today", { font, y: 300, lineHeight: 20 }),
  ],
  [
    "letters drawn apart",
    "page 2",
    "address",
    ({ page, font }) => {
      for (const [i, sign] of [...street].entries()) page.drawText(sign, { font, x: 40 + i * 21, y: 100, size: 9 });
    },
  ],
  [
    "a table that is drawn row by row",
    "page 2",
    "address",
    ({ page, font }) => {
      for (const [i, [left = "", right = ""]] of [
        ["14", "one"],
        ["Nergens", "two"],
        ["Street", "three"],
      ].entries()) {
        page.drawText(left, { font, x: 50, y: 200 - i * 20, size: 10 });
        page.drawText(right, { font, x: 300, y: 200 - i * 20, size: 10 });
      }
    },
  ],
  ["the title", "the document’s information (Title)", "address", ({ doc }) => doc.setTitle(`For ${street}`)],
  ["the author", "the document’s information (Author)", "name", ({ doc }) => doc.setAuthor("Nomvula Voorbeeld")],
  [
    "the name of an attachment",
    "the name of an attachment",
    "address",
    (made) => attach(made, "14_nergens_street.png", Buffer.from("x")),
  ],
  [
    "the description of an attachment",
    "the description of an attachment",
    "phone number",
    (made) => attach(made, "a.txt", Buffer.from("x"), "call 082 000 0147"),
  ],
  [
    "the text of an attachment",
    "inside attachment 1",
    "name",
    (made) => attach(made, "a.txt", Buffer.from("from nvoorbeeld to you")),
  ],
  [
    "a message export",
    "inside attachment 1",
    "address",
    (made) => attach(made, "a.json", Buffer.from('{"text":"14 Nergens Str\\u0065et"}')),
  ],
  [
    "a mail",
    "inside attachment 1",
    "phone number",
    (made) =>
      attach(
        made,
        "a.eml",
        Buffer.from(`Subject: x\r\n\r\n${Buffer.from("please call 082 000 0147 now").toString("base64")}`),
      ),
  ],
  [
    "a long attachment, far behind",
    "inside attachment 1",
    "address",
    (made) =>
      attach(made, "a.bin", Buffer.concat([Buffer.alloc(700_000, 200), Buffer.from(street), Buffer.alloc(9000, 201)])),
  ],
  [
    "the words in two bytes a letter",
    "inside attachment 1",
    "address",
    (made) => attach(made, "a.csv", Buffer.from(`a;b\n${street};c\n`.repeat(9), "utf16le")),
  ],
  [
    "the comment of a JPEG",
    "the metadata of a picture on page 2",
    "address",
    async (made) => shown(made, await jpegWith(0xfe, Buffer.from(`taken at ${street}`))),
  ],
  [
    "XMP of a JPEG",
    "the metadata of a picture on page 2",
    "name",
    async (made) =>
      shown(
        made,
        await jpegWith(0xe1, Buffer.from("http://ns.adobe.com/xap/1.0/\0<rdf:li>Nomvula&#32;Voorbeeld</rdf:li>")),
      ),
  ],
  [
    "IPTC of a JPEG",
    "the metadata of a picture on page 2",
    "address",
    async (made) =>
      shown(
        made,
        await jpegWith(0xed, Buffer.from(`Photoshop 3.0\x008BIM\x04\x04\0\0\0\0\0\x20\x1c\x02\x78\0\x11${street}`)),
      ),
  ],
  [
    "the artist of a picture",
    "the metadata of a picture on page 2",
    "name",
    async (made) => shown(made, await exif({ Artist: "Nomvula" })),
  ],
  [
    "the comment of a user in EXIF",
    "the metadata of a picture on page 2",
    "address",
    async (made) => shown(made, await exif({}, { IFD2: { UserComment: `at ${street}` } })),
  ],
  [
    "an XP comment in EXIF",
    "the metadata of a picture on page 2",
    "name",
    async (made) => shown(made, await jpegWith(0xe1, exifWithXp("Nomvula Voorbeeld"))),
  ],
  [
    "where a picture was taken",
    "the metadata of a picture on page 2",
    "position (GPS)",
    async (made) => shown(made, await exif({}, { IFD3: { GPSLatitudeRef: "S", GPSLatitude: "33/1 55/1 0/1" } })),
  ],
  [
    "bytes behind a picture",
    "the metadata of a picture on page 2",
    "address",
    async (made) => shown(made, Buffer.concat([await picture().jpeg().toBuffer(), Buffer.from(`xx ${street} xx`)])),
  ],
  [
    "an attached photograph",
    "inside attachment 1",
    "address",
    async (made) => attach(made, "p.jpg", await jpegWith(0xfe, Buffer.from(street))),
  ],
  ["an attached PNG", "inside attachment 1", "address", async (made) => attach(made, "p.png", await pngWith(street))],
  [
    "XMP of the file",
    "the metadata (XMP)",
    "address",
    (made) => {
      const { doc } = made;
      const stream = doc.context.stream(`<x:xmpmeta><dc:title>${street}</dc:title></x:xmpmeta>`, {
        Type: "Metadata",
        Subtype: "XML",
      });
      doc.catalog.set(PDFName.of("Metadata"), doc.context.register(stream));
    },
  ],
  [
    "a title of the outline",
    "the outline",
    "address",
    (made) => {
      add(made, { Title: PDFHexString.fromText(`7 ${street}`), Parent: made.doc.catalog, Dest: [] });
    },
  ],
  [
    "an alternative text",
    "an alternative text on page 2",
    "name",
    (made) => {
      add(made, {
        Type: "StructElem",
        S: "Figure",
        Pg: made.page.ref,
        Alt: PDFHexString.fromText("Photograph of Nomvula Voorbeeld"),
      });
    },
  ],
  [
    "a title in the structure",
    "the structure on page 2",
    "address",
    (made) => {
      add(made, { Type: "StructElem", S: "Sect", Pg: made.page.ref, T: PDFString.of(street) });
    },
  ],
  [
    "a replacement text",
    "page 2",
    "address",
    (made) => {
      const content = `/Span <</ActualText (${street})>> BDC EMC`;
      const stream = made.doc.context.register(made.doc.context.flateStream(content));
      const list = made.page.node.Contents();
      if (list instanceof PDFArray) list.push(stream);
    },
  ],
  [
    "the target of a link",
    "the target of a link on page 2",
    "e-mail address",
    (made) => {
      const link = add(made, {
        Type: "Annot",
        Subtype: "Link",
        Rect: [0, 0, 9, 9],
        A: { S: "URI", URI: PDFString.of("mailto:nomvula.v82%40client.example") },
      });
      made.page.node.set(PDFName.of("Annots"), made.doc.context.obj([link]));
    },
  ],
  [
    "a form field",
    "a form field",
    "identity number",
    ({ doc, page }) => {
      const field = doc.getForm().createTextField("one");
      field.addToPage(page);
      field.setText("000101 0000 080");
    },
  ],
];

function exifWithXp(text: string): Buffer {
  const value = Buffer.from(`${text}\0`, "utf16le");
  const head = Buffer.alloc(8 + 2 + 12 + 4);
  head.write("II*\0", 0, "latin1");
  head.writeUInt32LE(8, 4);
  head.writeUInt16LE(1, 8);
  head.writeUInt16LE(0x9c9c, 10);
  head.writeUInt16LE(1, 12);
  head.writeUInt32LE(value.length, 14);
  head.writeUInt32LE(head.length, 18);
  return Buffer.concat([Buffer.from("Exif\0\0"), head, value]);
}

async function pngWith(text: string): Promise<Buffer> {
  const plain = await picture().png().toBuffer();
  const body = Buffer.from(`Comment\0${text}`);
  const chunk = Buffer.concat([Buffer.alloc(4), Buffer.from("tEXt"), body, Buffer.alloc(4)]);
  chunk.writeUInt32BE(body.length, 0);
  return Buffer.concat([plain.subarray(0, 33), chunk, plain.subarray(33)]);
}

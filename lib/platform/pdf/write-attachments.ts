import { type PDFDocument, PDFHexString, PDFName, type PDFRef, PDFString } from "pdf-lib";
import { PartsStream } from "./parts-stream";

export type Attachment = { name: string; bytes: Uint8Array; mimeType: string; description: string };

/**
 * Puts files into the PDF as they are, with no compression: evidence is mostly compressed already, and what
 * comes out has to equal what went in. Names are sorted, as the format asks.
 */
export function writeAttachments(doc: PDFDocument, attachments: readonly Attachment[], at: Date): void {
  if (attachments.length === 0) return;
  const sorted = [...attachments].sort((a, b) => (a.name < b.name ? -1 : 1));
  const specs = sorted.map((file) => [PDFHexString.fromText(file.name), specOf(doc, file, at)] as const);
  const names = doc.context.obj({ EmbeddedFiles: { Names: specs.flat() } });
  doc.catalog.set(PDFName.of("Names"), names);
  doc.catalog.set(PDFName.of("AF"), doc.context.obj(specs.map(([, ref]) => ref)));
}

function specOf(doc: PDFDocument, file: Attachment, at: Date): PDFRef {
  const { context } = doc;
  const date = PDFString.fromDate(at);
  const dict = context.obj({
    Type: "EmbeddedFile",
    Subtype: file.mimeType,
    Params: { Size: file.bytes.length, CreationDate: date, ModDate: date },
  });
  const stream = context.register(PartsStream.of(dict, [file.bytes]));
  return context.register(
    context.obj({
      Type: "Filespec",
      F: PDFString.of(file.name),
      UF: PDFHexString.fromText(file.name),
      Desc: PDFHexString.fromText(file.description),
      EF: { F: stream, UF: stream },
      AFRelationship: "Source",
    }),
  );
}

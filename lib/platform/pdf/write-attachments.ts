import { type PDFDocument, PDFHexString, PDFName, type PDFRef, PDFString } from "pdf-lib";
import { PartsStream } from "./parts-stream";

/** A file that goes into the PDF as it is. `size` in bytes; `open` gives the same bytes each time it is asked. */
export type Attachment = {
  name: string;
  size: number;
  open: () => AsyncIterable<Uint8Array>;
  mimeType: string;
  description: string;
};

/**
 * Puts files into the PDF as they are, with no compression: evidence is mostly compressed already, and what
 * comes out has to equal what went in. Names are sorted, as the format asks.
 */
export async function writeAttachments(doc: PDFDocument, attachments: readonly Attachment[], at: Date): Promise<void> {
  if (attachments.length === 0) return;
  const sorted = [...attachments].sort((a, b) => (a.name < b.name ? -1 : 1));
  const specs: [PDFHexString, PDFRef][] = [];
  for (const file of sorted) specs.push([PDFHexString.fromText(file.name), await specOf(doc, file, at)]);
  const names = doc.context.obj({ EmbeddedFiles: { Names: specs.flat() } });
  doc.catalog.set(PDFName.of("Names"), names);
  doc.catalog.set(PDFName.of("AF"), doc.context.obj(specs.map(([, ref]) => ref)));
}

async function specOf(doc: PDFDocument, file: Attachment, at: Date): Promise<PDFRef> {
  const { context } = doc;
  const parts: Uint8Array[] = [];
  for await (const part of file.open()) parts.push(part);
  const date = PDFString.fromDate(at);
  const dict = context.obj({
    Type: "EmbeddedFile",
    Subtype: file.mimeType,
    Params: { Size: file.size, CreationDate: date, ModDate: date },
  });
  const stream = context.register(PartsStream.of(dict, parts));
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

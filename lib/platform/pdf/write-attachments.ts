import { PDFHexString, type PDFRef, PDFString } from "pdf-lib";
import type { ObjectFile } from "./object-file";
import { cut, printable } from "./unprintable";

/** A file attached to the PDF unchanged. `size` in bytes; `open` returns the same bytes each time. */
export type Attachment = {
  name: string;
  size: number;
  open: () => AsyncIterable<Uint8Array>;
  mimeType: string;
  description: string;
};

/** What the catalog says of attached files: their names, and which of them belong to the document. */
export type AttachedRefs = { names: [PDFHexString, PDFRef][] };

/**
 * Attaches files unchanged, one after another as streams, without compression: evidence is mostly compressed already,
 * and the output must equal the input. Names are sorted, as the format requires.
 */
export async function* writeAttachments(
  file: ObjectFile,
  attachments: readonly Attachment[],
  at: Date,
): AsyncGenerator<Uint8Array, AttachedRefs> {
  const sorted = [...attachments].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  const names: [PDFHexString, PDFRef][] = [];
  for (const attachment of sorted)
    names.push([PDFHexString.fromText(attachment.name), yield* writeOne(file, attachment, at)]);
  return { names };
}

async function* writeOne(file: ObjectFile, attachment: Attachment, at: Date): AsyncGenerator<Uint8Array, PDFRef> {
  const { context } = file;
  const date = PDFString.fromDate(at);
  const dict = context.obj({
    Type: "EmbeddedFile",
    Subtype: attachment.mimeType,
    Params: { Size: attachment.size, CreationDate: date, ModDate: date },
  });
  const stream = file.nextRef();
  yield* file.through(dict, attachment.open(), attachment.size, stream);
  return file.add(
    context.obj({
      Type: "Filespec",
      F: PDFHexString.fromText(attachment.name),
      UF: PDFHexString.fromText(attachment.name),
      Desc: PDFHexString.fromText(cut(printable(attachment.description), 1000)),
      EF: { F: stream, UF: stream },
      AFRelationship: "Source",
    }),
  );
}

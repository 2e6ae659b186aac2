import { PDFArray, PDFHexString, type PDFRef, PDFString } from "pdf-lib";
import type { DocumentPlan } from "./blocks";
import { colourProfile } from "./colour-profile";
import type { ObjectFile } from "./object-file";
import { cut, printable } from "./unprintable";

/** Which archive format (ISO 19005) the file says that it keeps to; null when an image keeps it from being one. */
export type Conformance = { part: 1 | 3; level: "A" | "B" | "U" } | null;

const maker = "Crossdocket";

/** Title, author and dates, where older readers look for them. */
export function writeInfo(file: ObjectFile, meta: DocumentPlan["meta"]): PDFRef {
  const date = PDFString.fromDate(meta.at);
  return file.add(
    file.context.obj({
      Title: PDFHexString.fromText(titleOf(meta)),
      Author: PDFHexString.fromText(authorOf(meta)),
      Creator: PDFHexString.fromText(maker),
      Producer: PDFHexString.fromText(maker),
      CreationDate: date,
      ModDate: date,
    }),
  );
}

/** The same as XMP, not compressed, so that any program can find it, with what the file keeps to. */
export function writeXmp(file: ObjectFile, meta: DocumentPlan["meta"], conformance: Conformance): PDFRef {
  const dict = file.context.obj({ Type: "Metadata", Subtype: "XML" });
  return file.stream(dict, [Buffer.from(xmpOf(meta, conformance), "utf8")]);
}

/** What the colours of the file mean: sRGB, by a profile inside the file. */
export function writeOutputIntent(file: ObjectFile): PDFRef {
  const profile = file.deflated(file.context.obj({ N: 3, Alternate: "DeviceRGB" }), colourProfile());
  return file.add(
    file.context.obj({
      Type: "OutputIntent",
      S: "GTS_PDFA1",
      OutputConditionIdentifier: PDFString.of("sRGB IEC61966-2.1"),
      Info: PDFString.of("sRGB IEC61966-2.1"),
      RegistryName: PDFString.of("http://www.color.org"),
      DestOutputProfile: profile,
    }),
  );
}

/** Twice the same: the file was never changed after it was made. */
export function idOf(file: ObjectFile, id: Uint8Array): PDFArray {
  const ids = PDFArray.withContext(file.context);
  const hexString = PDFHexString.of(Buffer.from(id).toString("hex"));
  ids.push(hexString);
  ids.push(hexString);
  return ids;
}

function xmpOf(meta: DocumentPlan["meta"], conformance: Conformance): string {
  const at = meta.at.toISOString().replace(/\.\d+Z$/, "Z");
  const id = Buffer.from(meta.id).toString("hex").padEnd(32, "0").slice(0, 32);
  const uuid = id.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
  const claim = conformance
    ? `<pdfaid:part>${conformance.part}</pdfaid:part><pdfaid:conformance>${conformance.level}</pdfaid:conformance>`
    : "";
  return `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
${claim}
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${xml(titleOf(meta))}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>${xml(authorOf(meta))}</rdf:li></rdf:Seq></dc:creator>
<dc:language><rdf:Bag><rdf:li>${xml(meta.language)}</rdf:li></rdf:Bag></dc:language>
${relationOf(meta)}<xmp:CreatorTool>${maker}</xmp:CreatorTool><xmp:CreateDate>${at}</xmp:CreateDate><xmp:ModifyDate>${at}</xmp:ModifyDate><xmp:MetadataDate>${at}</xmp:MetadataDate>
<pdf:Producer>${maker}</pdf:Producer>
<xmpMM:DocumentID>uuid:${uuid}</xmpMM:DocumentID>
</rdf:Description>
</rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>`;
}

/** To which other document it belongs, for machines. */
function relationOf({ relation }: DocumentPlan["meta"]): string {
  return relation ? `<dc:relation><rdf:Bag><rdf:li>${xml(line(relation))}</rdf:li></rdf:Bag></dc:relation>\n` : "";
}

function titleOf(meta: DocumentPlan["meta"]): string {
  return line(meta.title);
}

function authorOf(meta: DocumentPlan["meta"]): string {
  return line(meta.author);
}

/** One line that fits both encodings. */
function line(text: string): string {
  return cut(printable(text).replace(/\s+/g, " ").trim(), 500);
}

function xml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

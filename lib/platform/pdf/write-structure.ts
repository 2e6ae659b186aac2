import { PDFHexString, PDFName, type PDFObject, type PDFRef } from "pdf-lib";
import type { Sheet } from "./flow";
import type { ObjectFile } from "./object-file";
import { Part } from "./structure";
import { cut, printable } from "./unprintable";
import { wholeNumber } from "./whole-number";

/** The annotations of each page, in the order of its links; null where a link leads nowhere. */
export type Written = { pages: readonly PDFRef[]; links: readonly (readonly (PDFRef | null)[])[] };

/** The key under which the tree finds the part of a link: pages come first, then the links one after another. */
export function linkKey(sheets: readonly Sheet[], page: number, link: number): number {
  return sheets.slice(0, page).reduce((sum, sheet) => sum + sheet.links.length, sheets.length) + link;
}

/** Writes what the document is made of, for one who reads it by ear, and the way back from content to parts. */
export function writeStructure(file: ObjectFile, root: Part, sheets: readonly Sheet[], written: Written): PDFRef {
  const top = file.nextRef();
  const refs = new Map<Part, PDFRef>();
  const refOf = (part: Part): PDFRef => {
    const ref = refs.get(part) ?? file.nextRef();
    refs.set(part, ref);
    return ref;
  };
  writePart(file, root, top, { refOf, written });
  const nums: (PDFObject | (PDFRef | null)[] | null)[] = sheets.flatMap((sheet, i) => [
    wholeNumber(i),
    sheet.parts.map((part) => refs.get(part) ?? null),
  ]);
  let key = sheets.length;
  for (const sheet of sheets)
    for (const link of sheet.links) nums.push(wholeNumber(key++), (link.part && refs.get(link.part)) ?? null);
  file.add(
    file.context.obj({
      Type: "StructTreeRoot",
      K: [refOf(root)],
      ParentTree: file.add(file.context.obj({ Nums: nums })),
      ParentTreeNextKey: key,
    }),
    top,
  );
  return top;
}

type Means = { refOf: (part: Part) => PDFRef; written: Written };

function writePart(file: ObjectFile, part: Part, parent: PDFRef, means: Means): void {
  const ref = means.refOf(part);
  const { context } = file;
  const first = part.kids.find((kid) => "mark" in kid);
  const home = first && "mark" in first ? first.page : null;
  const kids = part.kids.flatMap((kid): PDFObject[] => {
    if (kid instanceof Part) return [means.refOf(kid)];
    const page = means.written.pages[kid.page];
    if (!page) throw new Error(`there is no page ${kid.page + 1}`);
    if ("mark" in kid) {
      const mark = wholeNumber(kid.mark);
      return [kid.page === home ? mark : context.obj({ Type: "MCR", Pg: page, MCID: mark })];
    }
    const link = means.written.links[kid.page]?.[kid.link];
    return link ? [context.obj({ Type: "OBJR", Pg: page, Obj: link })] : [];
  });
  const dict = context.obj({ Type: "StructElem", S: part.tag, P: parent });
  if (kids.length > 0) dict.set(PDFName.of("K"), context.obj(kids));
  const page = home === null ? undefined : means.written.pages[home];
  if (page) dict.set(PDFName.of("Pg"), page);
  const { alt, scope, columns, box } = part.facts;
  if (alt) dict.set(PDFName.of("Alt"), PDFHexString.fromText(cut(printable(alt), 2000)));
  if (scope || columns) {
    const span = columns && columns > 1 ? { ColSpan: columns } : {};
    dict.set(PDFName.of("A"), context.obj({ O: "Table", ...(scope ? { Scope: scope } : {}), ...span }));
  }
  if (box) dict.set(PDFName.of("A"), context.obj({ O: "Layout", Placement: "Block", BBox: [...box] }));
  file.add(dict, ref);
  for (const kid of part.kids) if (kid instanceof Part) writePart(file, kid, ref, means);
}

import { type PDFDict, type PDFDocument, PDFHexString, PDFName, PDFNumber, type PDFPage, type PDFRef } from "pdf-lib";
import type { OutlineEntry } from "./blocks";
import { page } from "./style";

type Node = { entry: OutlineEntry; ref: PDFRef; children: Node[] };

/** Writes the nested outline: first-level entries with their second-level entries under them. */
export function writeOutline(doc: PDFDocument, entries: readonly OutlineEntry[], sheets: readonly PDFPage[]): void {
  if (entries.length === 0) return;
  const roots: Node[] = [];
  for (const entry of entries) {
    const node: Node = { entry, ref: doc.context.nextRef(), children: [] };
    const parent = roots.at(-1);
    if (entry.level === 2 && parent) parent.children.push(node);
    else roots.push(node);
  }
  const root = doc.context.nextRef();
  const dict = doc.context.obj({ Type: "Outlines", Count: roots.length });
  ends(dict, roots);
  doc.context.assign(root, dict);
  for (const [i, node] of roots.entries()) writeNode(doc, node, root, roots[i - 1], roots[i + 1], sheets);
  doc.catalog.set(PDFName.of("Outlines"), root);
  doc.catalog.set(PDFName.of("PageMode"), PDFName.of("UseOutlines"));
}

function ends(dict: PDFDict, nodes: readonly Node[]): void {
  const [first, last] = [nodes[0], nodes.at(-1)];
  if (first) dict.set(PDFName.of("First"), first.ref);
  if (last) dict.set(PDFName.of("Last"), last.ref);
}

function writeNode(
  doc: PDFDocument,
  node: Node,
  parent: PDFRef,
  before: Node | undefined,
  after: Node | undefined,
  sheets: readonly PDFPage[],
): void {
  const { entry, ref, children } = node;
  const target = sheets[entry.page - 1];
  const dict = doc.context.obj({
    Title: PDFHexString.fromText(entry.no ? `${entry.no} ${entry.title}` : entry.title),
    Parent: parent,
    ...(target ? { Dest: [target.ref, "XYZ", null, page.height - entry.y + 12, null] } : {}),
  });
  if (before) dict.set(PDFName.of("Prev"), before.ref);
  if (after) dict.set(PDFName.of("Next"), after.ref);
  if (children.length > 0) {
    ends(dict, children);
    // Closed at first: a long request should not fill the reader's panel.
    dict.set(PDFName.of("Count"), PDFNumber.of(-children.length));
  }
  doc.context.assign(ref, dict);
  for (const [i, child] of children.entries()) writeNode(doc, child, ref, children[i - 1], children[i + 1], sheets);
}

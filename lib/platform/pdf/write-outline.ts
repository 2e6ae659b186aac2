import { type PDFDict, PDFHexString, PDFName, PDFNumber, type PDFRef } from "pdf-lib";
import type { OutlineEntry } from "./blocks";
import type { ObjectFile } from "./object-file";
import type { Paper } from "./style";
import { cut, printable } from "./unprintable";

type Node = { entry: OutlineEntry; ref: PDFRef; children: Node[] };

/** Writes the nested outline: first-level entries with their second-level entries under them. Null when it is empty. */
export function writeOutline(
  file: ObjectFile,
  entries: readonly OutlineEntry[],
  { pages, paper }: { pages: readonly PDFRef[]; paper: Paper },
): PDFRef | null {
  if (entries.length === 0) return null;
  const roots: Node[] = [];
  for (const entry of entries) {
    const node: Node = { entry, ref: file.nextRef(), children: [] };
    const parent = roots.at(-1);
    if (entry.level === 2 && parent) parent.children.push(node);
    else roots.push(node);
  }
  const dict = file.context.obj({ Type: "Outlines", Count: roots.length });
  ends(dict, roots);
  const root = file.add(dict);
  for (const [i, node] of roots.entries()) writeNode(file, node, root, roots[i - 1], roots[i + 1], { pages, paper });
  return root;
}

function ends(dict: PDFDict, nodes: readonly Node[]): void {
  const first = nodes[0];
  const last = nodes.at(-1);
  if (first) dict.set(PDFName.of("First"), first.ref);
  if (last) dict.set(PDFName.of("Last"), last.ref);
}

function writeNode(
  file: ObjectFile,
  node: Node,
  parent: PDFRef,
  before: Node | undefined,
  after: Node | undefined,
  { pages, paper }: { pages: readonly PDFRef[]; paper: Paper },
): void {
  const { entry, ref, children } = node;
  const target = pages[entry.page - 1];
  const title = entry.no ? `${entry.no} ${entry.title}` : entry.title;
  const dict = file.context.obj({
    Title: PDFHexString.fromText(cut(printable(title), 300)),
    Parent: parent,
    ...(target ? { Dest: [target, "XYZ", null, paper.height - entry.y + 12, null] } : {}),
  });
  if (before) dict.set(PDFName.of("Prev"), before.ref);
  if (after) dict.set(PDFName.of("Next"), after.ref);
  if (children.length > 0) {
    ends(dict, children);
    // Closed at first: a long request should not fill the reader's panel.
    dict.set(PDFName.of("Count"), PDFNumber.of(-children.length));
  }
  file.add(dict, ref);
  for (const [i, child] of children.entries())
    writeNode(file, child, ref, children[i - 1], children[i + 1], { pages, paper });
}

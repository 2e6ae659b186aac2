import { PDFName, type PDFRef, PDFString } from "pdf-lib";
import type { DocumentPlan } from "./blocks";
import type { Roots } from "./object-file";
import type { AttachedRefs } from "./write-attachments";
import { type Conformance, idOf, writeInfo, writeOutputIntent, writeXmp } from "./write-metadata";
import { writeOutline } from "./write-outline";
import type { Setting } from "./write-sheet";
import { writeStructure } from "./write-structure";

type Given = { conformance: Conformance; attached: AttachedRefs; field: PDFRef | undefined };

/** Writes what holds the file together: the tree of pages, the outline, what the file says of itself, the catalog. */
export function writeRoots(setting: Setting, plan: DocumentPlan, { conformance, attached, field }: Given): Roots {
  const { file, pages, tree } = setting;
  const { context } = file;
  file.put(tree, context.obj({ Type: "Pages", Kids: [...pages], Count: pages.length }));
  const outline = writeOutline(file, setting.flow.outline, { pages, paper: setting.flow.paper });
  const catalog = context.obj({
    Type: "Catalog",
    Pages: tree,
    Lang: PDFString.of(plan.meta.language),
    MarkInfo: { Marked: true },
    StructTreeRoot: writeStructure(file, setting.flow.root, setting.flow.sheets, setting),
    ViewerPreferences: { DisplayDocTitle: true },
    Metadata: writeXmp(file, plan.meta, conformance),
    OutputIntents: [writeOutputIntent(file)],
    ...(outline ? { Outlines: outline, PageMode: "UseOutlines" } : {}),
    ...(field ? { AcroForm: { Fields: [field], SigFlags: 3 } } : {}),
  });
  if (attached.names.length > 0) {
    catalog.set(PDFName.of("Names"), context.obj({ EmbeddedFiles: { Names: attached.names.flat() } }));
    catalog.set(PDFName.of("AF"), context.obj(attached.names.map(([, ref]) => ref)));
  }
  const ref = file.nextRef();
  file.put(ref, catalog);
  return { catalog: ref, info: writeInfo(file, plan.meta), id: idOf(file, plan.meta.id) };
}

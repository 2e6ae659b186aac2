import manifest from "@/package.json";
import type { FileKind } from "./types";

const { sharp, "@hyzyla/pdfium": pdfium } = manifest.dependencies;

/** What draws a file of this kind, with versions: `sharp 0.35.5`. Kept with what it drew. */
export function drawingTool(kind: FileKind): string {
  return kind === "pdf" ? `@hyzyla/pdfium ${pdfium}, sharp ${sharp}` : `sharp ${sharp}`;
}

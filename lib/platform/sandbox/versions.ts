import "server-only";
import { readFileSync } from "node:fs";
import { join } from "node:path";

let found: { sharp: string; pdfium: string } | undefined;

/** What draws pictures and pages, with versions, as a record of a derivative names it. */
export function drawTool(): string {
  const { sharp, pdfium } = versions();
  return `sharp ${sharp}, pdfium ${pdfium}`;
}

/** What reads text and mail: code of ours, named by the version of the runtime that ran it. */
export function textTool(): string {
  return `crossdocket text reader, node ${process.versions.node}`;
}

function versions() {
  found ??= { sharp: versionOf("sharp"), pdfium: versionOf("@hyzyla/pdfium") };
  return found;
}

function versionOf(name: string): string {
  const manifest = join(/* turbopackIgnore: true */ process.cwd(), "node_modules", name, "package.json");
  return (JSON.parse(readFileSync(manifest, "utf8")) as { version: string }).version;
}

import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { lawSchemas } from "./law-schemas";
import { readLawFolder } from "./read-folder";
import { releaseFiles } from "./release-files";

/** Run by `npm run law`: writes what programs import of what people write, and the schemas of the latter. */
writeAll(
  "docs/law",
  Object.fromEntries(Object.entries(lawSchemas()).map(([name, node]) => [schemaFile(name), text(node)])),
);
writeAll("lib/law/jurisdictions/release", releaseFiles(readLawFolder("lib/law/jurisdictions/data")));

function writeAll(folder: string, files: Readonly<Record<string, string>>): void {
  rmSync(folder, { recursive: true, force: true });
  for (const [name, held] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), held);
  }
}

function schemaFile(name: string): string {
  return `${name}.schema.json`;
}

function text(schema: unknown): string {
  return `${JSON.stringify(schema, null, 2)}\n`;
}

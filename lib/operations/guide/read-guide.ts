import "server-only";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseContents, parsePage } from "./rules";
import { type GuideGroup, guideReaders } from "./types";

const folder = join(process.cwd(), "docs/guide");

let known: readonly GuideGroup[] | undefined;

/** The guide of this release, by whom it is for, in the order of its contents. Read once. */
export function readGuide(): readonly GuideGroup[] {
  known ??= readGroups();
  return known;
}

/** The headings of the contents are in the order of `guideReaders`. */
function readGroups(): GuideGroup[] {
  const read = (name: string) => readFileSync(join(folder, `${name}.md`), "utf8");
  const files = new Set(readdirSync(folder));
  return parseContents(read("README")).flatMap(({ title, names }, at) => {
    const reader = guideReaders[at];
    const pages = names.filter((name) => files.has(`${name}.md`)).map((name) => parsePage(name, read(name)));
    return reader ? [{ reader, title, pages }] : [];
  });
}

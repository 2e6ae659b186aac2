import { ChatRefusal } from "./child-chat-lines.mjs";
import { entriesOf } from "./child-chat-zip.mjs";
import { partsOf } from "./child-xml.mjs";

export const LIMITS = { value: 16 * 1024, between: 512 * 1024 };
const USUAL = "xl/workbook.xml";

/**
 * The parts of a workbook (ECMA-376, part 2): the relation lists give their paths, `_rels/.rels` first; the folder `xl`
 * is only a convention. Case in part names is irrelevant. @returns the first visible sheet, what it needs, and how many
 * others there are
 */
export function openBook(bytes) {
  const entries = new Map(entriesOf(bytes).map((entry) => [keyOf(entry.name), entry]));
  const read = (name) => (name ? entries.get(keyOf(name))?.read?.() : undefined);
  const relations = (name) => relationsOf(read(relationsName(name)), name);
  const place = relations("").find(({ kind }) => kind === "officeDocument")?.target ?? USUAL;
  const book = read(place);
  if (!book) throw new ChatRefusal("not_a_table");
  const { sheets, since1904 } = readBook(book);
  const links = relations(place);
  const folder = place.slice(0, place.lastIndexOf("/") + 1);
  const linked = (kind) => read(links.find((link) => link.kind === kind)?.target ?? `${folder}${kind}.xml`);
  const seen = sheets.filter((sheet) => !sheet.hidden);
  const tables = seen.filter(({ id }) => links.some((link) => link.id === id && link.kind === "worksheet"));
  const name = links.find((link) => link.id === tables[0]?.id)?.target;
  const rows = read(name);
  if (!rows) throw new ChatRefusal("not_a_table");
  return {
    rows,
    since1904,
    strings: linked("sharedStrings"),
    styles: linked("styles"),
    comments: relations(name).flatMap(({ kind, target }) => (kind === "comments" ? [read(target)] : [])),
    hiddenSheets: sheets.length - seen.length,
    otherSheets: Math.max(seen.length - 1, 0),
  };
}

const keyOf = (name) => name.replaceAll("\\", "/").replace(/^\//, "").toLowerCase();

function readBook(bytes) {
  const sheets = [];
  let since1904 = false;
  for (const { open, attributes } of partsOf(bytes, LIMITS)) {
    // Extensions at the end have one of the same name, which says nothing of it.
    if (open === "workbookPr") since1904 ||= /^(1|true)$/.test(attributes.date1904 ?? "");
    if (open === "sheet") sheets.push({ id: attributes.id, hidden: /hidden/i.test(attributes.state ?? "") });
  }
  return { sheets, since1904 };
}

/** `xl/workbook.xml` has its relations in `xl/_rels/workbook.xml.rels`; the package itself in `_rels/.rels`. */
function relationsName(name) {
  const folder = name.slice(0, name.lastIndexOf("/") + 1);
  return `${folder}_rels/${name.slice(folder.length)}.rels`;
}

function relationsOf(bytes, name) {
  const found = [];
  if (!bytes) return found;
  for (const { open, attributes } of partsOf(bytes, LIMITS)) {
    if (open !== "Relationship" || attributes.TargetMode === "External") continue;
    const kind = (attributes.Type ?? "").split("/").at(-1);
    found.push({ id: attributes.Id, kind, target: targetOf(attributes.Target ?? "", name) });
  }
  return found;
}

/** A target is named from the folder of the part that names it, or from the top. */
function targetOf(target, from) {
  const path = target.replaceAll("\\", "/");
  const whole = path.startsWith("/") ? path : `${from.slice(0, from.lastIndexOf("/") + 1)}${path}`;
  const steps = [];
  for (const step of whole.split("/")) {
    if (step === "..") steps.pop();
    else if (step !== "" && step !== ".") steps.push(step);
  }
  return steps.join("/");
}

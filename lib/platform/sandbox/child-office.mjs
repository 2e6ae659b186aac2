import { ChatRefusal } from "./child-chat-lines.mjs";
import { entriesOf, isZip } from "./child-chat-zip.mjs";
import { WORD } from "./child-sniff.mjs";
import { asOurs, asTheirs, showInvisible, toLines, unmarked } from "./child-text.mjs";
import { partsOf } from "./child-xml.mjs";

const LIMITS = { value: 16 * 1024, between: 512 * 1024 };
/** More text than is ever shown: what comes after is not read. */
const TEXT_MAX = 1_000_000;
const SPACES_MAX = 200;
const PARTS_MAX = 40;
const CLAIM = 2000;

/**
 * The words of a DOCX (ECMA-376) or an ODT (OASIS OpenDocument), and what it says of itself. Macros, pictures and what
 * it links to are neither run nor fetched. What was deleted with tracked changes, comments and notes are shown, and
 * marked as ours. @returns `{ problem, text }`, as the other readers
 */
export function readOffice(bytes, mime) {
  try {
    if (!isZip(bytes)) throw new ChatRefusal("unreadable");
    const entries = new Map(entriesOf(bytes).map((entry) => [entry.name.replaceAll("\\", "/"), entry]));
    const read = (name) => entries.get(name)?.read?.();
    const { words, about } = mime === WORD ? wordParts(entries, read) : openParts(read);
    const { lines, cut } = toLines(unmarked(words.text));
    return { problem: null, text: { kind: "text", headers: about, lines, attachments: [], cut: cut || words.isFull } };
  } catch (error) {
    return { problem: error instanceof ChatRefusal ? problemOf(error.problem) : "unreadable", text: null };
  }
}

const PROBLEMS = new Set(["too_large", "password_protected", "truncated"]);
const problemOf = (problem) => (PROBLEMS.has(problem) ? problem : "unreadable");

/** Text as it comes, up to a limit: a document that unpacks to gigabytes is read no further. */
function createWords() {
  const kept = [];
  let length = 0;
  return {
    isFull: false,
    add(text) {
      if (length + text.length > TEXT_MAX) this.isFull = true;
      else {
        kept.push(text);
        length += text.length;
      }
    },
    get text() {
      return kept
        .join("")
        .replace(/\n{3,}/g, "\n\n")
        .trim();
    },
  };
}

const heading = (words, text) => words.add(`\n\n${asOurs(`[${text}:]`)}\n`);

/** The parts of a DOCX beside its body, by their names in the package, and how each is headed. */
const BESIDE = [
  [/^word\/header\d*\.xml$/, "Head of the pages"],
  [/^word\/footer\d*\.xml$/, "Foot of the pages"],
  [/^word\/footnotes\.xml$/, "Footnotes"],
  [/^word\/endnotes\.xml$/, "Endnotes"],
  [/^word\/comments\.xml$/, "Comments"],
];

function wordParts(entries, read) {
  const words = createWords();
  const body =
    read("word/document.xml") ?? read([...entries.keys()].find((name) => /^word\/document\d*\.xml$/.test(name)));
  if (!body) throw new ChatRefusal("unreadable");
  readWord(body, words);
  for (const [pattern, title] of BESIDE) {
    for (const name of [...entries.keys()].filter((found) => pattern.test(found)).slice(0, PARTS_MAX)) {
      const beside = createWords();
      const part = read(name);
      if (part) readWord(part, beside);
      if (beside.text === "") continue;
      heading(words, title);
      words.add(beside.text);
    }
  }
  const about = claimsIn(read("docProps/core.xml"), CORE);
  return { words, about };
}

function readWord(bytes, words) {
  let into = null;
  let aside = 0;
  for (const part of partsOf(bytes, LIMITS)) {
    if (words.isFull) return;
    // The same words once more, for programs that cannot draw them.
    if (part.open === "Fallback" && !part.empty) aside += 1;
    else if (part.close === "Fallback") aside -= 1;
    else if (aside > 0) continue;
    else if (part.open === "t" || part.open === "delText" || part.open === "instrText")
      into = part.empty ? null : part.open;
    else if (part.close === "t" || part.close === "delText" || part.close === "instrText") into = null;
    else if (part.text && into === "t") words.add(asTheirs(part.text));
    else if (part.text && into === "delText") words.add(deleted(part.text));
    else if (part.open === "tab" || part.close === "tc") words.add("\t");
    else if (part.open === "br" || part.open === "cr") words.add("\n");
    else if (part.close === "p" || (part.open === "p" && part.empty) || part.close === "tr") words.add("\n");
  }
}

const deleted = (text) => ` ${asOurs("[deleted:")} ${asTheirs(text)}${asOurs("]")} `;

function openParts(read) {
  const words = createWords();
  const body = read("content.xml");
  if (!body) throw new ChatRefusal("unreadable");
  readOpen(body, words);
  return { words, about: claimsIn(read("meta.xml"), META) };
}

const MARKS = new Map([
  ["annotation", "comment"],
  ["note-body", "note"],
  ["deletion", "deleted"],
]);

function readOpen(bytes, words) {
  let depth = 0;
  let inBody = 0;
  for (const part of partsOf(bytes, LIMITS)) {
    if (words.isFull) return;
    const { open, close, empty, attributes } = part;
    if (open === "body" && !empty) inBody += 1;
    if (close === "body") inBody -= 1;
    if (inBody === 0) continue;
    if (MARKS.has(open) && !empty) words.add(` ${asOurs(`[${MARKS.get(open)}:`)} `);
    else if (MARKS.has(close)) words.add(`${asOurs("]")} `);
    else if ((open === "p" || open === "h") && !empty) depth += 1;
    else if (close === "p" || close === "h") {
      depth -= 1;
      words.add("\n");
    } else if ((open === "p" || open === "h") && empty) words.add("\n");
    else if (open === "tab" || close === "table-cell") words.add("\t");
    else if (open === "line-break" || close === "table-row") words.add("\n");
    else if (open === "s") words.add(" ".repeat(Math.min(SPACES_MAX, Math.max(1, Number(attributes.c) || 1))));
    else if (part.text && depth > 0) words.add(asTheirs(part.text.replace(/\s+/g, " ")));
  }
}

/** Names of what a document says of itself, as the two formats call it. */
const CORE = new Map([
  ["title", "Title"],
  ["creator", "Written by"],
  ["lastModifiedBy", "Last saved by"],
  ["created", "Written on"],
  ["modified", "Last saved on"],
]);
const META = new Map([
  ["title", "Title"],
  ["initial-creator", "Written by"],
  ["creator", "Last saved by"],
  ["creation-date", "Written on"],
  ["date", "Last saved on"],
]);

function claimsIn(bytes, names) {
  const found = new Map();
  if (!bytes) return [];
  let name;
  for (const part of partsOf(bytes, LIMITS)) {
    if (part.open) name = part.empty ? undefined : names.get(part.open);
    else if (part.close) name = undefined;
    else if (name && part.text.trim() !== "") found.set(name, `${found.get(name) ?? ""}${part.text}`.slice(0, CLAIM));
  }
  return [...found].map(([key, value]) => ({
    name: key,
    value: showInvisible(value.replace(/\s+/g, " ").trim()).slice(0, CLAIM),
  }));
}

import { SaxesParser } from "saxes";
import { ChatRefusal, piecesOf } from "./child-chat-lines.mjs";

const DEPTH_MAX = 256;
const ATTRIBUTES_MAX = 80;
/** Characters forbidden in XML, which backups contain anyway: they are kept as written. */
const FORBIDDEN = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

/**
 * The contents of an XML in order: `{ open, attributes, empty }`, `{ close }` and, with `text`, `{ text }`; names
 * without their prefix. Declarations are not supported: a document type ends the read. A broken XML is read up to the
 * break.
 * @param limits `value`: characters of one attribute; `between`: characters from one part to the next, in whole pieces.
 * @throws ChatRefusal unreadable, too_large, truncated
 */
export function* partsOf(bytes, { value, between, text = true }) {
  const parts = [];
  const borne = { marks: 0, met: 0 };
  const parser = openParser(parts, { value, text, borne });
  let waited = 0;
  for (const piece of wellFormed(piecesOf(bytes))) {
    borne.marks += piece.match(FORBIDDEN)?.length ?? 0;
    parser.write(piece);
    // More than there are such marks: a tag begins inside an attribute, and the parser would leave its sign out.
    if (borne.met > borne.marks) throw new ChatRefusal("unreadable");
    waited = parts.length > 0 ? 0 : waited + piece.length;
    if (waited > between) throw new ChatRefusal("too_large");
    yield* parts.splice(0);
  }
  parser.close();
  yield* parts;
}

function openParser(parts, { value, text, borne }) {
  const parser = new SaxesParser({ position: false });
  let depth = 0;
  let count = 0;
  parser.on("error", ({ message }) => {
    if (/^(unclosed tag|unexpected end)/.test(message)) throw new ChatRefusal("truncated");
    if (message === "disallowed character.") borne.met += 1;
    else if (message !== "malformed character entity.") throw new ChatRefusal("unreadable");
  });
  for (const kind of ["doctype", "cdata"]) {
    parser.on(kind, () => {
      throw new ChatRefusal("unreadable");
    });
  }
  parser.on("opentagstart", () => {
    count = 0;
  });
  parser.on("attribute", (saxesAttribute) => {
    count += 1;
    if (count > ATTRIBUTES_MAX || saxesAttribute.value.length > value) throw new ChatRefusal("unreadable");
  });
  parser.on("opentag", ({ name, attributes, isSelfClosing }) => {
    depth += 1;
    if (depth > DEPTH_MAX) throw new ChatRefusal("unreadable");
    parts.push({ open: bare(name), attributes: bareNames(attributes), empty: isSelfClosing });
  });
  parser.on("closetag", ({ name, isSelfClosing }) => {
    depth -= 1;
    if (!isSelfClosing) parts.push({ close: bare(name) });
  });
  if (text) parser.on("text", (characters) => parts.push({ text: characters }));
  return parser;
}

const bare = (name) => name.slice(name.indexOf(":") + 1);

function bareNames(attributes) {
  const named = Object.create(null);
  for (const [name, value] of Object.entries(attributes)) named[bare(name)] = value;
  return named;
}

const LONE_AMPERSAND = /&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[\da-fA-F]{1,6});)/g;
const RUNS = /(?:&#(?:x[\da-fA-F]{1,6}|\d{1,7});)+/g;
const MAY_GO_ON = /^(?:&#[\da-fA-Fx]{1,8};)?(?:&[#\w]{0,9})?$/;
const LONGEST = 24;

/**
 * What backups write and XML forbids, written as XML: an ampersand alone; and a picture beyond the first plane as two
 * numbers, one for each half, which become the one letter that they mean, a half alone the mark of what is lost.
 */
function* wellFormed(pieces) {
  let held = "";
  let started = false;
  for (const piece of pieces) {
    const all = held + (started ? piece : piece.trimStart());
    started ||= all !== "";
    const end = endOfWhole(all);
    held = all.slice(end);
    yield toWellFormed(all.slice(0, end));
  }
  yield toWellFormed(held);
}

/** Where something begins that the next piece may go on with: a name, a number, or the second half of a pair. */
function endOfWhole(text) {
  for (let at = text.indexOf("&", text.length - LONGEST); at !== -1; at = text.indexOf("&", at + 1)) {
    if (MAY_GO_ON.test(text.slice(at))) return at;
  }
  return text.length;
}

function toWellFormed(text) {
  return text.replace(LONE_AMPERSAND, "&amp;").replace(RUNS, (run) => {
    const numbers = run.slice(2, -1).split(";&#");
    const codes = numbers.map((value) => Number(value.startsWith("x") ? `0${value}` : value));
    if (!codes.some(isHalf)) return run;
    const units = codes.map((code, at) => (isHalf(code) ? String.fromCharCode(code) : `&#${numbers[at]};`));
    return units.join("").toWellFormed();
  });
}

const isHalf = (code) => code >= 0xd800 && code <= 0xdfff;

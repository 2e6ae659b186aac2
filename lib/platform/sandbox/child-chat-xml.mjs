import { ChatRefusal } from "./child-chat-lines.mjs";

const NAME_MAX = 60;
const HELD_MAX = 4096;
const VALUE_MAX = 100_000;
const ATTRIBUTES_MAX = 80;
/** The one attribute whose value is a file: counted, never kept. */
const SKIPPED = "data";

/**
 * Tags of an XML with their attributes, from pieces of text: `{ name, attributes, closes, sizes }`. Knows the five named
 * entities and numbers, and nothing that is declared: a document type ends the reading. Text between tags is passed by.
 * @throws ChatRefusal unreadable
 */
export function* tagsOf(pieces) {
  let state = "text";
  let held = "";
  let quote = "";
  let tag = newTag();
  let value = { name: "", text: "", size: 0 };
  for (const piece of pieces) {
    let at = 0;
    while (at < piece.length) {
      if (state === "text") {
        const open = piece.indexOf("<", at);
        if (open === -1) break;
        [state, held, tag, at] = ["tag", "", newTag(), open + 1];
      } else if (state === "comment") {
        const upTo = held + piece.slice(at);
        const end = upTo.indexOf("-->");
        if (end === -1) {
          held = upTo.slice(-2);
          break;
        }
        [state, at, held] = ["text", at + end + 3 - held.length, ""];
      } else if (state === "value") {
        const end = piece.indexOf(quote, at);
        const part = piece.slice(at, end === -1 ? piece.length : end);
        value.size += part.length;
        if (value.name !== SKIPPED && value.text.length < VALUE_MAX) value.text += part.slice(0, VALUE_MAX);
        if (end === -1) break;
        keepValue(tag, value);
        [state, held, at] = ["tag", "", end + 1];
      } else {
        const end = nextMark(piece, at);
        held += piece.slice(at, end === -1 ? piece.length : end);
        if (held.length > HELD_MAX) throw new ChatRefusal("unreadable");
        tag.name ??= nameIn(held, end !== -1);
        if (held.startsWith("!--") && tag.name === "!--") {
          [state, at] = ["comment", end === -1 ? piece.length : end];
          held = held.slice(3).slice(-2);
          continue;
        }
        if (tag.name?.startsWith("!")) throw new ChatRefusal("unreadable");
        if (end === -1) break;
        if (piece[end] === ">") {
          yield { ...tag, name: tag.name ?? "", closes: held.trimEnd().endsWith("/") };
          [state, held, at] = ["text", "", end + 1];
        } else {
          const name = /([\w:.-]{1,60})\s*=\s*$/.exec(held)?.[1] ?? "";
          value = { name, text: "", size: 0 };
          [state, quote, held, at] = ["value", piece[end], "", end + 1];
        }
      }
    }
  }
}

const newTag = () => ({ name: undefined, attributes: {}, sizes: {}, count: 0 });

/** The name stands at the start of the tag; undefined while it may go on in the next piece. */
function nameIn(held, isWhole) {
  if (held.startsWith("!--")) return "!--";
  const read = /^[!?/]?[\w:.[-]{0,60}/.exec(held)?.[0] ?? "";
  return isWhole || read.length < held.length ? read.slice(0, NAME_MAX) : undefined;
}

function nextMark(piece, from) {
  for (let at = from; at < piece.length; at += 1) {
    const code = piece.charCodeAt(at);
    if (code === 34 || code === 39 || code === 62) return at;
  }
  return -1;
}

function keepValue(tag, value) {
  tag.count += 1;
  if (tag.count > ATTRIBUTES_MAX) throw new ChatRefusal("unreadable");
  tag.attributes[value.name] = decodeEntities(value.text);
  tag.sizes[value.name] = value.size;
}

const NAMED = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** Pictures beyond the first plane come as two numbers, one for each half. */
function decodeEntities(text) {
  const units = text.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|amp|lt|gt|quot|apos);/gi, (whole, name) => {
    if (!name.startsWith("#")) return NAMED[name.toLowerCase()];
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
  return units.toWellFormed();
}

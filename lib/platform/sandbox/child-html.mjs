import { entityText } from "./child-html-entities.mjs";
import { asOurs, asTheirs } from "./child-text.mjs";

/** What no program draws. */
const UNDRAWN = new Set(["script", "style", "title", "template"]);
const BLOCK = new Set(
  (
    "address article aside blockquote body center dd details div dl dt fieldset figcaption figure footer form h1 h2" +
    " h3 h4 h5 h6 header hr html legend li main nav ol option p pre section summary table tbody tfoot thead tr ul"
  ).split(" "),
);
const HREF = /\bhref\s{0,20}=\s{0,20}(?:"([^"]{1,2000})|'([^']{1,2000})|([^\s"'>]{1,2000}))/i;
const ALT = /\balt\s{0,20}=\s{0,20}(?:"([^"]{1,500})|'([^']{1,500})|([^\s"'>]{1,500}))/i;

/**
 * The text of an HTML part, in one pass. Nothing is rendered and no URL is followed; links keep their target in
 * brackets, marked as ours. What a browser would hide because an end tag is missing is shown.
 */
export function htmlToText(html) {
  const kept = [];
  const endOf = tagEnds(html);
  const skip = skipper(html);
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf("<", at);
    kept.push(asTheirs(entityText(html.slice(at, open === -1 ? html.length : open))));
    if (open === -1) break;
    const end = /[a-z/!?]/i.test(html.charAt(open + 1)) ? endOf(open) : -1;
    const tag = html.slice(open, Math.min(end === -1 ? open : end, open + 10_000));
    const past = skip(open, tag);
    if (past === null) kept.push(end === -1 ? "<" : markOf(tag, /(?:^|\n)$/.test(kept.at(-1) || kept.at(-2) || "")));
    at = past ?? (end === -1 ? open + 1 : end);
  }
  return kept
    .join("")
    .replace(/[ \t]{2,}/g, " ")
    .replace(/ ?\n ?/g, "\n")
    .replace(/\n[ \t]*(?:\r?\n[ \t]*)+/g, "\n\n")
    .trim();
}

/**
 * What replaces a tag in plain text: "a</p>b" and "a</td><td>b" are two words. `isNewLine`: a line was just started.
 */
function markOf(tag, isNewLine) {
  const [, close = "", name = ""] = /^<(\/?)([a-z][a-z0-9]*)/i.exec(tag) ?? [];
  const kind = name.toLowerCase();
  if (kind === "br") return "\n";
  if (close === "/" && /^(?:p|h[1-6])$/.test(kind)) return "\n\n";
  if (BLOCK.has(kind)) return isNewLine ? "" : "\n";
  if (kind === "td" || kind === "th" || UNDRAWN.has(kind)) return " ";
  if (close === "/") return "";
  if (kind === "img") return beside("image not loaded", attributeOf(tag, ALT));
  const target = kind === "a" ? attributeOf(tag, HREF) : "";
  return target === "" ? "" : beside("link", target);
}

const beside = (what, value) => ` ${asOurs(`[${what}${value === "" ? "" : `: ${value}`}]`)} `;

function attributeOf(tag, pattern) {
  const found = pattern.exec(tag);
  return entityText((found?.[1] ?? found?.[2] ?? found?.[3] ?? "").trim(), true);
}

/**
 * Where comments and undisplayed elements end; null for anything else. A missing end is searched for only once, so that
 * this stays one pass, and what follows is shown.
 */
function skipper(html) {
  // Only ASCII, so that every place in it is the same place in the original.
  const lower = html.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
  const missing = new Set();
  const past = (end, from) => {
    const found = missing.has(end) ? -1 : lower.indexOf(end, from);
    if (found === -1) missing.add(end);
    return found;
  };
  return (open, tag) => {
    if (lower.startsWith("<!--", open)) {
      const found = past("-->", open + 4);
      return found === -1 ? open + 4 : found + 3;
    }
    const name = /^<([a-z]+)/i.exec(tag)?.[1].toLowerCase();
    if (!UNDRAWN.has(name)) return null;
    const found = past(`</${name}`, open + name.length);
    if (found === -1) return null;
    const close = past(">", found);
    return close === -1 ? html.length : close + 1;
  };
}

/** The place after the `>` that ends a tag. One in the quotes of an attribute does not; -1 when there is none. */
function tagEnds(html) {
  let isQuoteAware = true;
  let isOver = false;
  const plain = (open) => {
    if (isOver) return -1;
    const found = html.indexOf(">", open);
    isOver = found === -1;
    return isOver ? -1 : found + 1;
  };
  return (open) => {
    if (!isQuoteAware) return plain(open);
    const pattern = /=\s{0,20}["']|>/g;
    pattern.lastIndex = open;
    for (let match = pattern.exec(html); match !== null; match = pattern.exec(html)) {
      if (match[0] === ">") return match.index + 1;
      const close = html.indexOf(match[0].at(-1), pattern.lastIndex);
      if (close === -1) break;
      pattern.lastIndex = close + 1;
    }
    // Searched to the end: from here on quotes are ignored, so that no position is passed twice.
    isQuoteAware = false;
    return plain(open);
  };
}

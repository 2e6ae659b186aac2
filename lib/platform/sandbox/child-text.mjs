const MAX_LINES = 4000;
const MAX_LINE = 2000;
const MAX_CHARACTERS = 400_000;

/** Marks that reorder or hide what a reader sees are written out, so that a printed line says what the bytes say. */
const INVISIBLE = /[\p{Cc}\u200B\u2028\u2029\u202D\u202E\u2060-\u2065\uFEFF]/gu;

export function decodeText(bytes, charset) {
  try {
    return new TextDecoder(charset || "utf-8").decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

/** Lines ready to be set in type, and whether anything was left out. */
export function toLines(text) {
  const kept = text.slice(0, MAX_CHARACTERS);
  const all = kept.split(/\r\n|\n|\r/);
  const lines = all.slice(0, MAX_LINES).map((line) => showInvisible(line).slice(0, MAX_LINE));
  const cut = kept.length < text.length || all.length > MAX_LINES || all.some((line) => line.length > MAX_LINE);
  while (lines.at(-1) === "") lines.pop();
  return { lines, cut };
}

export function showInvisible(text) {
  return text
    .replaceAll("\t", "    ")
    .replace(INVISIBLE, (mark) => `[U+${mark.codePointAt(0).toString(16).toUpperCase().padStart(4, "0")}]`);
}

/** The words of an HTML part. Nothing is drawn, no address in it is followed; links keep their target in brackets. */
export function htmlToText(html) {
  return withoutHidden(html)
    .replace(/<a\b[^>]{0,1000}?href\s*=\s*["']?([^"'\s>]{1,2000})[^>]{0,5000}>/gi, " [link: $1] ")
    .replace(/<img\b[^>]{0,5000}>/gi, " [image not loaded] ")
    .replace(/<(br|\/p|\/div|\/tr|\/li|\/h[1-6]|hr)\b[^>]{0,5000}>/gi, "\n")
    .replace(/<[^>]{0,5000}>/g, "")
    .replace(/&(#x?[0-9a-f]{1,6}|[a-z]{2,8});/gi, entity)
    .replace(/[ \t]{2,}/g, " ")
    .replace(/\n[ \t]*(\n[ \t]*)+/g, "\n\n")
    .trim();
}

/** Drops comments and what is not drawn. An end that is missing is looked for once, so that this stays one pass. */
function withoutHidden(html) {
  // Only ASCII, so that every place in it is the same place in the original.
  const lower = html.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
  const missing = new Set();
  const kept = [];
  let from = 0;
  for (const { 0: start, index } of lower.matchAll(/<!--|<(?:script|style|head|title)\b/g)) {
    const end = start === "<!--" ? "-->" : `</${start.slice(1)}`;
    if (index < from || missing.has(end)) continue;
    const at = lower.indexOf(end, index + start.length);
    if (at === -1) {
      missing.add(end);
      continue;
    }
    kept.push(html.slice(from, index));
    const close = end === "-->" ? at + 2 : lower.indexOf(">", at);
    from = close === -1 ? html.length : close + 1;
  }
  kept.push(html.slice(from));
  return kept.join("");
}

const NAMED = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: " ", copy: "©", hellip: "…", ndash: "–" };

function entity(whole, name) {
  if (!name.startsWith("#")) return NAMED[name.toLowerCase()] ?? whole;
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10);
  return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : whole;
}

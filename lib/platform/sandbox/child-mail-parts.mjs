import { decodeText } from "./child-text.mjs";

const MAX_PARTS = 200;
const MAX_HEADER_BYTES = 256 * 1024;

/** A mail or a part of one: its headers as [name, value] pairs, unfolded, and the bytes of its body. */
export function splitPart(bytes) {
  const gap = /\r?\n\r?\n/.exec(bytes.toString("latin1", 0, MAX_HEADER_BYTES));
  const headerEnd = gap ? gap.index : Math.min(bytes.byteLength, MAX_HEADER_BYTES);
  const block = decodeText(bytes.subarray(0, headerEnd), "utf-8").replace(/^From .*\r?\n/, "");
  const headers = [];
  for (const line of block.replace(/\r?\n[ \t]+/g, " ").split(/\r?\n/)) {
    const colon = line.indexOf(":");
    if (colon > 0) headers.push([line.slice(0, colon).trim(), line.slice(colon + 1).trim()]);
  }
  const field = (name) => headers.find(([key]) => key.toLowerCase() === name)?.[1] ?? "";
  return { headers, field, body: bytes.subarray(gap ? headerEnd + gap[0].length : headerEnd) };
}

/** The parts between the boundary lines of a multipart body. */
export function splitParts(body, boundary) {
  const mark = Buffer.from(`--${boundary}`);
  const parts = [];
  let from = body.indexOf(mark);
  while (from !== -1 && parts.length < MAX_PARTS) {
    const start = from + mark.length;
    if (body.toString("latin1", start, start + 2) === "--") break;
    const next = body.indexOf(mark, start);
    const content = body.subarray(start, next === -1 ? body.byteLength : next);
    parts.push(splitPart(content.subarray(Math.max(0, content.indexOf("\n") + 1))));
    from = next;
  }
  return parts;
}

/** The bytes of a part as they were before it was made fit for mail. */
export function decodeBody({ body, field }) {
  const encoding = field("content-transfer-encoding").toLowerCase();
  if (encoding === "base64") return Buffer.from(body.toString("latin1"), "base64");
  if (encoding === "quoted-printable") return quotedPrintable(body.toString("latin1").replace(/[ \t]*=\r?\n/g, ""));
  return body;
}

function quotedPrintable(text) {
  return Buffer.from(
    text.replace(/=([0-9A-F]{2})/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))),
    "latin1",
  );
}

/** Encoded words of RFC 2047. */
export function decodeWords(text) {
  return text
    .replace(/(=\?[^?\s]{1,40}\?[BQ]\?[^?\s]*\?=)\s+(?==\?)/gi, "$1")
    .replace(/=\?([^?\s*]{1,40})[^?\s]{0,20}\?([BQ])\?([^?\s]*)\?=/gi, (_, charset, encoding, word) => {
      const bytes =
        encoding.toUpperCase() === "B" ? Buffer.from(word, "base64") : quotedPrintable(word.replaceAll("_", " "));
      return decodeText(bytes, charset);
    });
}

/** `text/plain; charset=utf-8` and its like: the value in lower case, the parameters by name. */
export function parameterised(field) {
  const [value = "", ...rest] = field.split(";");
  const parameters = {};
  for (const pair of rest.slice(0, 20)) {
    const match = /^\s*([a-z0-9-]{1,40})\*?\s*=\s*(?:"([^"]*)"|(.*?))\s*$/i.exec(pair);
    if (match) parameters[match[1].toLowerCase()] ??= match[2] ?? match[3];
  }
  return { value: value.trim().toLowerCase(), parameters };
}

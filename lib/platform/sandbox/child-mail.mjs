import { decodeText, htmlToText, showInvisible, toLines } from "./child-text.mjs";

const MAX_DEPTH = 8;
const MAX_PARTS = 200;
const MAX_HEADERS = 120;
const MAX_HEADER = 2000;
const MAX_HEADER_BYTES = 256 * 1024;

/** Fields shown in the order of the file; the Received chain is read from the bottom up. */
const SHOWN =
  /^(from|to|cc|bcc|subject|date|message-id|return-path|reply-to|sender|in-reply-to|x-originating-ip|received|authentication-results|arc-authentication-results|received-spf|dkim-signature)$/i;

/** Headers, text and names of the attachments of a mail kept as it was received. Loads nothing that it names. */
export function readMail(bytes) {
  const found = { texts: [], attachments: [], parts: 0, cut: false };
  const top = split(bytes);
  walk(top, found, 0);
  const { lines, cut } = toLines(found.texts.join("\n\n"));
  const shown = top.headers.filter(([name]) => SHOWN.test(name));
  const headers = shown.slice(0, MAX_HEADERS).map(([name, value]) => ({
    name,
    value: showInvisible(decodeWords(value)).slice(0, MAX_HEADER),
  }));
  return { headers, lines, attachments: found.attachments, cut: cut || found.cut || shown.length > MAX_HEADERS };
}

function walk(part, found, depth) {
  found.parts += 1;
  if (depth > MAX_DEPTH || found.parts > MAX_PARTS) {
    found.cut = true;
    return;
  }
  const type = parameterised(part.field("content-type") || "text/plain");
  if (type.value.startsWith("multipart/") && type.parameters.boundary) {
    return walkParts(splitParts(part.body, type.parameters.boundary), type.value, found, depth);
  }
  const disposition = parameterised(part.field("content-disposition") || "");
  const name = disposition.parameters.filename ?? type.parameters.name;
  const isText = type.value === "text/plain" || type.value === "text/html";
  if (name === undefined && disposition.value !== "attachment" && isText) {
    const text = decodeText(decodeBody(part), type.parameters.charset);
    found.texts.push(type.value === "text/html" ? htmlToText(text) : text.trimEnd());
    return;
  }
  const shownName = showInvisible(decodeWords(name ?? "")).slice(0, 200);
  found.attachments.push({
    name: shownName,
    mime: showInvisible(type.value).slice(0, 100),
    size: decodeBody(part).byteLength,
  });
}

/** Of alternatives that say the same, the plain one is shown. */
function walkParts(parts, type, found, depth) {
  const isPlain = (part) => parameterised(part.field("content-type") || "text/plain").value === "text/plain";
  const shown = type === "multipart/alternative" && parts.some(isPlain) ? parts.filter(isPlain).slice(0, 1) : parts;
  for (const part of shown) walk(part, found, depth + 1);
}

function split(bytes) {
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

function splitParts(body, boundary) {
  const mark = Buffer.from(`--${boundary}`);
  const parts = [];
  let from = body.indexOf(mark);
  while (from !== -1 && parts.length < MAX_PARTS) {
    const start = from + mark.length;
    if (body.toString("latin1", start, start + 2) === "--") break;
    const next = body.indexOf(mark, start);
    const content = body.subarray(start, next === -1 ? body.byteLength : next);
    parts.push(split(content.subarray(Math.max(0, content.indexOf("\n") + 1))));
    from = next;
  }
  return parts;
}

function decodeBody({ body, field }) {
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
function decodeWords(text) {
  return text
    .replace(/(=\?[^?\s]{1,40}\?[BQ]\?[^?\s]*\?=)\s+(?==\?)/gi, "$1")
    .replace(/=\?([^?\s*]{1,40})[^?\s]{0,20}\?([BQ])\?([^?\s]*)\?=/gi, (_, charset, encoding, word) => {
      const bytes =
        encoding.toUpperCase() === "B" ? Buffer.from(word, "base64") : quotedPrintable(word.replaceAll("_", " "));
      return decodeText(bytes, charset);
    });
}

function parameterised(field) {
  const [value = "", ...rest] = field.split(";");
  const parameters = {};
  for (const pair of rest.slice(0, 20)) {
    const match = /^\s*([a-z0-9-]{1,40})\*?\s*=\s*(?:"([^"]*)"|(.*?))\s*$/i.exec(pair);
    if (match) parameters[match[1].toLowerCase()] ??= match[2] ?? match[3];
  }
  return { value: value.trim().toLowerCase(), parameters };
}

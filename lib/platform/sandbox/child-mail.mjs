import { decodeBody, decodeWords, parameterised, splitPart, splitParts } from "./child-mail-parts.mjs";
import { readRoute } from "./child-mail-route.mjs";
import { decodeText, htmlToText, showInvisible, toLines } from "./child-text.mjs";

const MAX_DEPTH = 8;
const MAX_PARTS = 200;
const MAX_HEADERS = 120;
const MAX_HEADER = 2000;

/** Fields shown in the order of the file; the Received chain is read from the bottom up. */
const SHOWN =
  /^(from|to|cc|bcc|subject|date|message-id|return-path|reply-to|sender|in-reply-to|x-originating-ip|received|authentication-results|arc-authentication-results|received-spf|dkim-signature)$/i;

/** Headers, way, text and tree of parts of a mail kept as it was received. Loads nothing that it names. */
export function readMail(bytes) {
  const found = { texts: [], attachments: [], tree: [], cut: false };
  const top = splitPart(bytes);
  walk(top, found, 0, true);
  const { lines, cut } = toLines(found.texts.join("\n\n"));
  const shown = top.headers.filter(([name]) => SHOWN.test(name));
  const headers = shown.slice(0, MAX_HEADERS).map(([name, value]) => ({
    name,
    value: showInvisible(decodeWords(value)).slice(0, MAX_HEADER),
  }));
  const decoded = top.headers.map(([name, value]) => [name, decodeWords(value)]);
  const mail = { ...readRoute(decoded), parts: found.tree };
  const left = cut || found.cut || shown.length > MAX_HEADERS;
  return { headers, lines, attachments: found.attachments, cut: left, mail };
}

/** `isShown` is false for what only says again what another part says. */
function walk(part, found, depth, isShown) {
  if (depth > MAX_DEPTH || found.tree.length >= MAX_PARTS) {
    found.cut = true;
    return;
  }
  const type = parameterised(part.field("content-type") || "text/plain");
  const mime = showInvisible(type.value).slice(0, 100);
  if (type.value.startsWith("multipart/") && type.parameters.boundary) {
    found.tree.push({ depth, mime, name: null, size: null });
    return walkParts(splitParts(part.body, type.parameters.boundary), type.value, found, { depth, isShown });
  }
  const disposition = parameterised(part.field("content-disposition") || "");
  const given = disposition.parameters.filename ?? type.parameters.name;
  const name = given === undefined ? null : showInvisible(decodeWords(given)).slice(0, 200);
  const bytes = decodeBody(part);
  found.tree.push({ depth, mime, name, size: bytes.byteLength });
  if (!isShown) return;
  const isText = type.value === "text/plain" || type.value === "text/html";
  if (name === null && disposition.value !== "attachment" && isText) {
    const text = decodeText(bytes, type.parameters.charset);
    found.texts.push(type.value === "text/html" ? htmlToText(text) : text.trimEnd());
    return;
  }
  found.attachments.push({ name: name ?? "", mime, size: bytes.byteLength });
}

/** Of alternatives that say the same, the plain one is shown; each is in the tree. */
function walkParts(parts, type, found, { depth, isShown }) {
  const isPlain = (part) => parameterised(part.field("content-type") || "text/plain").value === "text/plain";
  const plain = type === "multipart/alternative" ? parts.find(isPlain) : undefined;
  for (const part of parts) walk(part, found, depth + 1, isShown && (plain === undefined || part === plain));
}

import { isWarc } from "./child-warc.mjs";

/** Archives that are opened: their members are listed, and the pages in them shown. */
export const WACZ = "application/wacz";
export const WARC = "application/warc";
const ZIP = "application/zip";
export const isArchive = (mime) => mime === ZIP || mime === WACZ || mime === WARC;

/** Text documents of office programs, which have a reader. */
export const WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
export const OPEN = "application/vnd.oasis.opendocument.text";
export const isOffice = (mime) => mime === WORD || mime === OPEN;

const PDF_MARK = "%PDF-";
const PDF_MARK_WITHIN = 1024;
const MAIL_FIELDS =
  /^(from|to|cc|subject|date|received|message-id|mime-version|return-path|delivered-to|reply-to|content-type|authentication-results|dkim-signature|arc-seal|x-[a-z-]+)$/i;
const SAVED_BY = /^(snapshot-content-location:|from:\s*"?<?saved by )/im;
const PAGE = /^\s*<(!doctype html|html|head|body|script)\b|<(html|head|body)\b/i;
const MARKUP = /^\s*<(\?xml|!doctype|html|svg|head|body|script|!--)/i;

const MAGIC = [
  ["jpeg", "image/jpeg", [0xff, 0xd8, 0xff]],
  ["png", "image/png", [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ["gif", "image/gif", [0x47, 0x49, 0x46, 0x38]],
  ["tiff", "image/tiff", [0x49, 0x49, 0x2a, 0x00]],
  ["tiff", "image/tiff", [0x4d, 0x4d, 0x00, 0x2a]],
];

/** The file type according to the bytes. The name and the declared type are never used: the sender chose them. */
export async function sniff(head, size) {
  if (size === 0) return { kind: "other", mime: "application/x-empty" };
  for (const [kind, mime, magic] of MAGIC) {
    if (magic.every((byte, index) => head[index] === byte)) return { kind, mime };
  }
  if (head.toString("latin1", 0, 4) === "RIFF" && head.toString("latin1", 8, 12) === "WEBP") {
    return { kind: "webp", mime: "image/webp" };
  }
  if (head.toString("latin1", 0, PDF_MARK.length) === PDF_MARK) return { kind: "pdf", mime: "application/pdf" };
  if (isWarc(head)) return { kind: "text", mime: WARC };
  const guess = await guessOf(head);
  const knownBinary = guess !== undefined && guess.mime !== "application/pdf" && !guess.mime.includes("xml");
  if (!knownBinary && head.subarray(0, PDF_MARK_WITHIN).includes(PDF_MARK))
    return { kind: "pdf", mime: "application/pdf" };
  const charset = charsetOf(head, head.byteLength < size);
  if (charset !== null && !knownBinary) return sniffText(head, charset);
  const mime = guess?.mime ?? "application/octet-stream";
  return { kind: isOffice(mime) || mime === ZIP ? "text" : "other", mime };
}

/** Loaded only for types not detected above: it is half of a child's startup cost. */
async function guessOf(head) {
  const { fileTypeFromBuffer } = await import("file-type");
  return fileTypeFromBuffer(head).catch(() => undefined);
}

function sniffText(head, charset) {
  const text = new TextDecoder(charset).decode(head);
  if (MARKUP.test(text)) return sniffMarkup(text, charset);
  if (looksLikeMail(text)) return { kind: "eml", mime: isSavedPage(text) ? "multipart/related" : "message/rfc822" };
  return { kind: "text", mime: "text/plain", charset };
}

/** A page has words that can be shown; a drawing and other XML have not. */
function sniffMarkup(text, charset) {
  if (/^\s*<(?:\?xml[^>]{0,200}>\s*)?(?:<!--[^>]{0,500}-->\s*)?(?:<!doctype svg[^>]{0,500}>\s*)?<?svg\b/i.test(text))
    return { kind: "other", mime: "image/svg+xml" };
  const isPage = PAGE.test(text);
  if (!isPage) return { kind: "other", mime: /<svg/i.test(text) ? "image/svg+xml" : "text/html" };
  return { kind: "text", mime: "text/html", charset };
}

/** At least two fields that mail uses before the first empty line, and nothing there that is not a field. */
function looksLikeMail(text) {
  const block = text.replace(/^From .*\r?\n/, "").split(/\r?\n\r?\n/, 1)[0] ?? "";
  const lines = block.split(/\r?\n/).filter((line) => line !== "" && !/^[ \t]/.test(line));
  const names = lines.map((line) => /^([!-9;-~]+):/.exec(line)?.[1] ?? null);
  if (names.length > 1 && block.length === text.length) names.pop();
  return names.every((name) => name !== null) && names.filter((name) => MAIL_FIELDS.test(name)).length >= 2;
}

/**
 * A page saved by a browser as one file (MHTML): it has the format of a mail, but nobody sent it and no server handled
 * it.
 */
function isSavedPage(text) {
  const block = text.split(/\r?\n\r?\n/, 1)[0].replace(/\r?\n[ \t]+/g, " ");
  if (/^(to|cc|received|return-path|delivered-to|message-id):/im.test(block)) return false;
  return /^content-type:\s*(multipart\/related|text\/html)\b/im.test(block) && SAVED_BY.test(block);
}

function charsetOf(head, isCut) {
  if (head[0] === 0xff && head[1] === 0xfe) return "utf-16le";
  if (head[0] === 0xfe && head[1] === 0xff) return "utf-16be";
  for (const byte of head) {
    if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27)) return null;
  }
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(head, { stream: isCut });
    return "utf-8";
  } catch {
    return "windows-1252";
  }
}

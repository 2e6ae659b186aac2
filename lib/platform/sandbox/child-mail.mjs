import { createHash } from "node:crypto";
import { openMail } from "./child-mail-bytes.mjs";
import { headersOf, readWords } from "./child-mail-headers.mjs";
import { readRoute } from "./child-mail-route.mjs";
import { newBudget, readTree } from "./child-mail-tree.mjs";
import { decodeBare, wordsOf } from "./child-mail-words.mjs";
import { asOurs, asTheirs, showInvisible, toLines, unmarked, withoutOurs } from "./child-text.mjs";

const MAX_DEPTH = 8;
const MAX_HEADERS = 120;
const MAX_HEADER = 2000;
const MAX_NOTES = 40;

/** Fields shown in the order of the file; the Received chain is read from the bottom up. */
const SHOWN =
  /^(from|to|cc|bcc|subject|date|message-id|return-path|reply-to|sender|in-reply-to|x-originating-ip|received|authentication-results|arc-authentication-results|received-spf|dkim-signature|snapshot-content-location)$/i;
/** The headers shown of a mail inside a mail. */
const SHOWN_INSIDE = /^(from|to|cc|subject|date)$/i;
/** Text of which the type does not say so. */
const TEXT_MESSAGES = /^message\/(delivery-status|disposition-notification|feedback-report|global-delivery-status)$/;
const WHOLE_MAIL = /^message\/(rfc822|global|news)$/;
/** Packages that hold the words of a mail and are not opened here. */
const PACKED = /^application\/((x-)?pkcs7-mime|ms-tnef|vnd\.ms-tnef|pgp-encrypted)$/;
const USUAL_ENCODING = /^(|7bit|8bit|binary|base64|quoted-printable)$/;
/** What programs write for those that read no parts. */
const PREAMBLE =
  /^this is (?:a (?:cryptographically signed |multi-?part )?message in mime format|an s\/mime signed message)[.\s-]*$/i;

/**
 * Headers, way, text and tree of parts of a mail kept as it was received. Loads nothing that it names. `keep` is given the
 * bytes of each attachment, in the order of the list.
 */
export async function readMail(bytes, keep = () => undefined) {
  const found = { texts: [], attachments: [], tree: [], notes: new Map(), cut: false, budget: newBudget(), keep };
  const note = (kind, detail = null) => noteOnce(found, kind, detail);
  const opened = openMail(bytes, note);
  const root = await treeOf(opened, found, 0);
  const headers = headersOf(root);
  await walk(root, found, { depth: 0, isTop: true });
  const { lines, cut } = toLines(unmarked(found.texts.join("\n\n")));
  const shown = headers.filter(([name]) => SHOWN.test(name));
  const mail = { ...readRoute(headers), parts: found.tree, notes: [...found.notes.values()] };
  return {
    headers: shown.slice(0, MAX_HEADERS).map(([name, value]) => ({ name, value: clean(value, MAX_HEADER) })),
    lines,
    attachments: found.attachments,
    cut: cut || found.cut || shown.length > MAX_HEADERS,
    mail,
  };
}

async function treeOf(bytes, found, depth) {
  const { root, problems } = await readTree(bytes, found.budget, depth);
  for (const kind of problems) noteOnce(found, kind, null);
  if (["too_many_parts", "too_deep", "headers_too_long"].some((kind) => problems.has(kind))) found.cut = true;
  return root;
}

/** Every part is in the tree; what can be read is in the words, and what is no text, or has a name, is attached. */
async function walk(node, found, { depth, isTop }) {
  const note = (kind, detail = null) => noteOnce(found, kind, detail);
  if (node.stray?.length > 0)
    addText(found, asTheirs(node.stray.join("\n")), "Lines among the headers that are no headers");
  if (node.contentType.multipart) return walkParts(node, found, depth);
  const about = describe(node);
  const { type, name, isFile, bytes } = about;
  found.tree.push({ depth, mime: clean(type, 100), name, size: bytes.byteLength });
  const { encoding } = node.contentTransferEncoding;
  if (!USUAL_ENCODING.test(encoding)) note("encoding_unknown", encoding);
  const isText = type.startsWith("text/") || TEXT_MESSAGES.test(type);
  if (isText && (!isFile || isTop)) found.texts.push(wordsOf(node, type, note));
  if (WHOLE_MAIL.test(type)) await walkInside(bytes, found, depth);
  if (PACKED.test(type)) note("packed", name ?? type);
  if (isText && !isFile && name === null) return;
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  found.keep(bytes, found.attachments.length);
  found.attachments.push({ name: name ?? "", mime: clean(type, 100), size: bytes.byteLength, sha256 });
}

function describe(node) {
  const { value, params } = node.contentType.parsed;
  const disposition = node.contentDisposition.parsed;
  const given = disposition.params.filename ?? params.name;
  return {
    type: value.includes("/") ? value : "text/plain",
    name: given === undefined ? null : clean(readWords(given), 200),
    isFile: disposition.value === "attachment",
    bytes: node.bytes,
  };
}

async function walkParts(node, found, depth) {
  const type = `multipart/${node.contentType.multipart}`;
  found.tree.push({ depth, mime: clean(type, 100), name: null, size: null });
  const outside = asTheirs((node.outside ?? []).map(decodeBare).join("\n").trim());
  if (node.childNodes.length === 0) {
    noteOnce(found, "parts_not_found", null);
    if (outside !== "") found.texts.push(outside);
    return;
  }
  if (type === "multipart/alternative") await walkAlternatives(node, found, depth);
  else for (const child of node.childNodes) await walk(child, found, { depth: depth + 1, isTop: false });
  if (outside !== "" && !PREAMBLE.test(outside)) addText(found, outside, "Words outside the parts of the mail");
}

/** Of alternatives the plain one is shown; another only when it has words that are not in it: its reader saw those. */
async function walkAlternatives(node, found, depth) {
  const versions = [];
  for (const child of node.childNodes) {
    const inside = { ...found, texts: [] };
    await walk(child, inside, { depth: depth + 1, isTop: false });
    found.cut ||= inside.cut;
    const text = inside.texts.join("\n\n");
    if (text.trim() !== "") versions.push({ text, type: describe(child).type });
  }
  const plain = versions.findIndex(({ type }) => type === "text/plain");
  const ordered = plain > 0 ? [versions[plain], ...versions.toSpliced(plain, 1)] : versions;
  const words = new Set();
  for (const { text, type } of ordered) {
    const own = wordsIn(text);
    const isNew = words.size > 0 && own.some((word) => !words.has(word));
    if (words.size === 0) found.texts.push(text);
    else if (isNew) addText(found, text, `Another version of the same words (${clean(type, 60)}), which differs`);
    if (isNew) noteOnce(found, "versions_differ", null);
    for (const word of own) words.add(word);
  }
}

/** A link's target, and our own notes on a picture or on the source of words, are not words of the mail. */
function wordsIn(text) {
  return (withoutOurs(text).match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).map((word) => word.toLowerCase());
}

/** A mail that was attached or forwarded whole is read too. */
async function walkInside(bytes, found, depth) {
  if (depth + 1 > MAX_DEPTH || found.budget.parts <= 0) {
    noteOnce(found, depth + 1 > MAX_DEPTH ? "too_deep" : "too_many_parts", null);
    found.cut = true;
    return;
  }
  const root = await treeOf(
    openMail(bytes, () => undefined),
    found,
    depth + 1,
  );
  const head = headersOf(root).filter(([name]) => SHOWN_INSIDE.test(name));
  const headerText = head.map(([name, value]) => `${name}: ${value.slice(0, MAX_HEADER)}`).join("\n");
  found.texts.push([asOurs("[A mail inside this mail:]"), asTheirs(headerText)].filter(Boolean).join("\n"));
  await walk(root, found, { depth: depth + 1, isTop: true });
  found.texts.push(asOurs("[End of the mail inside this mail]"));
}

function addText(found, text, heading) {
  found.texts.push(`${asOurs(`[${heading}:]`)}\n${text}`);
}

function noteOnce({ notes }, kind, detail) {
  const told = detail === null ? null : clean(String(detail), 100);
  if (notes.size < MAX_NOTES) notes.set(`${kind} ${told}`, { kind, detail: told });
}

const clean = (text, most) => showInvisible(text).slice(0, most);

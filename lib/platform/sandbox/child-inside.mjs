import { createHash } from "node:crypto";
import { openArchive } from "./child-archive.mjs";
import { openMail } from "./child-mail-bytes.mjs";
import { newBudget, readTree } from "./child-mail-tree.mjs";
import { PAGE_BYTES } from "./child-page.mjs";
import { isArchive, sniff } from "./child-sniff.mjs";
import { answerOf } from "./child-warc.mjs";
import { unpackMember } from "./child-zip.mjs";

const PICTURES = new Set(["jpeg", "png", "gif", "webp"]);
const MOST = 6;
/** Smaller ones are signs and buttons. */
const LEAST_BYTES = 4 * 1024;
const MOST_BYTES = 16 * 1024 * 1024;
const ENTRIES_MAX = 2000;
const DATA = /data:image\/(?:png|jpeg|gif|webp);base64,([\w+/=]{1,24000000})/g;

/** The operation `inside`: the largest pictures in a saved page or an archive, as they are there. Frames: one for each. */
export async function run({ request, input, found, send }) {
  if (!isArchive(found.mime) && request.size > PAGE_BYTES) return;
  const known = new Map();
  for (const bytes of await candidates(await input.whole(), found)) {
    if (bytes.byteLength < LEAST_BYTES || bytes.byteLength > MOST_BYTES) continue;
    if (!PICTURES.has((await sniff(bytes.subarray(0, 4096), bytes.byteLength)).kind)) continue;
    known.set(createHash("sha256").update(bytes).digest("hex"), bytes);
    const all = [...known].sort(([, a], [, b]) => b.byteLength - a.byteLength);
    for (const [hash] of all.slice(MOST)) known.delete(hash);
  }
  const largest = [...known.values()].sort((a, b) => b.byteLength - a.byteLength);
  for (const [index, bytes] of largest.entries()) await send({ inside: index + 1 }, bytes);
}

async function candidates(bytes, found) {
  if (isArchive(found.mime)) return inArchive(openArchive(bytes, found.mime));
  if (found.mime === "multipart/related") return inMhtml(bytes);
  return bytes
    .toString("latin1")
    .matchAll(DATA)
    .map(([, text]) => Buffer.from(text, "base64"));
}

function* inArchive(archive) {
  for (const entry of archive.form === "zip" ? archive.entries.slice(0, ENTRIES_MAX) : []) {
    const { bytes } = /\.(jpe?g|png|gif|webp)$/i.test(entry.name) ? unpackMember(archive.bytes, entry, MOST_BYTES) : {};
    if (bytes) yield bytes;
  }
  for (const record of archive.records) {
    const answer = answerOf(record);
    if (answer?.status === 200 && answer.mime.startsWith("image/")) yield answer.bytes;
  }
}

async function inMhtml(bytes) {
  const { root } = await readTree(
    openMail(bytes, () => undefined),
    newBudget(),
    0,
  );
  const found = [];
  const walk = (node) => {
    if (node.contentType.multipart) for (const child of node.childNodes) walk(child);
    else if (node.contentType.parsed.value.startsWith("image/")) found.push(Buffer.from(node.bytes));
  };
  walk(root);
  return found;
}

import { findAnswer, openArchive, pageIn } from "./child-archive.mjs";
import { composeMhtml, placeOf } from "./child-mhtml.mjs";
import { PAGE_BYTES } from "./child-page.mjs";
import { isArchive } from "./child-sniff.mjs";
import { answerOf } from "./child-warc.mjs";
import { unpackMember } from "./child-zip.mjs";

const MHTML_MAX = 32 * 1024 * 1024;
const ARCHIVE_BYTES = 512 * 1024 * 1024;
const PIECE = 8 * 1024 * 1024;
/** What a page is drawn with; films, sounds and scripts are not. */
const DRAWN =
  /^(text\/(css|html|plain)|image\/|font\/|application\/((x-)?font|vnd\.ms-fontobject|xhtml\+xml|octet-stream))/;
const BY_ENDING = new Map(
  Object.entries({
    css: "text/css",
    html: "text/html",
    htm: "text/html",
    png: "image/png",
    jpg: "image/jpeg",
    jpeg: "image/jpeg",
    gif: "image/gif",
    webp: "image/webp",
    svg: "image/svg+xml",
    avif: "image/avif",
    ico: "image/x-icon",
    woff: "font/woff",
    woff2: "font/woff2",
    ttf: "font/ttf",
    otf: "font/otf",
  }),
);

/**
 * The operation `page`: page `number` of a saved page or an archive, with what it is drawn with, as one MHTML. Frames:
 * its pieces, then how many bytes they are. Nothing is sent for what has no such page.
 */
export async function run({ request, input, found, send }) {
  const mhtml = await mhtmlOf(request, input, found);
  if (!mhtml) return;
  for (let at = 0; at < mhtml.byteLength; at += PIECE) await send({ piece: at }, mhtml.subarray(at, at + PIECE));
  await send({ whole: mhtml.byteLength });
}

async function mhtmlOf({ number, size }, input, found) {
  if (isArchive(found.mime))
    return size > ARCHIVE_BYTES ? null : fromArchive(openArchive(await input.whole(), found.mime), number);
  if (number !== 1 || size > PAGE_BYTES) return null;
  if (found.mime === "multipart/related") return input.whole();
  if (found.mime !== "text/html") return null;
  return composeMhtml([{ at: placeOf("page.html"), mime: "text/html", bytes: await input.whole() }]);
}

function fromArchive(archive, number) {
  const page = archive.pages[number - 1];
  const document = page && pageIn(archive, page);
  if (!document) return null;
  const parts = [];
  const places = new Set();
  let left = MHTML_MAX;
  const add = (at, mime, bytes) => {
    if (places.has(at) || bytes.byteLength > left) return;
    places.add(at);
    left -= bytes.byteLength;
    parts.push({ at, mime, bytes });
  };
  const placed = archive.form === "zip" ? placeOf(document.at) : href(document.at);
  add(placed, withCharset(document), document.bytes);
  const rest = archive.form === "zip" ? besidesInZip(archive) : besidesInRecords(archive, page);
  for (const { at, mime, bytes } of rest) add(at, mime, bytes);
  return parts.length > 0 ? composeMhtml(parts) : null;
}

const withCharset = ({ mime, charset }) => (charset ? `${mime}; charset=${charset}` : mime);
const href = (address) => (URL.canParse(address) ? new URL(address).href : placeOf("page.html"));

function* besidesInZip({ bytes: archive, entries }) {
  for (const entry of entries) {
    const mime = BY_ENDING.get(/\.(\w{1,5})$/.exec(entry.name)?.[1]?.toLowerCase());
    const { bytes } = mime ? unpackMember(archive, entry, MHTML_MAX) : {};
    if (bytes) yield { at: placeOf(entry.name), mime, bytes };
  }
}

/** What was recorded nearest in time to the page comes first, since there may be more than fits. */
function* besidesInRecords(archive, page) {
  const near = ({ at }) => Math.abs(Date.parse(at ?? "") - Date.parse(page.at ?? "")) || 0;
  const ordered = archive.records.filter(
    ({ type }) => type === "response" || type === "resource" || type === "revisit",
  );
  for (const record of ordered.sort((a, b) => near(a) - near(b))) {
    if (!/^https?:/i.test(record.uri)) continue;
    const own = answerOf(record);
    const answer = own?.status === 200 ? own : findAnswer(archive, record.uri, record.at);
    if (answer && DRAWN.test(answer.mime))
      yield { at: href(record.uri), mime: withCharset(answer), bytes: answer.bytes };
  }
}

import { createHash } from "node:crypto";
import { htmlToText } from "./child-html.mjs";
import { charsetIn } from "./child-page.mjs";
import { sniff, WACZ, WARC } from "./child-sniff.mjs";
import { asOurs, asTheirs, decodeText, showInvisible, toLines, unmarked } from "./child-text.mjs";
import { checkWacz, isWacz } from "./child-wacz.mjs";
import { answerOf, checkDigests, instantOf, readWarc } from "./child-warc.mjs";
import { MEMBER_MAX, readZip, unpackMember } from "./child-zip.mjs";

/** Unpacked in all, to make the hashes: an archive that unpacks to more is listed further without them. */
const UNPACK_MAX = 768 * 1024 * 1024;
const WARCS_MAX = 384 * 1024 * 1024;
const MEMBERS_MAX = 1000;
/** As many as a packet prints of them. */
const ATTACHED_MAX = 300;
const PAGES_MAX = 200;
const PAGE_BYTES = 8 * 1024 * 1024;
/** More text than is ever shown. */
const TEXT_MAX = 1_000_000;
/** A page with fewer words than this was put together by scripts, which are not run. */
const FEW = 200;
const NAME = 300;
const ADDRESS = 2000;
const HTML = /\.x?html?$/i;

/** An archive, opened: what is in it, and the pages that can be shown. Nothing in it is run, and nobody is asked. */
export function openArchive(bytes, mime) {
  if (mime === WARC)
    return withPages({ form: "warc", bytes, entries: [], directory: "whole", cut: false }, [readWarc(bytes)]);
  const { entries, directory, cut } = readZip(bytes);
  const files = entries.filter(({ name }) => !/[\\/]$/.test(name));
  const archive = { form: "zip", bytes, entries: files, directory, cut };
  if (!isWacz(files.map(({ name }) => name)))
    return { ...archive, pages: savedPages(archive), records: [], broken: false };
  return withPages({ ...archive, form: "wacz" }, warcsIn(archive));
}

/** The bytes of a member by its name, or null. Of several with one name the first counts. */
export function readMember(archive, name) {
  const entry = archive.entries.find((candidate) => candidate.name === name);
  return (entry && unpackMember(archive.bytes, entry).bytes) ?? null;
}

function warcsIn(archive) {
  const read = [];
  let left = WARCS_MAX;
  for (const { name } of archive.entries.filter((entry) => /^archive\/.{1,400}\.warc(\.gz)?$/i.test(entry.name))) {
    const bytes = left > 0 ? readMember(archive, name) : null;
    const warc = bytes ? readWarc(bytes, left) : { records: [], broken: true };
    left -= warc.records.reduce((sum, { body }) => sum + body.byteLength, 0);
    read.push(warc);
  }
  return read;
}

function withPages(archive, warcs) {
  const records = warcs.flatMap((warc) => warc.records);
  const broken = warcs.some((warc) => warc.broken);
  const listed = archive.form === "wacz" ? listedPages(archive) : [];
  return { ...archive, records, broken, pages: listed.length > 0 ? listed : recordedPages(records) };
}

/** The pages that a WACZ names, one a line; a line that is none is passed over. */
function listedPages(archive) {
  const names = archive.entries.map(({ name }) => name).filter((name) => /^pages\/.{1,200}\.jsonl$/i.test(name));
  const pages = [];
  for (const name of names.sort((a, b) => Number(b === "pages/pages.jsonl") - Number(a === "pages/pages.jsonl"))) {
    for (const line of (readMember(archive, name)?.toString("utf8") ?? "").split("\n")) {
      const page = parsed(line);
      if (typeof page?.url !== "string" || pages.length > PAGES_MAX * 10) continue;
      const text = typeof page.text === "string" ? page.text.slice(0, TEXT_MAX) : "";
      pages.push({
        address: page.url,
        at: instantOf(page.ts),
        title: typeof page.title === "string" ? page.title : null,
        text,
      });
    }
  }
  return pages;
}

function parsed(line) {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

/** Where nothing names the pages: each document that a server answered with. */
function recordedPages(records) {
  return records
    .filter((record) => record.type === "response" || record.type === "resource")
    .flatMap((record) => {
      const answer = answerOf(record);
      const isPage = answer?.status === 200 && /^(text\/html|application\/xhtml\+xml)$/.test(answer.mime);
      return isPage ? [{ address: record.uri, at: record.at, title: null, text: "" }] : [];
    });
}

/** The documents that lie least deep: a browser saves a page beside the folder of what belongs to it. */
function savedPages({ entries }) {
  const found = entries.filter(({ name, isLocked, isLink }) => HTML.test(name) && !isLocked && !isLink);
  const depthOf = ({ name }) => name.split(/[\\/]/).length;
  const least = Math.min(...found.map(depthOf));
  const first = (name) => Number(/(^|[\\/])index\.x?html?$/i.test(name));
  return found
    .filter((entry) => depthOf(entry) === least)
    .sort((a, b) => first(b.name) - first(a.name))
    .map(({ name }) => ({ address: name, at: null, title: null, text: "" }));
}

/** What is shown of an archive: its facts, its members, and the words of its pages. */
export async function describeArchive(archive) {
  const { form, directory, cut } = archive;
  const members = await listMembers(archive);
  const pages = archive.pages.slice(0, PAGES_MAX);
  const { words, titles } = wordsOf(archive, pages);
  const { lines, cut: isCut } = toLines(unmarked(words));
  const facts = {
    form,
    directory,
    broken: archive.broken,
    members: members.slice(0, MEMBERS_MAX),
    moreMembers: Math.max(0, members.length - MEMBERS_MAX) + (cut ? 1 : 0),
    pages: pages.map(({ address, at, title }, index) => ({
      number: index + 1,
      address: clean(address, ADDRESS),
      at,
      title: title || titles[index] ? clean(title || titles[index], NAME) : null,
    })),
    morePages: Math.max(0, archive.pages.length - PAGES_MAX),
    records: form === "zip" ? null : { count: archive.records.length, ...checkDigests(archive.records) },
    wacz: form === "wacz" ? checkWacz((name) => readMember(archive, name), members) : null,
  };
  const attachments = members
    .slice(0, ATTACHED_MAX)
    .map(({ name, mime, size, sha256 }) => ({ name, mime, size, ...(sha256 ? { sha256 } : {}) }));
  return {
    mime: form === "wacz" ? WACZ : form === "warc" ? WARC : "application/zip",
    text: { kind: "text", headers: [], lines, attachments, cut: isCut || facts.morePages > 0, archive: facts },
  };
}

async function listMembers(archive) {
  const seen = new Set();
  const members = [];
  let left = UNPACK_MAX;
  for (const entry of archive.entries) {
    const isKnown = members.length >= MEMBERS_MAX;
    const most = Math.min(MEMBER_MAX, left);
    const { bytes, problem = null } = isKnown ? { problem: "over_limit" } : unpackMember(archive.bytes, entry, most);
    // What was unpacked for nothing took as long.
    left = Math.max(
      0,
      left - (bytes?.byteLength ?? (problem === "too_large" || problem === "broken" ? entry.packed : 0)),
    );
    const mime = bytes
      ? (await sniff(bytes.subarray(0, 64 * 1024), bytes.byteLength)).mime
      : "application/octet-stream";
    members.push({
      name: clean(entry.name, NAME),
      size: bytes?.byteLength ?? entry.size,
      mime,
      sha256: bytes ? createHash("sha256").update(bytes).digest("hex") : null,
      problem: problem === "too_large" && entry.size <= MEMBER_MAX ? "over_limit" : problem,
      odd: oddIn(entry.name, seen),
    });
    seen.add(entry.name);
  }
  return members;
}

/** What is strange about a name: it is only ever shown, and never used as a path. */
function oddIn(name, seen) {
  const parts = name.split(/[\\/]/);
  const isOutside = parts.includes("..") || /^([\\/]|[a-z]:)/i.test(name);
  return [...(isOutside ? ["outside"] : []), ...(seen.has(name) ? ["repeated"] : [])];
}

function wordsOf(archive, pages) {
  const kept = [];
  const titles = [];
  let length = 0;
  for (const [index, page] of pages.entries()) {
    if (length > TEXT_MAX) break;
    const found = pageIn(archive, page);
    const html = found
      ? decodeText(found.bytes.subarray(0, PAGE_BYTES), charsetIn(found.bytes, found.charset ?? "windows-1252"))
      : "";
    titles.push(/<title[^>]{0,200}>([^<]{1,500})/i.exec(html.slice(0, 256 * 1024))?.[1]?.trim() ?? null);
    const words = htmlToText(html);
    const noted = page.text.trim();
    const extra =
      words.length < FEW && noted.length > words.length
        ? `\n${asOurs("[Words as the program that made the archive noted them:]")}\n${asTheirs(noted)}`
        : "";
    const at = page.at ? `, ${page.at}` : "";
    const head = asOurs(`[Page ${index + 1}: ${page.address}${at}]`);
    const body = `${found ? words : asOurs("[Its document is not in the archive.]")}${extra}`;
    length += body.length;
    kept.push(`${head}\n${body}`);
  }
  if (kept.length === 0) kept.push(asOurs(`[Files in it: ${archive.entries.length}]`));
  return { words: kept.join("\n\n"), titles };
}

/** The document of a page: `{ at, bytes, charset, mime }`, or null when the archive does not hold it. */
export function pageIn(archive, page) {
  if (archive.form === "zip") {
    const bytes = readMember(archive, page.address);
    return bytes ? { at: page.address, bytes, charset: null, mime: "text/html" } : null;
  }
  return findAnswer(archive, page.address, page.at);
}

const HOPS = 5;

/** The answer of a server to an address, nearest in time; where it led elsewhere, what stood there. */
export function findAnswer(archive, address, at, hops = 0) {
  const bare = address.replace(/#.*$/s, "");
  const near = (record) => Math.abs(Date.parse(record.at ?? "") - Date.parse(at ?? "")) || 0;
  const those = archive.records
    .filter(
      ({ uri, type }) =>
        (uri === address || uri === bare) && (type === "response" || type === "resource" || type === "revisit"),
    )
    .sort((a, b) => near(a) - near(b));
  for (const record of those) {
    const answer = record.type === "revisit" ? answerOf(originalOf(archive, record) ?? record) : answerOf(record);
    if (!answer) continue;
    if (answer.status === 200) return { at: address, ...answer };
    if (answer.status < 300 || answer.status > 399 || !answer.location || hops >= HOPS) continue;
    const to = URL.canParse(answer.location, address) ? new URL(answer.location, address).href : null;
    const found = to && findAnswer(archive, to, at, hops + 1);
    if (found) return { ...found, at: address };
  }
  return null;
}

/** A server that answered with the same bytes again is noted without them. */
function originalOf({ records }, { fields }) {
  const digest = fields.get("warc-payload-digest");
  return (
    digest &&
    records.find((record) => record.type === "response" && record.fields.get("warc-payload-digest") === digest)
  );
}

const clean = (text, most) => showInvisible(String(text)).slice(0, most);

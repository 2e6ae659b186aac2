import { checkCounts, checkListSignature, LIST, LIST_SIGNATURE, readList } from "./check-list.mjs";
import { checkPapers } from "./check-papers.mjs";
import { checkPdf } from "./check-pdf.mjs";
import { NOTE, originalsNote } from "./originals-note.mjs";
import { readFile } from "./read-file.mjs";
import { differs, doNotUse, plural } from "./say.mjs";
import { Sha256 } from "./sha256.mjs";
import { copyState, NOTES, standingLine, standingOf, stops } from "./standing.mjs";

/** What systems leave in folders by themselves. */
const CLUTTER = new Set([".DS_Store", "Thumbs.db", "desktop.ini"]);
const partWords = {
  served: "Packet",
  annex: "Sealed annex",
  request: "Letter of request, editable",
  case_uco: "CASE/UCO file",
  verifier: "This page",
};

/**
 * Checks the files of a packet against its list. `onProgress(done, total, name)` in bytes. Returns lines { state: ok |
 * note | open | warn | stop | bad, what, said }, the list, who signed it, and whether it may be acted on: its standing.
 * `copied`: a stamped copy replaces the packet; `alone`: papers about a handover, without their packet.
 */
export async function checkPacket(chosen, onProgress = () => {}) {
  const present = chosen.filter((file) => !CLUTTER.has(file.name));
  const listFile = present.find((file) => file.name === LIST);
  if (!listFile) return checkAlone(present);
  const listBytes = new Uint8Array(await listFile.arrayBuffer());
  const { list, problem } = readList(listBytes);
  const signatureFile = present.find((file) => file.name === LIST_SIGNATURE);
  const signature = signatureFile && new Uint8Array(await signatureFile.arrayBuffer());
  const { line, signed } = await checkListSignature(listBytes, signature, list);
  if (problem) return { lines: [{ state: "bad", what: LIST, said: `${problem} ${doNotUse}` }, line], signed };
  if (line.state === "bad") return { list, signed, trusted: false, lines: [line, ...present.flatMap(doubted)] };
  const wrapping = present.find((file) => isWrapping(file.name, list));
  const rest = present.filter((file) => file !== listFile && file !== signatureFile && file !== wrapping);
  const found = namePlaces(await readAll(rest, list, onProgress), list);
  const originals = checkOriginals(list, found, wrapping?.name);
  const copies = takeCopies(list, found);
  const standing = standingOf(list, [...copies, ...takeNotes(found)]);
  const packed = [
    ...(await checkParts(list, found, { copies, standing })),
    ...originals,
    ...checkMasked(list, found, wrapping?.name),
    ...checkNote(list, found),
    checkCounts(list),
  ];
  const packet = { fingerprint: list.signer?.fingerprint ?? null, list: new Sha256().update(listBytes).hex() };
  const left = found.filter((file) => !file.used).length;
  const { lines: papers } = await checkPapers(found, packet);
  const beside = left - found.filter((file) => !file.used).length;
  return {
    list,
    signed,
    trusted: true,
    standing,
    copied: copies.length > 0,
    lines: [line, ...packed, standingLine(standing, list), ...papers, ...strangers(found)],
    read: found.length - beside + (signature ? 2 : 1),
  };
}

/** Without the list of a packet, only papers about a handover say anything by themselves. */
async function checkAlone(present) {
  const found = present.map((file) => ({ file, name: file.name, bytes: file.size, used: false }));
  const { lines, signed } = await checkPapers(found, null);
  if (lines.length > 0) return { alone: true, signed, lines: [...lines, ...strangers(found)] };
  return {
    lines: [
      { state: "bad", what: LIST, said: `${LIST} is not among these files. Choose the whole folder of the packet.` },
    ],
  };
}

/** Of a list that was changed nothing is repeated: whoever changed it chose what it says. */
function doubted({ name }) {
  if (name === LIST || name === LIST_SIGNATURE) return [];
  return [{ state: "open", what: name, said: "Not compared, because the list cannot be trusted." }];
}

/** The names of copies that say on every page that the version no longer counts. They are not signed. */
function takeCopies(list, found) {
  const copies = found.filter((file) => copyState(file.name, list.packet) && !file.used);
  for (const copy of copies) copy.used = true;
  return copies.map((copy) => copy.name);
}

/** The names of the notes present about the state of the version. */
function takeNotes(found) {
  const notes = found.filter((file) => Object.values(NOTES).includes(file.name) && !file.used);
  for (const note of notes) note.used = true;
  return notes.map((note) => note.name);
}

/** The originals in one file, as an officer gets them; the contents are checked once unpacked. */
function isWrapping(name, list) {
  const stem = `${list.packet.no}-v${list.packet.version}-originals`;
  return name.startsWith(stem) && /^( ?\(\d+\))?\.zip$/.test(name.slice(stem.length));
}

async function readAll(files, list, onProgress) {
  const total = files.reduce((sum, file) => sum + file.size, 0);
  const served = list.parts.find((part) => part.part === "served");
  const named = files.some((file) => file.name === served?.name);
  const found = [];
  let done = 0;
  for (const file of files) {
    const isServed = named ? file.name === served.name : file.name.toLowerCase().endsWith(".pdf");
    const onBytes = (bytes) => {
      done += bytes;
      onProgress(done, total, file.name);
    };
    onProgress(done, total, file.name);
    const read = await readFile(file, { stretches: isServed ? list.pages : [], onBytes });
    found.push({ file, name: file.name, bytes: file.size, used: false, ...read });
  }
  return found;
}

/** A file by its name, else one with the same content under another name. */
function take(found, wanted) {
  const free = found.filter((file) => !file.used);
  const named = free.filter((file) => file.name === wanted.name);
  const file =
    named.find((candidate) => candidate.sha256 === wanted.sha256) ??
    named[0] ??
    free.find((candidate) => candidate.sha256 === wanted.sha256);
  if (file) file.used = true;
  return file ?? null;
}

/**
 * Says of each file that holds what was packed under another name, whose place it has: `holds`; and whether the other
 * lies in its place in turn.
 */
function namePlaces(found, list) {
  const packed = [
    ...list.parts,
    ...list.exhibits.flatMap(({ originals }) =>
      originals.map((original) => ({ ...original, name: original.travelsAs ?? original.name })),
    ),
  ];
  const own = (name) => packed.find((wanted) => wanted.name === name);
  return found.map((file) => {
    const wanted = own(file.name);
    const held = packed.find((other) => other.sha256 === file.sha256);
    if (!wanted || !held || wanted.sha256 === file.sha256) return file;
    const other = found.find(({ name }) => name === held.name);
    return { ...file, holds: held.name, swapped: other?.sha256 === wanted.sha256 };
  });
}

async function checkParts(list, found, { copies, standing }) {
  const lines = [];
  for (const part of list.parts) {
    const what = `${describePart(part.part)}, ${part.name}`;
    const file = take(found, part);
    if (part.travels === "apart") lines.push(apart(what, part, file));
    else if (part.part === "request" || part.part.endsWith("-docx")) lines.push(...editable(what, part, file));
    else if (!file && part.part.startsWith("letter-") && stops[standing]) lines.push(kept(what));
    else if (!file && part.part === "served" && copies.length > 0) lines.push(replacedBy(what, part, copies[0]));
    else if (!file) lines.push({ state: "bad", what, said: "It is missing. Ask the liaison desk for it." });
    else if (part.part === "served") lines.push(...(await checkPdf(part, file, list)), ...renamed(what, part, file));
    else lines.push(compared(what, part, file), ...renamed(what, part, file));
  }
  return lines;
}

function describePart(part) {
  const [, no, docx] = /^letter-(\d+)(-docx)?$/.exec(part) ?? [];
  if (no) return `Letter ${no}${docx ? ", editable" : ""}`;
  return partWords[part] ?? part;
}

/** A letter of a version that no longer counts stays with the organisation. */
function kept(what) {
  return { state: "note", what, said: "It is not here: letters of a version that no longer counts are not given out." };
}

/** The bytes of such a copy cannot be verified, and nobody should act on it. */
function replacedBy(what, part, name) {
  const message = `In its place lies ${name}, a copy that says on every page that this version no longer counts. The file that was signed has the SHA-256 ${part.sha256}.`;
  return { state: "stop", what, said: message };
}

function apart(what, part, file) {
  if (!file) return { state: "note", what, said: "It travels separately and is not in this folder, as it should be." };
  if (file.sha256 !== part.sha256) return compared(what, part, file);
  return { state: "warn", what, said: "It lies in this folder. It names people: keep it apart from the served part." };
}

/** It is meant to be edited: a changed one is somebody's work, and a missing one is no loss. */
function editable(what, part, file) {
  if (!file)
    return [{ state: "note", what, said: "It is not here. It is a copy to edit, and nothing is missing without it." }];
  if (file.sha256 === part.sha256) return [compared(what, part, file), ...renamed(what, part, file)];
  if (file.holds) return [compared(what, part, file)];
  return [
    {
      state: "warn",
      what,
      said: "It was edited since it was packed, as it may be. Only the PDF says what was packed.",
    },
  ];
}

function compared(what, wanted, file) {
  if (file.sha256 === wanted.sha256) return { state: "ok", what, said: "As packed." };
  return { state: "bad", what, said: differs(wanted, file) };
}

function renamed(what, wanted, file) {
  if (file.name === wanted.name) return [];
  return [{ state: "note", what, said: `It was found under the name ${file.name}.` }];
}

/** Originals next to the PDF, and those that somebody saved from it. */
function checkOriginals(list, found, wrapping) {
  return list.exhibits.flatMap((exhibit) =>
    exhibit.originals.flatMap((original) => {
      const what = `${exhibit.code} original${exhibit.originals.length > 1 ? ` ${original.no}` : ""}`;
      const wanted = { ...original, name: original.travelsAs ?? original.name };
      const file = take(found, wanted) ?? (original.travelsAs ? take(found, original) : null);
      if (file) return [compared(what, wanted, file), ...renamed(what, wanted, file)];
      if (original.travels === "beside" && wrapping)
        return [{ state: "open", what, said: `It is in ${wrapping}: unpack it first, and check the folder again.` }];
      if (original.travels === "beside")
        return [{ state: "bad", what, said: `${wanted.name} is missing. Ask the liaison desk for it.` }];
      return [{ state: "note", what, said: ways[original.travels](wanted.name) }];
    }),
  );
}

/** The masked copies that are printed in place of a page. Earlier releases gave only their hashes. */
function checkMasked(list, found, wrapping) {
  return list.exhibits.flatMap((exhibit) =>
    exhibit.maskedCopies.flatMap((copy) => {
      const what = `${exhibit.code} masked copy, ${copy.name}`;
      const file = take(found, copy);
      if (file) return [compared(what, copy, file), ...renamed(what, copy, file)];
      if (copy.travels !== "beside") return [];
      if (wrapping)
        return [{ state: "open", what, said: `It is in ${wrapping}: unpack it first, and check the folder again.` }];
      return [{ state: "bad", what, said: `${copy.name} is missing. Ask the liaison desk for it.` }];
    }),
  );
}

const ways = {
  inside: (name) => `It is attached to the PDF as ${name}. Save it from there into this folder to check it too.`,
  sealed: () => "It is sealed: it is shown only to an officer or prosecutor who signs for it.",
  held: () => "It stays with the organisation. Its SHA-256 is in Annex A.",
};

/** The note next to the originals is generated from the list alone, so it can be regenerated and compared. */
function checkNote(list, found) {
  const text = originalsNote(list.exhibits);
  const file = text === null ? null : found.find((candidate) => candidate.name === NOTE && !candidate.used);
  if (!file) return [];
  file.used = true;
  const bytes = new TextEncoder().encode(text);
  return [compared(NOTE, { bytes: bytes.length, sha256: new Sha256().update(bytes).hex() }, file)];
}

function strangers(found) {
  return found
    .filter((file) => !file.used)
    .map((file) => ({
      state: "warn",
      what: file.name,
      said: `This file is not part of the packet (${plural(file.bytes, "byte")}). Nothing is known about it.`,
    }));
}

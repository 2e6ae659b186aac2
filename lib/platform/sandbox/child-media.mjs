const MIB = 1024 * 1024;
/** A film is read whole only up to this size: where its description is at the end of more, its tracks stay unknown. */
const WHOLE_BYTES = 128 * MIB;
const HEAD_BYTES = 4 * MIB;
const BOXES_MAX = 5000;
const DEPTH_MAX = 8;

const RECORDING = /^(?:(?:audio|video)\/|application\/ogg)/;
/** Codecs of voice and film of old phones, which no browser plays. */
const OLD_SOUND = new Set(["samr", "sawb", "sawp", "sevc", "sqcp"]);
const OLD_FILM = new Set(["s263", "h263", "mp4v"]);

/** True for what `inspectMedia` reads. */
export const isRecording = (mime) => RECORDING.test(mime);

/**
 * What a recording is by its own structure: sound or film, in which container, and whether its lengths fit the file.
 * Nothing is decoded. @returns `{ mime, problem }`
 */
export async function inspectMedia(input, size, mime) {
  const bytes = size <= WHOLE_BYTES ? await input.whole() : await input.head(HEAD_BYTES);
  const isWhole = bytes.byteLength === size;
  const mark = bytes.toString("latin1", 0, 4);
  if (mark === "OggS") return readOgg(bytes);
  if (bytes.toString("latin1", 4, 8) === "ftyp") return readMp4(bytes, { size, isWhole });
  if (bytes.byteLength > 4 && bytes.readUInt32BE(0) === 0x1a45dfa3) return readEbml(bytes, mime);
  if (mark === "RIFF" && bytes.toString("latin1", 8, 12) === "WAVE") return readWave(bytes, size);
  return { mime, problem: null };
}

const OGG = [
  ["OpusHead", "audio/ogg; codecs=opus"],
  ["\u0001vorbis", "audio/ogg; codecs=vorbis"],
  ["\u007fFLAC", "audio/ogg; codecs=flac"],
  ["Speex   ", "audio/x-speex"],
];

/** The first pages say what the streams are (RFC 3533): a film has Theora among them. */
function readOgg(bytes) {
  const found = [];
  for (let at = 0; at + 27 <= bytes.byteLength && found.length < DEPTH_MAX; ) {
    if (bytes.toString("latin1", at, at + 4) !== "OggS" || bytes[at + 4] !== 0) break;
    const begins = (bytes[at + 5] & 2) === 2;
    if (!begins) break;
    const segments = bytes[at + 26];
    const from = at + 27 + segments;
    const length = bytes.subarray(at + 27, from).reduce((sum, part) => sum + part, 0);
    if (from + length > bytes.byteLength) return { mime: "application/ogg", problem: "truncated" };
    found.push(bytes.toString("latin1", from, Math.min(from + 8, from + length)));
    at = from + length;
  }
  if (found.some((head) => head.startsWith("\u0080theora"))) return { mime: "video/ogg", problem: null };
  const known = OGG.find(([begins]) => found.some((head) => head.startsWith(begins)));
  return known ? { mime: known[1], problem: null } : { mime: "application/ogg", problem: "unreadable" };
}

/** The boxes of an MP4 (ISO 14496-12). One that claims more bytes than there are ends the read. */
function readMp4(bytes, { size, isWhole }) {
  const seen = { tracks: [], boxes: 0, ends: "whole", description: false };
  walkBoxes(bytes, { from: 0, to: size, depth: 0, seen });
  const films = seen.tracks.filter(({ kind }) => kind === "vide");
  const sounds = seen.tracks.filter(({ kind }) => kind === "soun");
  const isOld = films.some(({ codec }) => OLD_FILM.has(codec)) || sounds.some(({ codec }) => OLD_SOUND.has(codec));
  const of = isOld ? "3gpp" : "mp4";
  const mime = films.length > 0 || !seen.description ? `video/${of}` : isOld ? "audio/amr" : "audio/mp4";
  if (seen.ends === "broken") return { mime, problem: "unreadable" };
  if (seen.ends === "short") return { mime, problem: "truncated" };
  if (isWhole && films.length + sounds.length === 0) return { mime, problem: "unreadable" };
  return { mime, problem: null };
}

const INSIDE = new Set(["moov", "trak", "mdia", "minf", "stbl"]);

function walkBoxes(bytes, { from, to, depth, seen, track }) {
  let at = from;
  while (at + 8 <= to && at + 8 <= bytes.byteLength) {
    seen.boxes += 1;
    if (seen.boxes > BOXES_MAX || depth > DEPTH_MAX) return end(seen, "broken");
    const claimed = bytes.readUInt32BE(at);
    const type = bytes.toString("latin1", at + 4, at + 8);
    const isLong = claimed === 1 && at + 16 <= bytes.byteLength;
    const length = isLong ? Number(bytes.readBigUInt64BE(at + 8)) : claimed === 0 ? to - at : claimed;
    const head = isLong ? 16 : 8;
    if (length < head) return end(seen, "broken");
    if (at + length > to) return end(seen, depth === 0 ? "short" : "broken");
    if (type === "moov") seen.description = true;
    const inner = { from: at + head, to: at + length };
    if (type === "trak") {
      const own = { kind: "", codec: "" };
      seen.tracks.push(own);
      walkBoxes(bytes, { ...inner, depth: depth + 1, seen, track: own });
    } else if (INSIDE.has(type)) walkBoxes(bytes, { ...inner, depth: depth + 1, seen, track });
    else if (track && inner.from + 16 <= bytes.byteLength) {
      if (type === "hdlr") track.kind = bytes.toString("latin1", inner.from + 8, inner.from + 12);
      if (type === "stsd") track.codec = bytes.toString("latin1", inner.from + 12, inner.from + 16);
    }
    if (seen.ends !== "whole") return;
    at += length;
  }
}

function end(seen, how) {
  seen.ends = how;
}

const [SEGMENT, TRACKS, ENTRY, KIND, DOCUMENT] = [0x18538067, 0x1654ae6b, 0xae, 0x83, 0x4282];
const OPENED = new Set([0x1a45dfa3, SEGMENT, TRACKS, ENTRY]);

/** The head of a WebM or Matroska (RFC 8794, RFC 9559): which of the two, and whether it has pictures. */
function readEbml(bytes, mime) {
  const seen = { document: "", kinds: [], elements: 0 };
  walkElements(bytes, { from: 0, to: bytes.byteLength, seen });
  const isWebm = seen.document === "webm";
  if (!isWebm && seen.document !== "matroska") return { mime, problem: "unreadable" };
  if (seen.kinds.length === 0) return { mime, problem: "unreadable" };
  const of = isWebm ? "webm" : "matroska";
  return { mime: `${seen.kinds.includes(1) ? "video" : "audio"}/${of}`, problem: null };
}

function walkElements(bytes, { from, to, seen }) {
  let at = from;
  while (at < to) {
    seen.elements += 1;
    const id = numberAt(bytes, at, true);
    const size = id && numberAt(bytes, at + id.length, false);
    if (!size || seen.elements > BOXES_MAX) return;
    const inner = at + id.length + size.length;
    const last = size.value === null ? to : Math.min(inner + size.value, to);
    if (id.value === DOCUMENT)
      seen.document = bytes.toString("latin1", inner, Math.min(last, inner + 20)).replace(/\0+$/, "");
    if (id.value === KIND) seen.kinds.push(bytes[last - 1]);
    if (OPENED.has(id.value)) walkElements(bytes, { from: inner, to: last, seen });
    at = last;
  }
}

/** A number of one to eight bytes; its first bit that is set says how many. All ones: not known. */
function numberAt(bytes, at, isId) {
  const first = bytes[at];
  if (!first) return null;
  const length = Math.clz32(first) - 23;
  if (at + length > bytes.byteLength || (isId && length > 4)) return null;
  let value = isId ? first : first & (0xff >> length);
  let isOpen = !isId && value === 0xff >> length;
  for (let next = 1; next < length; next += 1) {
    isOpen &&= bytes[at + next] === 0xff;
    value = value * 256 + bytes[at + next];
  }
  return { length, value: isOpen ? null : value };
}

function readWave(bytes, size) {
  const claimed = bytes.readUInt32LE(4) + 8;
  // Recorders that were cut off leave the length as it was at the start.
  const isShort = claimed > size && claimed !== 0xffffffff + 8;
  return { mime: "audio/wav", problem: isShort ? "truncated" : null };
}

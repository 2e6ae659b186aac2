const PIECE = 256 * 1024;
const HEAD = 64 * 1024;

/** What cannot be read, in one of our own words; `detail` holds numbers and stamps, never what somebody wrote. */
export class ChatRefusal extends Error {
  constructor(problem, detail = null) {
    super(problem);
    this.problem = problem;
    this.detail = detail;
  }
}

/** The last moment that a date of JavaScript can name. */
const LAST = 8_640_000_000_000_000;
/** Milliseconds since 1970 that a message can have been sent at. */
export const isInstant = (at) => Number.isSafeInteger(at) && at > 0 && at <= LAST;

/** The longest line that is kept whole; what follows on the same line is left out and marked. */
export const MAX_LINE = 100_000;

/** By its mark, by the zeros of UTF-16, or by whether all of it is UTF-8: an export may turn odd after a megabyte. */
export function charsetOf(bytes) {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  const zeros = [0, 0];
  const head = bytes.subarray(0, HEAD);
  for (let at = 0; at < head.byteLength; at += 1) if (head[at] === 0) zeros[at % 2] += 1;
  if (zeros[1] > head.byteLength / 5) return "utf-16le";
  if (zeros[0] > head.byteLength / 5) return "utf-16be";
  return isUtf8(bytes) ? "utf-8" : "windows-1252";
}

/** The text of the bytes, a piece at a time, so that a large export is never one string. */
export function* piecesOf(bytes, charset = charsetOf(bytes)) {
  const decoder = new TextDecoder(charset);
  for (let at = 0; at < bytes.byteLength; at += PIECE) {
    yield decoder.decode(bytes.subarray(at, at + PIECE), { stream: true });
  }
  yield decoder.decode();
}

/** Lines with their number from 1. `cut` is true where the line was longer than is kept. */
export function* linesOf(bytes, charset = charsetOf(bytes)) {
  let number = 1;
  let held = "";
  let cut = false;
  const hold = (text) => {
    const room = MAX_LINE - held.length;
    if (text.length > room) cut = true;
    if (room > 0) held += text.slice(0, room);
  };
  for (const piece of piecesOf(bytes, charset)) {
    let from = 0;
    for (let end = piece.indexOf("\n"); end !== -1; end = piece.indexOf("\n", from)) {
      hold(piece.slice(from, end));
      yield { number, text: held.endsWith("\r") ? held.slice(0, -1) : held, cut };
      [number, held, cut, from] = [number + 1, "", false, end + 1];
    }
    hold(piece.slice(from));
  }
  if (held !== "") yield { number, text: held, cut };
}

function isUtf8(bytes) {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  try {
    for (let at = 0; at < bytes.byteLength; at += PIECE)
      decoder.decode(bytes.subarray(at, at + PIECE), { stream: true });
    decoder.decode();
    return true;
  } catch {
    return false;
  }
}

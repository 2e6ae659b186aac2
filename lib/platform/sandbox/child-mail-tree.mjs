import { isUtf8 } from "node:buffer";
import PostalMime from "postal-mime";

const MAX_PARTS = 200;
const MAX_DEPTH = 8;
/** Lines outside every part: more than these are not shown, as for any text. */
const MAX_OUTSIDE = 4001;
const ENCODED = /^(?:base64|quoted-printable)$/;
const RETURN = Buffer.from("=0D");
const FIELD = /^[!-9;-~]+[ \t]*:/;

/** How many parts one mail may have, with those of the mails inside it. */
export const newBudget = () => ({ parts: MAX_PARTS });

/**
 * The tree of parts of a mail, as parsed line by line by postal-mime. It returns the text and the files of a mail only
 * as a whole; what is shown as evidence also needs where each part begins and ends in the bytes, what is outside every
 * part, and to stop at a limit without losing what was read. These parts of its tree are internal to it, so its version
 * is pinned, and tests/unit/platform/sandbox/mail-differential.test.ts detects changes.
 * @returns `{ root, problems }`: each node has `bytes`, `outside` (lines of a multipart in no part) and `stray` (lines
 * among its headers that are not headers); `problems` are the names of notes
 */
export async function readTree(bytes, budget, depth) {
  const reader = new TreeReader(budget, depth);
  await reader.readAll(bytes);
  return { root: reader.root, problems: reader.problems };
}

class TreeReader extends PostalMime {
  problems = new Set();
  budget;
  outerDepth;

  constructor(budget, depth) {
    super();
    this.budget = budget;
    this.outerDepth = depth;
    this.budget.parts -= 1;
  }

  async readAll(bytes) {
    const isWhole = bytes.byteOffset === 0 && bytes.byteLength === bytes.buffer.byteLength;
    this.buf = isWhole ? bytes.buffer : new Uint8Array(bytes).buffer;
    this.av = new Uint8Array(this.buf);
    this.readPos = 0;
    try {
      while (this.readPos < this.av.length && !this.problems.has("too_many_parts")) {
        this.passOver();
        await this.take(this.readLine().bytes);
      }
    } catch {
      // Its own limits: two mebibytes of headers.
      this.problems.add("headers_too_long");
    }
    if (this.boundaries.length > 0 && !this.problems.has("too_many_parts")) this.problems.add("not_closed");
    const last = this.currentNode;
    if (last.state === "body" && last.from !== undefined) last.to = this.av.length;
    await this.finalize();
    this.settle(this.root);
  }

  /** Of a part that is not encoded only lines that may be a boundary matter: the others are passed over at once. */
  passOver() {
    const node = this.currentNode;
    if (node.state !== "body" || node.contentDecoder !== null || node.contentType.multipart) return;
    const whole = Buffer.from(this.buf);
    const next = this.boundaries.length === 0 ? -1 : whole.indexOf("\n--", Math.max(0, this.readPos - 1)) + 1;
    let from = next > 0 ? next : this.av.length;
    // The line before is read as any other, so that where it ends is found in one place.
    from = from > this.readPos ? whole.lastIndexOf("\n", from - 2) + 1 : this.readPos;
    if (from <= this.readPos) return;
    node.from ??= this.readPos;
    this.readPos = from;
  }

  async take(line) {
    const node = this.currentNode;
    const before = node.state;
    await this.processLine(before === "header" ? this.legible(line) : line, false);
    if (this.currentNode !== node) return this.begin();
    if (before === "header" && node.state === "header") this.noteStray(node, line);
    if (before === "header" && node.state === "body") return this.open(node);
    const isOutside = before === "finished" || node.contentType.multipart;
    if (isOutside && before !== "header" && node.state === before) keepOutside(node, line);
    else if (before === "body" && node.state === "body") {
      node.from ??= line.byteOffset;
      node.to = line.byteOffset + line.length;
    }
  }

  /** A boundary line: a new part began, or one that holds others ended. */
  begin() {
    const node = this.currentNode;
    if (node.state !== "header" || node.headerLines.length > 0) return;
    this.budget.parts -= 1;
    if (this.budget.parts >= 0) return;
    this.problems.add("too_many_parts");
    node.parentNode.childNodes.pop();
  }

  /** The headers of a part have been read. Only encoded content needs a decoder: the rest is in the bytes unchanged. */
  open(node) {
    const { multipart } = node.contentType;
    const { encoding } = node.contentTransferEncoding;
    if (multipart || !ENCODED.test(encoding)) node.contentDecoder = null;
    else if (encoding === "quoted-printable") node.contentDecoder = keepLineEnds(node.contentDecoder, this.av);
    if (!multipart || node.depth + this.outerDepth < MAX_DEPTH) return;
    this.boundaries = this.boundaries.filter((boundary) => boundary.node !== node);
    this.problems.add("too_deep");
  }

  /** Headers are UTF-8 or ASCII (RFC 6532); other bytes are most often the set of old Windows programs. */
  legible(line) {
    if (isUtf8(line)) return line;
    this.problems.add("header_bytes");
    return new TextEncoder().encode(new TextDecoder("windows-1252").decode(line));
  }

  noteStray(node, line) {
    const text = new TextDecoder().decode(this.legible(line));
    const goesOn = /^[ \t]/.test(text) && node.headerLines.length > 1;
    node.isStray = goesOn ? node.isStray : !FIELD.test(text);
    if (!node.isStray) return;
    node.stray ??= [];
    if (node.stray.length < MAX_OUTSIDE) node.stray.push(text);
    this.problems.add("odd_header_lines");
  }

  settle(node) {
    const raw = Buffer.from(this.buf, node.from ?? 0, node.from === undefined ? 0 : node.to - node.from);
    node.bytes = node.content === null ? raw : Buffer.from(node.content);
    for (const child of node.childNodes) this.settle(child);
  }
}

/**
 * postal-mime ends every line of quoted-printable with LF, the last one too. A file that was sent keeps the CRLF that
 * it had, and the last one belongs to the boundary; spaces at the end of a line were added on the way (RFC 2045, 6.7).
 */
function keepLineEnds(decoder, whole) {
  let ended = 0;
  return {
    update(line) {
      let length = line.length;
      while (length > 0 && (line[length - 1] === 0x20 || line[length - 1] === 0x09)) length -= 1;
      const isSoft = length > 0 && line[length - 1] === 0x3d;
      const hasReturn = !isSoft && whole[line.byteOffset + line.length] === 0x0d;
      ended = isSoft ? 0 : hasReturn ? 2 : 1;
      const text = line.subarray(0, length);
      decoder.update(hasReturn ? Buffer.concat([text, RETURN]) : text);
    },
    finalize: async () => {
      const content = await decoder.finalize();
      return content.slice(0, content.byteLength - ended);
    },
  };
}

function keepOutside(node, line) {
  node.outside ??= [];
  if (node.outside.length < MAX_OUTSIDE) node.outside.push(line);
}

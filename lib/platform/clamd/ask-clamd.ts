import "server-only";
import { connect, type Socket } from "node:net";
import { ScanFailed } from "./problems";
import { readVerdict, readVersion, type Verdict } from "./read-verdict";

type Limits = {
  /** The longest silence: to be let in, to take the next piece, to answer. In milliseconds. */
  silenceMs?: number;
};

/** A verdict may take minutes for a large archive; a scanner that takes nothing in for this long is away. */
const patience = 120_000;

/** No answer of clamd is longer; what goes on is not clamd. */
const maxAnswer = 1024;

/**
 * Sends bytes to a ClamAV daemon with its INSTREAM command and reads its verdict. Nothing is written to disk here, and
 * the scanner learns neither a name nor where the bytes belong.
 * @param address the path of a socket, or `host:port`
 * @throws ScanFailed if there is no verdict; what `source` throws
 */
export function scanStream(address: string, source: AsyncIterable<Uint8Array>, limits?: Limits): Promise<Verdict> {
  return talk(address, limits, async (send, answer) => {
    await send(Buffer.from("zINSTREAM\0"));
    for await (const piece of source) {
      if (piece.byteLength === 0) continue;
      await send(lengthOf(piece.byteLength), piece);
      // It answered before it had everything: it will not scan the rest.
      if (answer.early()) return refuseEarly(await answer.line());
    }
    await send(lengthOf(0));
    return readVerdict(await answer.line());
  });
}

/** The version of a daemon that answers, with the day of its list. @throws ScanFailed */
export function askVersion(address: string, limits: Limits = { silenceMs: 5_000 }): Promise<string> {
  return talk(address, limits, async (send, answer) => {
    await send(Buffer.from("zVERSION\0"));
    return readVersion(await answer.line());
  });
}

/** A verdict on part of a file is none on the file, unless a virus is in that part. */
function refuseEarly(line: string): Verdict {
  const verdict = readVerdict(line);
  if (verdict.virus === null) throw new ScanFailed("garbled");
  return verdict;
}

function lengthOf(bytes: number): Buffer {
  const header = Buffer.alloc(4);
  header.writeUInt32BE(bytes);
  return header;
}

type Answer = { line: () => Promise<string>; early: () => boolean };
type Send = (...pieces: Uint8Array[]) => Promise<void>;

async function talk<T>(
  address: string,
  { silenceMs = patience }: Limits = {},
  act: (send: Send, answer: Answer) => Promise<T>,
): Promise<T> {
  const socket = connect(placeOf(address));
  socket.setTimeout(silenceMs, () => socket.destroy(new ScanFailed("no_answer")));
  const answer = listen(socket);
  try {
    return await act(sender(socket, answer), answer);
  } finally {
    socket.destroy();
  }
}

const placeOf = (address: string) => {
  if (address.startsWith("/")) return { path: address };
  const colon = address.lastIndexOf(":");
  return { host: address.slice(0, colon).replace(/^\[|\]$/g, ""), port: Number(address.slice(colon + 1)) };
};

/** Writes as fast as the scanner takes it, so that no file is ever held whole; stops when it has spoken or is gone. */
function sender(socket: Socket, answer: Answer): Send {
  return async (...pieces) => {
    for (const piece of pieces) {
      if (answer.early()) return;
      if (socket.write(piece)) continue;
      const drained = new Promise<void>((resolve) => void socket.once("drain", resolve));
      await Promise.race([drained, answer.line()]);
    }
  };
}

/** An answer ends with a zero byte. What came whole counts, also when the line breaks a moment later. */
function listen(socket: Socket): Answer {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  promise.catch(() => undefined);
  let text = "";
  let isWhole = false;
  socket.on("data", (piece: Buffer) => {
    text += piece.toString("latin1");
    const end = text.indexOf("\0");
    if (end >= 0) {
      isWhole = true;
      resolve(text.slice(0, end));
    } else if (text.length > maxAnswer) reject(new ScanFailed("garbled"));
  });
  socket.on("error", (error: NodeJS.ErrnoException) =>
    reject(error instanceof ScanFailed ? error : new ScanFailed(problemOf(socket, error.code))),
  );
  socket.on("close", () => reject(new ScanFailed("closed_early")));
  return { line: () => promise, early: () => isWhole };
}

const cut = new Set(["ECONNRESET", "EPIPE"]);
const problemOf = (socket: Socket, code = "") =>
  cut.has(code) || socket.bytesRead > 0 ? "closed_early" : "unreachable";

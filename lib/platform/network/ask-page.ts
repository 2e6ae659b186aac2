import "server-only";
import { lookup } from "node:dns/promises";
import { type IncomingMessage, request } from "node:http";
import type { Socket } from "node:net";
import type { Readable } from "node:stream";
import { connect as secure, type TLSSocket } from "node:tls";
import { createBrotliDecompress, createGunzip, createInflate } from "node:zlib";
import { directWay, type OpenWay } from "./open-way";
import { PageFailed } from "./page-problems";
import { isPublicAddress } from "./public-address";

/** How the other side is reached. A test names its own resolver, way and authority. */
export type Ways = {
  resolve: (host: string) => Promise<readonly string[]>;
  open: OpenWay;
  ca?: string;
  /** From the question for the name to the last byte read, in milliseconds. */
  timeoutMs?: number;
};

export const systemWays: Ways = {
  resolve: async (host) => (await lookup(host, { all: true, order: "ipv4first" })).map(({ address }) => address),
  open: directWay,
};

/** What was answered. `body` is null for what is no page: of a picture or a film not one byte is read. */
export type PageAnswer = { status: number; headers: Readonly<Record<string, string>>; body: Buffer | null };

/** More bytes than this are not read, as they come and as they are unpacked. */
export const mostBytes = 3 * 1024 * 1024;
export const mostUnpacked = 8 * 1024 * 1024;
const mostHeaderBytes = 32 * 1024;

/** The same for everybody: it names neither the product nor an organisation, and nothing of a case. */
const neutralHeaders = {
  accept: "text/html,application/xhtml+xml",
  "accept-language": "en",
  "accept-encoding": "identity",
  "user-agent": "Mozilla/5.0",
  connection: "close",
} as const;

/**
 * Reads one page by https and follows no redirect. The name is resolved once, every address of it has to be public, and
 * the connection goes to the address that was looked at. No cookie, no credential, nothing is run.
 * @throws PageFailed with one of a closed list of problems
 */
export async function askPage(url: URL, ways: Ways = systemWays): Promise<PageAnswer> {
  if (url.protocol !== "https:" || url.port !== "" || url.username !== "" || url.password !== "")
    throw new Error("Only a plain https address is read.");
  const signal = AbortSignal.timeout(ways.timeoutMs ?? 20_000);
  let line: Socket | undefined;
  const end = () => line?.destroy();
  signal.addEventListener("abort", end);
  try {
    const address = await inTime(signal, resolvePublic(url.hostname, ways));
    line = await inTime(signal, ways.open(address, 443, signal));
    return await inTime(signal, talk(url, await shake(line, url.hostname, ways.ca)));
  } catch (error) {
    if (signal.aborted) throw new PageFailed("too_slow");
    throw error instanceof PageFailed ? error : new PageFailed(problemOf(error));
  } finally {
    signal.removeEventListener("abort", end);
    end();
  }
}

/** One address that is not public refuses the name: what resolves to both is made to be confused. */
async function resolvePublic(host: string, { resolve }: Ways): Promise<string> {
  const found = await resolve(host).catch(() => []);
  const [first] = found;
  if (!first) throw new PageFailed("no_such_host");
  if (!found.every(isPublicAddress)) throw new PageFailed("own_network");
  return first;
}

/** Gives up waiting when the time is over, whatever is waited for. */
function inTime<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const late = () => reject(new PageFailed("too_slow"));
    if (signal.aborted) late();
    signal.addEventListener("abort", late, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener("abort", late));
  });
}

function shake(socket: Socket, servername: string, ca: string | undefined): Promise<TLSSocket> {
  return new Promise((resolve, reject) => {
    const safe = secure({ socket, servername, ca, minVersion: "TLSv1.2", ALPNProtocols: ["http/1.1"] });
    safe.once("secureConnect", () => resolve(safe));
    safe.once("error", reject);
  });
}

function talk(url: URL, socket: TLSSocket): Promise<PageAnswer> {
  const path = `${url.pathname}${url.search}`;
  const headers = { host: url.hostname, ...neutralHeaders };
  return new Promise((resolve, reject) => {
    const asked = request({
      createConnection: () => socket,
      host: url.hostname,
      path,
      headers,
      maxHeaderSize: mostHeaderBytes,
    });
    asked.once("response", (answer) => {
      const { statusCode: status = 0 } = answer;
      readBody(answer).then((body) => resolve({ status, headers: plainHeaders(answer), body }), reject);
    });
    asked.once("error", reject);
    asked.end();
  });
}

const pageTypes = ["text/html", "application/xhtml+xml", "text/plain", "application/json"];

async function readBody(answer: IncomingMessage): Promise<Buffer | null> {
  const type = answer.headers["content-type"]?.split(";")[0]?.trim().toLowerCase() ?? "";
  const unpacked = pageTypes.includes(type) ? unpack(answer) : null;
  if (!unpacked) return null;
  if (Number(answer.headers["content-length"] ?? 0) > mostBytes) throw new PageFailed("too_large");
  let came = 0;
  answer.on("data", (piece: Buffer) => {
    came += piece.length;
    if (came > mostBytes) answer.destroy(new PageFailed("too_large"));
  });
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of unpacked as AsyncIterable<Buffer>) {
    size += piece.length;
    if (size > mostUnpacked) throw new PageFailed("too_large");
    pieces.push(piece);
  }
  if (!answer.complete) throw new PageFailed("closed_early");
  return Buffer.concat(pieces);
}

/** Some servers pack although they were asked not to. Null for what is packed twice or in another way. */
function unpack(answer: IncomingMessage): Readable | null {
  const packed = answer.headers["content-encoding"]?.trim().toLowerCase() ?? "identity";
  if (packed === "identity" || packed === "") return answer;
  const make = { gzip: createGunzip, deflate: createInflate, br: createBrotliDecompress }[packed];
  if (!make) return null;
  const unpacked = make();
  answer.on("error", (error) => unpacked.destroy(error));
  return answer.pipe(unpacked);
}

const longestHeader = 500;

/** Each header once, and none so long that it says more than an answer has to. */
function plainHeaders({ headers }: IncomingMessage): Record<string, string> {
  const plain: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (typeof value === "string") plain[name] = value.slice(0, longestHeader);
  }
  return plain;
}

function problemOf(error: unknown): PageFailed["problem"] {
  const code = String((error as NodeJS.ErrnoException).code ?? "");
  if (code === "HPE_HEADER_OVERFLOW") return "too_large";
  if (/^(ERR_TLS|CERT_|DEPTH_|SELF_SIGNED|UNABLE_TO_|ERR_SSL|HOSTNAME_)/.test(code)) return "not_trusted";
  if (/^(ECONNRESET|EPIPE|HPE_|ERR_STREAM_PREMATURE|Z_)/.test(code)) return "closed_early";
  return "unreachable";
}

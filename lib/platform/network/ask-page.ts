import "server-only";
import { type IncomingMessage, request } from "node:http";
import type { Readable } from "node:stream";
import type { TLSSocket } from "node:tls";
import { createBrotliDecompress, createGunzip, createInflate } from "node:zlib";
import { PageFailed } from "./page-problems";
import { mostHeaderBytes, reachHost, systemWays, type Ways } from "./reach-host";

/** What was answered. `body` is null for what is no page: of a picture or a film not one byte is read. */
export type PageAnswer = { status: number; headers: Readonly<Record<string, string>>; body: Buffer | null };

/** More bytes than this are not read, as they come and as they are unpacked. */
export const mostBytes = 3 * 1024 * 1024;
export const mostUnpacked = 8 * 1024 * 1024;

/** The same for everybody: it names neither the product nor an organisation, and nothing of a case. */
const neutralHeaders = {
  accept: "text/html,application/xhtml+xml",
  "accept-language": "en",
  "accept-encoding": "identity",
  "user-agent": "Mozilla/5.0",
  connection: "close",
} as const;

/**
 * Reads one page by https and follows no redirect. No cookie, no credential, nothing is run.
 * @throws PageFailed with one of a closed list of problems
 */
export function askPage(url: URL, ways: Ways = systemWays): Promise<PageAnswer> {
  return reachHost(url, ways, (socket) => talk(url, socket));
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

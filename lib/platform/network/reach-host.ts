import "server-only";
import { lookup } from "node:dns/promises";
import type { Socket } from "node:net";
import { connect as secure, type TLSSocket } from "node:tls";
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

/** Of the headers of an answer no more is read. */
export const mostHeaderBytes = 32 * 1024;

/**
 * Opens a connection to a host by https and lets `talk` use it. The name is resolved once, every address of it has to be
 * public, the connection goes to the address that was looked at, and the certificate is checked against the name.
 * @throws PageFailed with one of a closed list of problems
 */
export async function reachHost<T>(url: URL, ways: Ways, talk: (socket: TLSSocket) => Promise<T>): Promise<T> {
  if (url.protocol !== "https:" || url.port !== "" || url.username !== "" || url.password !== "")
    throw new Error("Only a plain https address is read.");
  const signal = AbortSignal.timeout(ways.timeoutMs ?? 20_000);
  let line: Socket | undefined;
  const end = () => line?.destroy();
  signal.addEventListener("abort", end);
  try {
    const address = await inTime(signal, resolvePublic(url.hostname, ways));
    line = await inTime(signal, ways.open(address, 443, signal));
    return await inTime(signal, talk(await shake(line, url.hostname, ways.ca)));
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

function problemOf(error: unknown): PageFailed["problem"] {
  const code = String((error as NodeJS.ErrnoException).code ?? "");
  if (code === "HPE_HEADER_OVERFLOW") return "too_large";
  if (/^(ERR_TLS|CERT_|DEPTH_|SELF_SIGNED|UNABLE_TO_|ERR_SSL|HOSTNAME_)/.test(code)) return "not_trusted";
  if (/^(ECONNRESET|EPIPE|HPE_|ERR_STREAM_PREMATURE|Z_)/.test(code)) return "closed_early";
  return "unreachable";
}

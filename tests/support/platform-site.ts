import { mkdtempSync, readFileSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { createServer } from "node:https";
import { type AddressInfo, connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Duplex } from "node:stream";
import type { Ways } from "@/lib/platform/network/reach-host";
import { makeCertificate } from "./tls-in-front";

/** Names for which the site has a certificate. */
export const siteHost = "posts.example";
export const otherHost = "elsewhere.example";
export const videoHost = "www.youtube.com";

/** A public address that nobody is contacted at: a test leads every connection to its own site. */
const publicAddress = "93.184.215.14";

type Asked = { host: string; path: string; headers: IncomingMessage["headers"] };
type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/** A real HTTPS server on this machine that plays the sites of the internet, and notes what it is asked. */
export type Site = {
  asked: Asked[];
  /** What the worker connected to, by what it resolved. */
  connected: string[];
  /** What names resolve to; everything else is public. */
  names: Record<string, string[]>;
  answer: Answer;
  /** A page with this status and body. */
  says: (status: number, body: string, headers?: Record<string, string>) => void;
  ways: Ways;
  stop: () => void;
};

export async function startSite(): Promise<Site> {
  const folder = mkdtempSync(join(tmpdir(), "site-"));
  const names = [siteHost, otherHost, videoHost].map((name) => `DNS:${name}`).join();
  const files = makeCertificate(folder, "site", names);
  const cert = readFileSync(files.cert, "utf8");
  const open = new Set<Duplex>();
  const server = createServer({ cert, key: readFileSync(files.key) }, (request, response) => {
    const { host = "" } = request.headers;
    site.asked.push({ host, path: request.url ?? "", headers: request.headers });
    site.answer(request, response);
  });
  server.on("connection", (socket) => {
    open.add(socket);
    socket.on("error", () => undefined);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const site: Site = {
    asked: [],
    connected: [],
    names: {},
    answer: (_, response) => response.end(),
    says: (status, body, headers = {}) => {
      site.answer = (_, response) => {
        response.writeHead(status, { "content-type": "text/html; charset=utf-8", ...headers }).end(body);
      };
    },
    ways: {
      ca: cert,
      timeoutMs: 2_000,
      resolve: async (host) => site.names[host] ?? [publicAddress],
      open: (address, at) =>
        new Promise((resolve, reject) => {
          site.connected.push(`${address}:${at}`);
          const socket = connect(port, "127.0.0.1");
          socket.once("connect", () => resolve(socket));
          socket.once("error", reject);
        }),
    },
    stop: () => {
      for (const socket of open) socket.destroy();
      server.close();
    },
  };
  return site;
}

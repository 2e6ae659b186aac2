import { mkdtemp, rm } from "node:fs/promises";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { makeAuthorityFiles, reply } from "./time-authority-files";

/** How the authority behaves. All but `ok` and `slow` are faults. */
const authorityModes = [
  "ok",
  "slow",
  "error_500",
  "hang",
  "wrong_nonce",
  "wrong_imprint",
  "rejects",
  "expired_certificate",
  "foreign_ca",
  "huge",
  "redirect",
  "garbage",
  "wrong_type",
  "closes",
  "closes_halfway",
] as const;
export type AuthorityMode = (typeof authorityModes)[number];

export type TimeAuthority = {
  /** The address to put into TSA_URLS, and the file for TSA_CA_FILE. */
  url: string;
  caFile: string;
  folder: string;
  /** How often it was asked. */
  asked: () => number;
  behave: (mode: AuthorityMode) => void;
  close: () => Promise<void>;
};

type Options = { mode?: AuthorityMode; name?: string; port?: number };

/**
 * A real time authority on this machine: it answers over HTTP with `openssl ts -reply`, under a root, an issuer and a
 * signer made for it in a folder of its own. Needs `openssl`; `hasTool("openssl")` says whether it is there.
 */
export async function startTimeAuthority({
  mode = "ok",
  name = "Test Time",
  port = 0,
}: Options = {}): Promise<TimeAuthority> {
  const folder = await mkdtemp(join(tmpdir(), "time-authority-"));
  const caFile = await makeAuthorityFiles(join(folder, "own"), name);
  const state = { mode, asked: 0, foreign: null as Promise<string> | null };
  let turn: Promise<unknown> = Promise.resolve();
  const server = createServer((request, response) => {
    state.asked += 1;
    // One at a time: `openssl ts` counts its serial numbers in a file.
    turn = turn.then(() => respond(folder, state, request, response)).catch(() => response.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/tsr`,
    caFile,
    folder,
    asked: () => state.asked,
    behave: (next) => {
      state.mode = next;
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await rm(folder, { recursive: true, force: true });
    },
  };
}

type State = { mode: AuthorityMode; foreign: Promise<string> | null };

async function respond(
  folder: string,
  state: State,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const query = await bodyOf(request);
  const own = join(folder, "own");
  const send = (bytes: Buffer) => response.writeHead(200, { "content-type": "application/timestamp-reply" }).end(bytes);
  switch (state.mode) {
    case "ok":
      return void send(await reply(own, query));
    case "slow":
      await wait(700);
      return void send(await reply(own, query));
    case "wrong_nonce":
      return void send(await reply(own, changed(query, [0x02, 0x10])));
    case "wrong_imprint":
      return void send(await reply(own, changed(query, [0x04, 0x20])));
    case "rejects":
      return void send(await reply(own, query, { section: "declines" }));
    case "expired_certificate":
      return void send(await reply(own, query, { signer: "expired" }));
    case "foreign_ca":
      state.foreign ??= makeAuthorityFiles(join(folder, "foreign"), "Foreign Time");
      await state.foreign;
      return void send(await reply(join(folder, "foreign"), query));
    default:
      return fault(state.mode, response, send);
  }
}

function fault(mode: AuthorityMode, response: ServerResponse, send: (bytes: Buffer) => void): void {
  const type = { "content-type": "application/timestamp-reply" };
  if (mode === "error_500") response.writeHead(500).end("down for repair");
  if (mode === "huge") send(Buffer.alloc(1_000_000, 0x30));
  if (mode === "garbage") send(Buffer.from("this is not an answer"));
  if (mode === "wrong_type")
    response.writeHead(200, { "content-type": "text/html" }).end("<h1>Sign in to the network</h1>");
  if (mode === "redirect") response.writeHead(302, { location: "http://127.0.0.1:9/elsewhere" }).end();
  if (mode === "closes") response.destroy();
  if (mode === "closes_halfway") {
    response.writeHead(200, { ...type, "content-length": 900 });
    response.write(Buffer.alloc(100, 0x30), () => response.destroy());
  }
  // "hang" says nothing at all.
}

/** The query with another last byte in the first field that starts so. */
function changed(query: Buffer, [tag = 0, length = 0]: readonly [number, number]): Buffer {
  const copy = Buffer.from(query);
  const last = copy.indexOf(Buffer.from([tag, length])) + 1 + length;
  copy[last] = (copy[last] ?? 0) ^ 1;
  return copy;
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece as Buffer);
  return Buffer.concat(pieces);
}

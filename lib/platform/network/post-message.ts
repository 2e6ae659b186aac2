import "server-only";
import { request } from "node:http";
import type { TLSSocket } from "node:tls";
import { mostHeaderBytes, reachHost, systemWays, type Ways } from "./reach-host";

type Message = { headers: Readonly<Record<string, string>>; body: string };

/**
 * Posts JSON to an address by https and returns the status of the answer. No redirect is followed and not one byte of
 * the answer's body is read. `headers` say what they say; nothing else names the product or this machine.
 * @throws PageFailed with one of a closed list of problems
 */
export async function postMessage(url: URL, message: Message, ways: Ways = systemWays): Promise<number> {
  return (await postForToken(url, message, ways)).status;
}

type Answered = { status: number; token: string | null };

/** The same, with the bearer token that the answer has in its `Authorization` header. @throws PageFailed */
export function postForToken(url: URL, message: Message, ways: Ways = systemWays): Promise<Answered> {
  return reachHost(url, ways, (socket) => talk(url, message, socket));
}

function talk(url: URL, { headers, body }: Message, socket: TLSSocket): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const asked = request({
      createConnection: () => socket,
      method: "POST",
      host: url.hostname,
      path: `${url.pathname}${url.search}`,
      headers: {
        host: url.hostname,
        "content-type": "application/json",
        "content-length": Buffer.byteLength(body),
        connection: "close",
        ...headers,
      },
      maxHeaderSize: mostHeaderBytes,
    });
    asked.once("response", (answer) => {
      answer.destroy();
      const token = /^Bearer [\w.~+/=-]{1,4000}$/.exec(answer.headers.authorization ?? "")?.[0] ?? null;
      resolve({ status: answer.statusCode ?? 0, token });
    });
    asked.once("error", reject);
    asked.end(body);
  });
}

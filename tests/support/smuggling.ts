import { connect, type Socket } from "node:net";
import { connect as connectTls } from "node:tls";

/** What each try hides behind a request of its own: no server may take it for a request. */
export const hidden = "/smuggled";

const post = (...headers: string[]) => ["POST /first HTTP/1.1", "Host: cases.example", ...headers, "", ""].join("\r\n");
const secret = `GET ${hidden} HTTP/1.1\r\nHost: cases.example\r\nX-Rest: `;
const chunked = "Transfer-Encoding: chunked";

/** Requests whose end two programs could see at different places: each as it goes over the wire. */
export const tries: Record<string, string> = {
  "a length and chunks": `${post("Content-Length: 4", chunked)}0\r\n\r\n${secret}`,
  "chunks and a length": `${post(chunked, `Content-Length: ${5 + secret.length}`)}0\r\n\r\n${secret}`,
  "two lengths": `${post("Content-Length: 0", `Content-Length: ${secret.length}`)}${secret}`,
  "two lengths, the shorter last": `${post(`Content-Length: ${secret.length}`, "Content-Length: 0")}${secret}`,
  "two lengths in one line": `${post(`Content-Length: 0, ${secret.length}`)}${secret}`,
  "a length with a sign": `${post(`Content-Length: +${secret.length}`)}${secret}`,
  "a length below nothing": `${post("Content-Length: -1")}${secret}`,
  "a length in hexadecimal": `${post("Content-Length: 0x10")}${secret}`,
  "a space before the colon of a length": `${post(`Content-Length : ${secret.length}`)}${secret}`,
  "a space before the colon of chunks": `${post("Content-Length: 4", "Transfer-Encoding : chunked")}0\r\n\r\n${secret}`,
  "a folded line": `${post("Content-Length: 4", "Transfer-Encoding:\r\n chunked")}0\r\n\r\n${secret}`,
  "a folded line before the length": `${post("X-Other: a\r\n Content-Length: 0", `Content-Length: ${secret.length}`)}${secret}`,
  "chunks under another name": `${post("Content-Length: 4", "Transfer-Encoding: xchunked")}0\r\n\r\n${secret}`,
  "chunks twice": `${post("Content-Length: 4", chunked, "Transfer-Encoding: identity")}0\r\n\r\n${secret}`,
  "chunks that are not the last": `${post("Content-Length: 4", "Transfer-Encoding: chunked, gzip")}0\r\n\r\n${secret}`,
  "chunks with a tab": `${post("Content-Length: 4", "Transfer-Encoding:\u000bchunked")}0\r\n\r\n${secret}`,
  "a bad size of a chunk": `${post(chunked)}zz\r\nabc\r\n0\r\n\r\n${secret}`,
  "a size of a chunk with 0x": `${post(chunked)}0x3\r\nabc\r\n0\r\n\r\n${secret}`,
  "a size of a chunk below nothing": `${post(chunked)}-1\r\nabc\r\n0\r\n\r\n${secret}`,
  "a size of a chunk beyond all numbers": `${post(chunked)}10000000000000003\r\nabc\r\n0\r\n\r\n${secret}`,
  "a chunk longer than it says": `${post(chunked)}3\r\nabcdef\r\n0\r\n\r\n${secret}`,
  "an end of line alone in a chunk's extension": `${post(chunked)}3;a\nxx\r\nabc\r\n0\r\n\r\n${secret}`,
  "a return alone between headers": `${post(`X-Other: a\rContent-Length: ${secret.length}`, "Content-Length: 0")}${secret}`,
  "a nought within a header": `${post("X-Other: a\0b", "Content-Length: 0")}${secret}`,
  "two hosts": `GET /first HTTP/1.1\r\nHost: cases.example\r\nHost: elsewhere.example\r\nContent-Length: ${secret.length}\r\n\r\n${secret}`,
  "chunks in HTTP/1.0": `${post("Content-Length: 4", chunked).replace("1.1", "1.0")}0\r\n\r\n${secret}`,
};

/** Where a try goes: to a port of this machine, in the clear or by TLS. */
export type Door = { port: number; tls: boolean };

/** Every status that comes back on one connection that was given these bytes, until it is silent or closed. */
export function statusesOf({ port, tls }: Door, bytes: string): Promise<number[]> {
  const to = { host: "127.0.0.1", port };
  return new Promise((resolve) => {
    let message = "";
    const at: Socket = tls
      ? connectTls({ ...to, servername: "cases.example", rejectUnauthorized: false })
      : connect(to);
    at.setTimeout(150, () => at.destroy());
    at.on("data", (piece) => {
      message += piece.toString("latin1");
    });
    at.on("error", () => at.destroy());
    at.on("close", () => resolve([...message.matchAll(/^HTTP\/1\.[01] (\d{3})/gm)].map(([, code]) => Number(code))));
    at.write(Buffer.from(bytes, "latin1"));
  });
}

import "../../../bin/support/gate.mjs";
import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, expect, test, vi } from "vitest";
import { makeForeignCount } from "../../../bin/support/foreign-origin.mjs";
import { sha256Hex } from "../../../lib/platform/crypto/hash";
import { seededBytes } from "../../support/files";
import { hidden, statusesOf, tries } from "../../support/smuggling";

const reached: string[] = [];
/** What a body is read by, where a test says so. */
let reading: ((asked: IncomingMessage) => Promise<string>) | null = null;
const server = createServer((asked, answer) => {
  reached.push(`${asked.method} ${asked.url}`);
  if (reading) return void reading(asked).then((found) => answer.end(found));
  asked.resume().on("end", () => answer.end("taken"));
});
await once(server.listen(0, "127.0.0.1"), "listening");
const door = { port: (server.address() as AddressInfo).port, tls: false };
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

test.each(Object.entries(tries))("the server itself refuses %s, and takes nothing behind it", async (_, bytes) => {
  expect(await statusesOf(door, bytes)).toEqual([400]);
  expect(reached).not.toContain(`GET ${hidden}`);
});

test("the server answers a request that is written as it should be", async () => {
  const plain = "POST /first HTTP/1.1\r\nHost: cases.example\r\nContent-Length: 2\r\n\r\nok";
  expect(await statusesOf(door, plain)).toEqual([200]);
});

test.each(["https://evil.example", "null", "http://localhost:1"])(
  "an action from %s is refused before Next has it",
  async (origin) => {
    const messages: string[] = [];
    const write = vi.spyOn(console, "warn").mockImplementation((line) => void messages.push(String(line)));
    const sent = `POST /cases HTTP/1.1\r\nHost: cases.example\r\nOrigin: ${origin}\r\nContent-Length: 2\r\n\r\nok`;
    expect(await statusesOf(door, sent)).toEqual([403]);
    expect(reached).not.toContain("POST /cases");
    expect(messages.join()).not.toContain(origin);
    write.mockRestore();
  },
);

test("our own page, a request that names no origin, and a route that answers for itself go on", async () => {
  vi.stubEnv("APP_ORIGIN", "https://cases.example");
  for (const [path, origin] of [
    ["/cases", "Origin: https://cases.example"],
    ["/cases", "X-Other: a"],
    ["/api/session", "Origin: https://evil.example"],
  ]) {
    const sent = `POST ${path} HTTP/1.1\r\nHost: cases.example\r\n${origin}\r\nContent-Length: 2\r\n\r\nok`;
    expect(await statusesOf(door, sent), `${path} ${origin}`).toEqual([200]);
  }
  vi.unstubAllEnvs();
});

test("what is asked about the server as a whole is answered without Next", async () => {
  expect(await statusesOf(door, "OPTIONS * HTTP/1.1\r\nHost: cases.example\r\n\r\n")).toEqual([204]);
  expect(await statusesOf(door, "GET * HTTP/1.1\r\nHost: cases.example\r\n\r\n")).toEqual([400]);
  expect(reached.filter((line) => line.endsWith(" *"))).toEqual([]);
});

test("a thousand strangers' requests are two lines a minute, without a word of theirs", async () => {
  const lines: string[] = [];
  const note = makeForeignCount((line: string) => void lines.push(line), 20);
  for (let n = 0; n < 1000; n += 1) note();
  await new Promise((resolve) => setTimeout(resolve, 60));
  expect(lines.map((line) => JSON.parse(line))).toMatchObject([
    { level: 40, attempt: "foreign_origin", count: 1 },
    { level: 40, attempt: "foreign_origin", count: 999 },
  ]);
});

/** Sends a body and gives what its reader found. @param to method and path */
async function readBy(reader: typeof reading, to: string, body: Uint8Array): Promise<string> {
  const [method, path] = to.split(" ");
  reading = reader;
  try {
    const answer = await fetch(`http://127.0.0.1:${door.port}${path}`, { method, body: Buffer.from(body) });
    return await answer.text();
  } finally {
    reading = null;
  }
}

test("the memory of a file that comes in is given back piece by piece; of other bodies it is kept", async () => {
  const bytes = seededBytes(700_000, 3);
  const keepAll = async (asked: IncomingMessage) => {
    const pieces: Buffer[] = [];
    let came = 0;
    for await (const piece of asked) {
      pieces.push(piece);
      came += piece.byteLength;
    }
    return `${came} came, ${pieces.reduce((sum, { byteLength }) => sum + byteLength, 0)} kept`;
  };
  for (const path of ["/api/evidence/1", "/api/capture/1", "/p/files/1", "/offline/arrivals/1"]) {
    expect(await readBy(keepAll, `PUT ${path}`, bytes), path).toBe("700000 came, 0 kept");
  }
  for (const to of ["PUT /api/forms", "PUT /api/imports", "POST /api/evidence/announce"]) {
    expect(await readBy(keepAll, to, bytes), to).toBe("700000 came, 700000 kept");
  }
});

test("a file is whole for who reads it as Next does", async () => {
  const bytes = seededBytes(700_000, 4);
  const asNext = async (asked: IncomingMessage) => {
    const init = { method: "PUT", body: asked, duplex: "half" } as unknown as RequestInit;
    return sha256Hex(new Uint8Array(await new Request("http://localhost/", init).arrayBuffer()));
  };
  expect(await readBy(asNext, "PUT /api/evidence/1", bytes)).toBe(sha256Hex(bytes));
});

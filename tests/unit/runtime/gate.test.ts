import "../../../bin/support/gate.mjs";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, expect, test } from "vitest";
import { hidden, statusesOf, tries } from "../../support/smuggling";

const reached: string[] = [];
const server = createServer((asked, answer) => {
  reached.push(`${asked.method} ${asked.url}`);
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

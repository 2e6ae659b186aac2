import { createServer, request, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { sayBusy } from "../../../bin/support/busy-page.mjs";
import { makeDoor } from "../../../bin/support/door.mjs";

const sizes = {
  people: { atOnce: 2, waiting: 2, patienceMs: 400 },
  strangers: { atOnce: 1, waiting: 0, patienceMs: 400 },
};
const cookie = "__Host-sid=anything";

let server: Server;
let port = 0;
/** Ends the answers that are being worked on, in the order in which they were let in. */
let inside: (() => void)[] = [];

beforeEach(async () => {
  inside = [];
  const door = makeDoor(sizes);
  server = createServer((asked, answer) => {
    const go = () => {
      asked.on("end", () => inside.push(() => answer.end("done")));
      asked.resume();
      return true;
    };
    door(asked, answer, go, () => sayBusy(asked, answer));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  port = (server.address() as AddressInfo).port;
});

afterEach(() => {
  server.closeAllConnections();
  server.close();
});

type Sent = { path?: string; headers?: Record<string, string>; body?: string; slow?: boolean };

function send({ path = "/", headers = {}, body, slow = false }: Sent = {}) {
  const method = body === undefined && !slow ? "GET" : "POST";
  const asking = request({ port, path, method, headers: { ...headers, ...(slow ? { "content-length": "9" } : {}) } });
  const answer = new Promise<{ status: number; text: string; retry: string | undefined }>((resolve, reject) => {
    asking.on("error", reject);
    asking.on("response", (got) => {
      let text = "";
      got.on("data", (part) => {
        text += part;
      });
      got.on("end", () => resolve({ status: got.statusCode ?? 0, text, retry: got.headers["retry-after"] }));
    });
  });
  answer.catch(() => {});
  if (slow) asking.write("a");
  else asking.end(body);
  return { answer, stop: () => asking.destroy() };
}

const until = async (count: number) => {
  for (let tries = 0; tries < 200 && inside.length < count; tries += 1) await sleep(5);
  expect(inside).toHaveLength(count);
};

describe("a server that is asked more than it can do", () => {
  test("lets so many in, has the next wait their turn, and tells whoever is one too many at once", async () => {
    const all = Array.from({ length: 4 }, () => send({ headers: { cookie } }));
    await until(2);
    await sleep(50);
    const began = performance.now();
    const last = await send({ headers: { cookie, accept: "text/html" } }).answer;
    expect(last).toMatchObject({ status: 503, retry: "3" });
    expect(last.text).toContain("tries again by itself");
    expect(performance.now() - began).toBeLessThan(300);
    inside[0]?.();
    inside[1]?.();
    await until(4);
    inside[2]?.();
    inside[3]?.();
    expect((await Promise.all(all.map(({ answer }) => answer))).map(({ status }) => status)).toEqual(
      Array(4).fill(200),
    );
  });

  test("tells whoever waited long to come again, and forgets who went away", async () => {
    for (let at = 0; at < 2; at += 1) send({ headers: { cookie } });
    await until(2);
    const gone = send({ headers: { cookie } });
    await sleep(50);
    gone.stop();
    const waited = await send({ headers: { cookie } }).answer;
    expect(waited.status).toBe(503);
    inside[0]?.();
    await sleep(50);
    expect(inside).toHaveLength(2);
  });

  test("strangers fill their own room only", async () => {
    send();
    await until(1);
    expect((await send().answer).status).toBe(503);
    const person = send({ headers: { cookie } });
    await until(2);
    inside[1]?.();
    expect((await person.answer).status).toBe(200);
  });

  test("what is sent slowly takes no place until it is there; what is only looked at says so, what was sent does not", async () => {
    for (let at = 0; at < 5; at += 1) send({ slow: true });
    await sleep(200);
    send();
    await until(1);
    const sent = await send({ body: "name=value" }).answer;
    expect(sent.status).toBe(503);
    expect(sent.text).toContain("what you typed is still there");
  });

  test("health and styles are answered whatever else there is", async () => {
    send();
    await until(1);
    for (const path of ["/api/health", "/_next/static/a.css"]) send({ path });
    await until(3);
  });

  test("a place is free again when its answer begins, or its browser has gone", async () => {
    const first = send();
    await until(1);
    first.stop();
    await sleep(50);
    const second = send();
    await until(2);
    inside[1]?.();
    expect((await second.answer).status).toBe(200);
    const slow = send({ slow: true });
    await sleep(20);
    slow.stop();
    await sleep(50);
    send();
    await until(3);
  });
});

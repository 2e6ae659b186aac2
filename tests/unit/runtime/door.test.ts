import { readFileSync } from "node:fs";
import { Agent, createServer, type IncomingMessage, request, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { answerBusy } from "../../../bin/support/busy-page.mjs";
import { makeDoor } from "../../../bin/support/door.mjs";

/** Longer than any test may take: whoever waits is let in, or the test ends. */
const patienceMs = 600_000;
const sizes = {
  people: { atOnce: 2, waiting: 2, patienceMs, share: { atOnce: 2, waiting: 2 } },
  strangers: { atOnce: 1, waiting: 0, patienceMs, share: { atOnce: 1, waiting: 1 } },
};
const impatient = { ...sizes, people: { ...sizes.people, patienceMs: 400 } };
const cookie = "__Host-sid=anything";
/** The address of an action that ends on another page. */
const leadsOn = "/leads-on";
/** A house with a place for four, of which one person holds one at most. */
const shared = {
  people: { atOnce: 4, waiting: 8, patienceMs, share: { atOnce: 1, waiting: 2 } },
  strangers: { atOnce: 4, waiting: 8, patienceMs, share: { atOnce: 1, waiting: 2 } },
};

let server: Server;
let port = 0;
/** Ends the answers that are being worked on, in the order in which they were let in. */
let inside: (() => void)[] = [];
/** How many were let in, those among them whose body is still on its way. */
let letIn = { count: 0 };
/** Requests that got no answer, those among them that a test gave up. */
let lost: string[] = [];

beforeEach(() => open(sizes));

async function open(house: typeof sizes) {
  // A server's own: what is let in while it is closed is nothing to the next one.
  const mine: typeof inside = [];
  inside = mine;
  const counted = { count: 0 };
  letIn = counted;
  lost = [];
  const door = makeDoor(house, ({ headers }) => String(headers["x-from"] ?? "") || null);
  server = createServer((asked, answer) => {
    const go = () => {
      counted.count += 1;
      asked.on("end", () => (asked.url === leadsOn ? lead(answer) : mine.push(() => answer.end("done"))));
      asked.resume();
      return true;
    };
    door(asked, answer, go, () => answerBusy(asked, answer));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  port = (server.address() as AddressInfo).port;
}

/** As Next does: it says where the action leads to, asks for that page by itself, and passes its answer on. */
function lead(answer: ServerResponse) {
  answer.setHeader("x-action-redirect", "/;push");
  void send().answer.then(({ status }) => answer.end(`the page came with ${status}`));
}

afterEach(close);

function close() {
  server.closeAllConnections();
  server.close();
}

type Sent = { path?: string; headers?: Record<string, string>; body?: string; slow?: boolean };

function send({ path = "/", headers = {}, body, slow = false }: Sent = {}) {
  const method = body === undefined && !slow ? "GET" : "POST";
  // By its number: a machine that is busy may be long in looking up a name.
  const to = { host: "127.0.0.1", port, path, method };
  const asking = request({ ...to, headers: { ...headers, ...(slow ? { "content-length": "9" } : {}) } });
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
  answer.catch((error: Error) => lost.push(String(error)));
  if (slow) asking.write("a");
  else asking.end(body);
  return { answer, stop: () => asking.destroy(), finish: () => asking.end("aaaaaaaa") };
}

const until = async (count: number) => {
  for (let tries = 0; tries < 4000 && inside.length < count; tries += 1) await sleep(5);
  expect(inside, `lost on the way: ${lost.join(", ") || "none"}`).toHaveLength(count);
};

describe("a server that is asked more than it can do", () => {
  test("lets so many in, has the next wait their turn, and tells whoever is one too many at once", async () => {
    const all = Array.from({ length: 4 }, () => send({ headers: { cookie } }));
    await until(2);
    await sleep(50);
    const last = await send({ headers: { cookie, accept: "text/html" } }).answer;
    expect(last).toMatchObject({ status: 503, retry: "3" });
    expect(last.text).toContain("tries again by itself");
    // Told at once: the two who came before it still wait.
    expect(inside).toHaveLength(2);
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
    close();
    await open(impatient);
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

  test("whoever is told so asks again by the same connection, except after a body too large to be read for it", async () => {
    send();
    await until(1);
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const ask = (length: number) =>
      new Promise<{ status: number; reused: boolean; kept: string | undefined }>((resolve, reject) => {
        const asking = request({ host: "127.0.0.1", port, agent, method: length > 0 ? "POST" : "GET" });
        asking.on("error", reject);
        asking.on("response", (got) => {
          const { statusCode: status = 0, headers } = got;
          got.resume().on("end", () => resolve({ status, reused: asking.reusedSocket, kept: headers.connection }));
        });
        if (length > 0) asking.setHeader("content-length", String(length));
        asking.end("a".repeat(length));
      });
    const busy = { status: 503, kept: "keep-alive" };
    expect(await ask(0)).toEqual({ ...busy, reused: false });
    expect(await ask(0)).toEqual({ ...busy, reused: true });
    expect(await ask(60_000)).toEqual({ ...busy, reused: true });
    expect(await ask(0)).toEqual({ ...busy, reused: true });
    expect(await ask(70_000)).toMatchObject({ status: 503, kept: "close" });
    agent.destroy();
  });

  test("what was sent and waits to be read keeps its place", async () => {
    const held: IncomingMessage[] = [];
    const door = makeDoor(sizes, () => null);
    close();
    server = createServer((asked, answer) => {
      const go = () => held.push(asked);
      door(asked, answer, go, () => answerBusy(asked, answer));
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    port = (server.address() as AddressInfo).port;
    send({ body: "name=value" });
    await sleep(300);
    expect(held).toHaveLength(1);
    expect((await send({ body: "name=value" }).answer).status).toBe(503);
  });

  test("health and styles are answered whatever else there is", async () => {
    send();
    await until(1);
    for (const path of ["/api/health", "/_next/static/a.css"]) send({ path });
    await until(3);
  });

  test("an action has no place while Next asks at the same door for the page that it leads to", async () => {
    const action = send({ path: leadsOn, body: "name=value" });
    await until(1);
    inside[0]?.();
    expect(await action.answer).toMatchObject({ status: 200, text: "the page came with 200" });
    // Its place was given back once: there is still one for one.
    send();
    await until(2);
    expect((await send().answer).status).toBe(503);
  });

  test("Next still says where an action leads to before it asks for the page", () => {
    const text = readFileSync("node_modules/next/dist/server/app-render/action-handler.js", "utf8");
    const position = text.indexOf("res.setHeader('x-action-redirect'");
    expect(position).toBeGreaterThan(0);
    expect(text.indexOf("fetch(fetchUrl", position)).toBeGreaterThan(position);
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

describe("one person, or one address of strangers, has a share of the places", () => {
  beforeEach(() => {
    close();
    return open(shared);
  });
  const as = (name: string) => ({ headers: { cookie: `theme=dark; __Host-sid=${name}` } });
  const from = (name: string) => ({ headers: { "x-from": name } });

  test.each([
    ["a person", as],
    ["an address", from],
  ])("slow requests of %s hold no place of others, who are answered at once", async (_, of) => {
    const slow = Array.from({ length: 3 }, () => send(of("one")));
    await until(1);
    await sleep(50);
    expect(inside).toHaveLength(1);
    const others = ["two", "three", "four"].map((name) => send(of(name)));
    await until(4);
    for (const at of [1, 2, 3]) inside[at]?.();
    expect((await Promise.all(others.map(({ answer }) => answer))).map(({ status }) => status)).toEqual([
      200, 200, 200,
    ]);
    expect(inside).toHaveLength(4);
    inside[0]?.();
    // Which of the three came first is the machine's to say.
    expect((await Promise.race(slow.map(({ answer }) => answer))).status).toBe(200);
  });

  test("their own next one follows when theirs is done, and passes by nobody who came before", async () => {
    const first = send(as("one"));
    await until(1);
    const second = send(as("one"));
    for (const name of ["two", "three", "four"]) send(as(name));
    await until(4);
    send(as("five"));
    await sleep(50);
    inside[0]?.();
    await until(5);
    expect((await first.answer).status).toBe(200);
    inside[1]?.();
    await until(6);
    inside[4]?.();
    inside[5]?.();
    expect((await second.answer).status).toBe(200);
  });

  test("they have a share of those who wait too, and leave the rest of the line to others", async () => {
    for (let at = 0; at < 3; at += 1) send(as("one"));
    await until(1);
    await sleep(50);
    expect((await send(as("one")).answer).status).toBe(503);
    for (const name of ["two", "three", "four"]) send(as(name));
    await until(4);
    const late = send(as("five"));
    await sleep(50);
    inside[1]?.();
    await until(5);
    inside[4]?.();
    expect((await late.answer).status).toBe(200);
  });

  test("bodies that come slowly get them no more places of others", async () => {
    const slow = Array.from({ length: 3 }, () => send({ ...as("one"), slow: true }));
    for (let tries = 0; tries < 4000 && letIn.count < 3; tries += 1) await sleep(5);
    for (const { finish } of slow) finish();
    await until(3);
    for (const name of ["two", "three", "four"]) send(as(name));
    await until(6);
  });

  test("who cannot be told apart is not counted as one", async () => {
    for (let at = 0; at < 4; at += 1) send();
    await until(4);
  });
});

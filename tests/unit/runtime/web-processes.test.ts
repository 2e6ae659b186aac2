import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { afterAll, expect, test } from "vitest";
import { roomsOfOne } from "../../../bin/support/door.mjs";
import { anyPort } from "../../../bin/support/ports.mjs";
import { countWebProcesses } from "../../../bin/support/server.mjs";

const gigabyte = 2 ** 30;
const linux = { platform: "linux" as NodeJS.Platform, cores: 2, memory: 8 * gigabyte };

test.each([
  ["one for each core", undefined, linux, 2],
  ["four at the most", undefined, { ...linux, cores: 16, memory: 64 * gigabyte }, 4],
  ["fewer where memory is short", undefined, { ...linux, memory: 2 * gigabyte }, 1],
  ["what was asked for", "3", linux, 3],
  ["one where a port can not be shared", "3", { ...linux, platform: "darwin" as NodeJS.Platform }, 1],
] as const)("%s", (_, asked, machine, expected) => {
  expect(countWebProcesses(asked, machine)).toBe(expected);
});

test("what processes hold together is what one holds alone, and nobody is left without a place", () => {
  const whole = roomsOfOne(1);
  const half = roomsOfOne(2);
  expect(half.people.atOnce * 2).toBe(whole.people.atOnce);
  expect(half.strangers.waiting * 2).toBe(whole.strangers.waiting);
  expect(roomsOfOne(32).strangers.share.atOnce).toBe(1);
});

const children: ChildProcess[] = [];
afterAll(() => children.forEach((child) => void child.kill("SIGKILL")));

const program = `
  import { createServer } from "node:http";
  const server = createServer((asked, answer) => answer.end(String(process.pid)));
  server.listen(Number(process.env.PORT), "127.0.0.1", () => console.log("ready"));
`;

async function begin(port: number): Promise<ChildProcess> {
  const words = ["--import", new URL("../../../bin/support/gate.mjs", import.meta.url).href];
  const env = { ...process.env, WEB_PROCESSES: "2", PORT: String(port), NODE_OPTIONS: "" };
  const child = spawn(process.execPath, [...words, "--input-type=module", "--eval", program], { env });
  children.push(child);
  await once(child.stdout, "data");
  return child;
}

/** Which process answers, over a connection of its own each time. */
async function answering(port: number): Promise<Set<number>> {
  const seen = new Set<number>();
  for (let turn = 0; turn < 60; turn += 1) {
    const answer = await fetch(`http://127.0.0.1:${port}/`, { headers: { connection: "close" } });
    seen.add(Number(await answer.text()));
  }
  return seen;
}

test.runIf(process.platform === "linux")(
  "two processes share the port, and when one ends the other answers",
  async () => {
    const port = await anyPort();
    const [first, second] = [await begin(port), await begin(port)];
    expect(await answering(port)).toEqual(new Set([first.pid, second.pid]));
    const gone = once(first, "exit");
    first.kill("SIGKILL");
    await gone;
    expect(await answering(port)).toEqual(new Set([second.pid]));
  },
);

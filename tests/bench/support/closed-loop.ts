import { spawn } from "node:child_process";
import { once } from "node:events";
import { Agent } from "node:http";
import { text } from "node:stream/consumers";
import { hasTool } from "../../support/tools";
import { ask } from "./web-forms";

const connections = 8;
/** A generator of its own in C leaves more of the processor to the servers than one in this process. */
const byWrk = hasTool("wrk");

export type Address = { origin: string; path: string; headers: Record<string, string> };

/** Who asks, for the note of a measurement. */
export const generator = `${connections} connections of ${byWrk ? "wrk" : "this process"}`;

/** Asks for one address so long, on each connection again as soon as the answer is there. Fails at the first that is not 200. */
export function closedLoop(address: Address, seconds: number): Promise<{ requests: number; perSecond: number }> {
  return byWrk ? loopOfWrk(address, seconds) : ownLoop(address, seconds);
}

async function loopOfWrk({ origin, path, headers }: Address, seconds: number) {
  const given = Object.entries(headers).flatMap(([name, value]) => ["-H", `${name}: ${value}`]);
  const words = ["-t1", `-c${connections}`, `-d${seconds}s`, "--timeout", "30s", ...given, `${origin}${path}`];
  const child = spawn("wrk", words, { stdio: ["ignore", "pipe", "inherit"] });
  const [said] = await Promise.all([text(child.stdout), once(child, "exit")]);
  if (/Non-2xx|Socket errors/.test(said)) throw new Error(`${path} does not always answer.\n${said}`);
  const requests = Number(/(\d+) requests in/.exec(said)?.[1]);
  return { requests, perSecond: Number(/Requests\/sec:\s+([\d.]+)/.exec(said)?.[1]) };
}

async function ownLoop({ origin, path, headers }: Address, seconds: number) {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const began = performance.now();
  const isOver = () => performance.now() - began > seconds * 1_000;
  let requests = 0;
  const one = async () => {
    while (!isOver()) {
      const { status } = await ask(agent, origin, { path, headers });
      if (status !== 200) throw new Error(`${path} answers ${status}.`);
      requests += 1;
    }
  };
  try {
    await Promise.all(Array.from({ length: connections }, one));
    return { requests, perSecond: (requests * 1_000) / (performance.now() - began) };
  } finally {
    agent.destroy();
  }
}

import { spawn } from "node:child_process";
import { once } from "node:events";
import { afterAll, beforeAll, expect, test } from "vitest";

/** Says what it was told of where a request came from. */
const server = `
  import { createServer } from "node:http";
  const echo = createServer((request, response) => response.end(JSON.stringify(request.headers)));
  echo.listen(0, "127.0.0.1", () => console.log(echo.address().port));
`;

const forged = {
  "x-forwarded-for": "203.0.113.7, 198.51.100.9",
  "x-real-ip": "203.0.113.7",
  forwarded: "for=203.0.113.7",
  "x-mine": "kept",
};

const children: ReturnType<typeof spawn>[] = [];
const ports: Record<string, number> = {};

async function start(name: string, preloaded: string[]): Promise<void> {
  const child = spawn(process.execPath, [...preloaded, "--input-type=module", "-e", server]);
  children.push(child);
  const [port] = await once(child.stdout, "data");
  ports[name] = Number(String(port));
}

const told = async (name: string) => (await fetch(`http://127.0.0.1:${ports[name]}/`, { headers: forged })).json();

beforeAll(async () => {
  await Promise.all([start("without a proxy", ["--import", "./bin/support/own-address.mjs"]), start("bare", [])]);
});
afterAll(() => {
  for (const child of children) child.kill();
});

test("without a proxy of ours a sender's own word of where it comes from counts for nothing", async () => {
  const headers = await told("without a proxy");
  expect(headers).toMatchObject({ "x-mine": "kept" });
  expect(Object.keys(headers).filter((name) => /forwarded|real-ip/.test(name))).toEqual([]);
  // The same server, started without the module that drops it.
  expect(await told("bare")).toMatchObject(forged);
});

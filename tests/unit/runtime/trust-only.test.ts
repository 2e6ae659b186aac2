import { once } from "node:events";
import { readFileSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:https";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { examineAddress } from "@/lib/operations/installation/checks/examine-address";
import { scratchFolder } from "../../support/files";
import { runProgram } from "../../support/run-script";
import { makeCertificate } from "../../support/tls-in-front";

const folder = await scratchFolder();
const ours = makeCertificate(folder.path, "ours", "DNS:localhost");
const others = makeCertificate(folder.path, "others", "DNS:localhost");
const both = join(folder.path, "both.pem");
writeFileSync(both, readFileSync(others.cert, "utf8") + readFileSync(ours.cert, "utf8"));
const empty = join(folder.path, "empty.pem");
writeFileSync(empty, "nothing");

let server: Server;
let address: string;
beforeAll(async () => {
  const options = { cert: readFileSync(ours.cert), key: readFileSync(ours.key) };
  server = createServer(options, (_, answer) => answer.end("well"));
  await once(server.listen(0, "127.0.0.1"), "listening");
  address = `https://localhost:${(server.address() as AddressInfo).port}/`;
});
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await folder.remove();
});

/** What a process of ours reaches by the ways of its three kinds of clients, and how many authorities it believes. */
async function reached(settings: Record<string, string>) {
  const script = `
    const { env } = await import("./lib/platform/env.ts");
    const { request } = await import("node:https");
    const { connect, getCACertificates } = await import("node:tls");
    env();
    const address = new URL(${JSON.stringify(address)});
    const said = [
      await fetch(address).then((answer) => answer.text(), (error) => error.cause?.code),
      await new Promise((ok) => request(address, () => ok("well")).on("error", (error) => ok(error.code)).end()),
      await new Promise((ok) => {
        const socket = connect({ host: "127.0.0.1", port: Number(address.port), servername: "localhost" }, () => ok("well"));
        socket.on("error", (error) => ok(error.code));
      }),
    ];
    console.log(JSON.stringify({ said, authorities: getCACertificates("default").length }));
    process.exit(0);`;
  const key = Buffer.alloc(32, 1).toString("base64");
  const keys = { DATABASE_URL: "postgres://app@localhost/none", KEK: key, AUTH_SECRET: key, SERVICE_TOKEN: key };
  const node = ["--conditions=react-server", "--import", "tsx", "--input-type=module", "-e", script];
  const { output: message, errorOutput } = await runProgram(node, { ...process.env, ...keys, ...settings });
  return message ? (JSON.parse(message) as { said: string[]; authorities: number }) : errorOutput;
}

test.each([
  ["the authority of the other side", ours.cert, ["well", "well", "well"], 1],
  ["a file with it and another", both, ["well", "well", "well"], 2],
  ["another authority", others.cert, Array(3).fill("DEPTH_ZERO_SELF_SIGNED_CERT"), 1],
] as const)(
  "with %s in TRUSTED_CA_FILE nobody else is believed, by any kind of client",
  async (_, file, outcome, authorities) => {
    expect(await reached({ TRUSTED_CA_FILE: file })).toEqual({ said: outcome, authorities });
  },
);

test("without it those that Node knows are believed, and a file without a certificate stops the start", async () => {
  const plain = await reached({});
  expect(plain).toMatchObject({ said: Array(3).fill("DEPTH_ZERO_SELF_SIGNED_CERT") });
  expect(typeof plain === "string" ? 0 : plain.authorities).toBeGreaterThan(50);
  expect(await reached({ TRUSTED_CA_FILE: empty })).toContain("There is no certificate in");
  const gone = examineAddress({ settings: { TRUSTED_CA_FILE: "/nowhere/authorities.pem" } });
  expect(gone.filter(([state]) => state === "fix")).toHaveLength(1);
});

import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { openCase } from "@/lib/casework/cases/commands/open-case";
import { registerClient } from "@/lib/casework/clients/register-client";
import { keepTelemetry } from "@/lib/operations/telemetry/keep-telemetry";
import { watchRequest } from "@/lib/platform/telemetry/watch-request";
import { makeCanaries } from "@/tests/support/canaries";
import { caseForm, incident, newClient } from "@/tests/support/case-form";
import { scratchFolder } from "@/tests/support/files";
import { makeOrg, type Org } from "@/tests/support/org";
import { startReceiver } from "@/tests/support/otlp-receiver";

const birds = makeCanaries();
const { next } = birds;
const folder = await scratchFolder();
const receiver = await startReceiver();
Object.assign(process.env, {
  OTEL_EXPORTER_OTLP_ENDPOINT: receiver.endpoint,
  OTEL_METRIC_EXPORT_INTERVAL: "1000",
  CROSSDOCKET_DIST: join(folder.path, "dist"),
});

let org: Org;
let caseId = "";
const ids: string[] = [];

/** Each request opens a case in it, as the one of a form does. */
const server = createServer((asked, answer) => {
  watchRequest(asked, answer, async () => {
    const client = { ...newClient(`Bird ${next()}`), name: next(), address: `1 ${next()} Street` };
    const form = caseForm({ client, incidents: [{ ...incident, words: next() }] });
    caseId = (await openCase(await org.as("caseworker"), form)).id;
    answer.end("done");
  });
});

beforeAll(async () => {
  org = await makeOrg(`Organisation ${next()}`);
  const pages = { "/page": "/cases/[caseId]" };
  mkdirSync(join(folder.path, "dist"));
  writeFileSync(join(folder.path, "dist/app-path-routes-manifest.json"), JSON.stringify(pages));
  await once(server.listen(0, "127.0.0.1"), "listening");
});

afterAll(async () => {
  server.close();
  await receiver.stop();
  await folder.remove();
});

test("a request, its commands and its jobs are measured and hang together, and nothing of it is about anybody", {
  timeout: 60_000,
}, async () => {
  const { stop } = keepTelemetry("web");
  const caseworker = await org.as("caseworker");
  const address = server.address();
  const port = typeof address === "object" ? address?.port : 0;
  const headers = {
    cookie: `sid=${next()}`,
    "user-agent": next(),
    traceparent: `00-${"a".repeat(32)}-${"b".repeat(16)}-01`,
  };
  await fetch(`http://127.0.0.1:${port}/cases/${next()}?q=${next()}`, { headers });
  await expect(registerClient(await org.as("liaison"), newClient(next()))).rejects.toThrow();
  await expect(registerClient(caseworker, { ...newClient(next()), phone: next() })).rejects.toThrow();
  ids.push(org.id, caseId, caseworker.actor.memberId ?? "");

  const worker = startWorker();
  try {
    await expect.poll(() => named("job ladder.advance"), { timeout: 40_000 }).toBeTruthy();
    await expect.poll(() => receiver.points("crossdocket.queue.depth").length, { timeout: 20_000 }).toBeGreaterThan(10);
    await expect.poll(() => receiver.points("crossdocket.job.duration").length, { timeout: 20_000 }).toBeGreaterThan(0);
  } finally {
    worker.kill("SIGKILL");
    await once(worker, "exit");
    stop();
  }

  const request = named("GET /cases/[caseId]");
  const command = named("command case.opened");
  expect(command).toMatchObject({ traceId: request?.traceId, parentSpanId: request?.spanId });
  expect(named("job ladder.advance")).toMatchObject({ traceId: request?.traceId, parentSpanId: command?.spanId });
  expect(request?.traceId).not.toBe("a".repeat(32));
  expect(receiver.points("http.server.request.duration")).toMatchObject([
    { "http.request.method": "GET", "http.route": "/cases/[caseId]", "http.response.status_class": "2xx", value: "1" },
  ]);
  const outcomes = receiver.points("crossdocket.command.duration").map((point) => point["crossdocket.outcome"]);
  expect(outcomes).toEqual(expect.arrayContaining(["done", "forbidden", "invalid"]));
  expect(receiver.points("crossdocket.pool.transactions")).toHaveLength(2);

  const message = receiver.everything();
  expect(birds.made.length).toBeGreaterThan(9);
  for (const word of [birds.stem, ...ids, "Nomvula", "Dlamini", "@mail.example", "select ", "insert "])
    expect(message, word).not.toContain(word);
});

const named = (name: string) => receiver.spans().find((span) => span.name === name);

/** The real process, on the database and the receiver of this test. */
function startWorker() {
  const args = ["--conditions=react-server", "--import", "tsx", "lib/operations/worker/worker.ts"];
  const env = { ...process.env, ...inject("database").keys };
  return spawn(process.execPath, args, { stdio: ["ignore", "ignore", "inherit"], env });
}

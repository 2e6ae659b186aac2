import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { AppError } from "@/lib/platform/errors";
import { keepSending } from "@/lib/platform/telemetry/keep-sending";
import { measured } from "@/lib/platform/telemetry/measured";
import { headersIn, postMessage } from "@/lib/platform/telemetry/post";
import { makeRouteOf } from "@/lib/platform/telemetry/routes";
import { count, telemetry } from "@/lib/platform/telemetry/shelf";
import { parentIn, traceparent } from "@/lib/platform/telemetry/span";
import { startReceiver } from "@/tests/support/otlp-receiver";

const shelf = Symbol.for("crossdocket.telemetry");
const forget = () => delete (globalThis as Record<symbol, unknown>)[shelf];
const on = () => {
  process.env.OTEL_EXPORTER_OTLP_ENDPOINT = "http://127.0.0.1:9";
};
const off = () => {
  delete process.env.OTEL_EXPORTER_OTLP_ENDPOINT;
  delete process.env.OTEL_TRACES_SAMPLER_ARG;
  forget();
};

beforeEach(off);
afterAll(off);

const resource = { "service.name": "crossdocket" };
const sending = (endpoint: string) =>
  keepSending({ endpoint, headers: {}, intervalMs: 20, resource, read: async () => [] });
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe("measurements", () => {
  test("are neither taken nor sent unless the settings name a receiver", async () => {
    const receiver = await startReceiver();
    const { stop } = sending(receiver.endpoint);
    expect(await measured({ kind: "command", name: "case.opened" }, async () => traceparent())).toEqual({});
    await pause(100);
    stop();
    expect(receiver.came).toEqual([]);
    expect(telemetry()).toBeNull();
    await receiver.stop();
  });

  test("say of each command and job how often it took how long, by outcome", async () => {
    on();
    const receiver = await startReceiver();
    const act = (error?: Error) =>
      measured({ kind: "command", name: "case.opened" }, async () => {
        if (error) throw error;
      }).catch(() => {});
    await act();
    await act();
    await act(new AppError("forbidden", "No."));
    await act(new Error("select * from clients where name = 'Nomvula'"));
    const { stop } = sending(receiver.endpoint);
    await expect.poll(() => receiver.points("crossdocket.command.duration")).toHaveLength(3);
    stop();
    const points = receiver.points("crossdocket.command.duration");
    expect(points.map((attributes) => [attributes["crossdocket.outcome"], attributes.value])).toEqual([
      ["done", "2"],
      ["forbidden", "1"],
      ["failed", "1"],
    ]);
    for (const name of ["process.memory.usage", "nodejs.eventloop.delay.p99", "crossdocket.telemetry.lost"])
      expect(receiver.points(name)).toHaveLength(1);
    expect(receiver.everything()).not.toContain("Nomvula");
    await receiver.stop();
  });

  test("hang together: what a job takes along leads back to the command that asked for it", async () => {
    on();
    const taken = await measured({ kind: "command", name: "case.opened" }, async () => traceparent());
    const parent = parentIn(taken);
    expect(parent).toMatchObject({ kept: true });
    await measured({ kind: "job", name: "ladder.advance", parent }, async () => {});
    const [command, job] = telemetry()?.spans ?? [];
    expect(job).toMatchObject({ traceId: command?.traceId, parentId: command?.spanId });
    for (const odd of ["00-zz", 7, `01-${"a".repeat(32)}-${"b".repeat(16)}-01`, null])
      expect(parentIn({ traceparent: odd })).toBeNull();
  });

  test("send the share of traces that was asked for, and count everything", async () => {
    on();
    process.env.OTEL_TRACES_SAMPLER_ARG = "0";
    await measured({ kind: "command", name: "case.opened" }, async () => {});
    expect(telemetry()?.spans).toEqual([]);
    expect(telemetry()?.histograms.size).toBe(1);
  });

  test("have an end: what comes beyond it is counted as lost and takes no room", () => {
    on();
    const kept = telemetry();
    if (!kept) throw new Error("It is off.");
    for (let at = 0; at < 5_000; at += 1) count(kept, "m", { at: String(at) }, 0.1);
    expect(kept.histograms.size).toBe(4_000);
    expect(kept.lost).toBe(1_000);
  });
});

describe("a receiver that", () => {
  test.each(["refuses", "redirects", "talks garbage", "never answers"] as const)(
    "%s is not waited for, and what is measured goes on",
    async (way) => {
      on();
      const receiver = await startReceiver(way);
      const { stop } = sending(receiver.endpoint);
      let letOthersRun = false;
      setImmediate(() => {
        letOthersRun = true;
      });
      for (let turn = 0; turn < 500; turn += 1) await measured({ kind: "command", name: "x" }, async () => turn);
      // Nothing that comes from outside this thread can have been waited for.
      expect(letOthersRun).toBe(false);
      await expect.poll(() => receiver.came.length).toBeGreaterThan(0);
      await pause(200);
      if (way === "never answers") expect(receiver.came.length).toBeLessThanOrEqual(2);
      stop();
      expect([...(telemetry()?.histograms.values() ?? [])][0]?.count).toBe(500);
      await receiver.stop();
    },
  );

  test("is not there is away, and nothing is thrown", async () => {
    expect(await postMessage("http://127.0.0.1:1", "/v1/metrics", {})).toBe("away");
  });

  test("wants a token gets it, decoded", async () => {
    const receiver = await startReceiver();
    const headers = headersIn("authorization=Bearer%20a%2Cb, x-scope=one");
    expect(headers).toEqual({ authorization: "Bearer a,b", "x-scope": "one" });
    expect(await postMessage(`${receiver.endpoint}/`, "/v1/traces", {}, headers)).toBe("taken");
    expect(receiver.came[0]).toMatchObject({ path: "/v1/traces", headers: { authorization: "Bearer a,b" } });
    await receiver.stop();
  });
});

describe("the route of an address", () => {
  const routeOf = makeRouteOf([
    "/",
    "/cases",
    "/cases/new",
    "/cases/[caseId]",
    "/cases/[caseId]/evidence/[exhibitId]",
    "/cases/[caseId]/evidence/chats",
    "/api/auth/[...nextauth]",
    "/api/first/[secret]/[part]",
  ]);

  test.each([
    ["/", "/"],
    ["/cases?q=Nomvula", "/cases"],
    ["/cases/new", "/cases/new"],
    ["/cases/0199-secret", "/cases/[caseId]"],
    ["/cases/0199/evidence/chats", "/cases/[caseId]/evidence/chats"],
    ["/cases/0199/evidence/7", "/cases/[caseId]/evidence/[exhibitId]"],
    ["/api/auth/callback/ticket", "/api/auth/[...nextauth]"],
    ["/api/first/AbC/file#x", "/api/first/[secret]/[part]"],
    ["/_next/static/chunks/a.js", "/_next/static"],
    ["/Nomvula", "other"],
    ["/cases//", "other"],
    [`/${"a/".repeat(5_000)}`, "other"],
    [undefined, "other"],
  ])("%s is %s", (url, route) => {
    expect(routeOf(url)).toBe(route);
  });
});

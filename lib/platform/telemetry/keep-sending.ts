import "server-only";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { log } from "../log";
import { metricsMessage, tracesMessage } from "./otlp.ts";
import { postMessage } from "./post.ts";
import { type Attributes, instantMs, type Reading, telemetry } from "./shelf.ts";

export type Sending = {
  endpoint: string;
  headers: Record<string, string>;
  intervalMs: number;
  resource: Attributes;
  /** Values read at each export of metrics. */
  read: () => Promise<Reading[]>;
};

const spansEveryMs = 5_000;

/**
 * Sends measurements, metrics at each interval and spans every five seconds, one message at a time. What a receiver
 * rejects is not kept: spans are lost, and histograms continue to count. Does nothing without a receiver.
 */
export function keepSending({ endpoint, headers, intervalMs, resource, read }: Sending) {
  const shelf = telemetry();
  if (!shelf) return { stop: () => {} };
  const delay = monitorEventLoopDelay({ resolution: 20 });
  delay.enable();
  let was: string = "taken";
  const say = (now: string) => {
    const changed = now !== was;
    was = now;
    if (changed) log().warn({ receiver: now }, "the receiver of measurements answers otherwise than before");
  };
  const metrics = oneAtATime(async () => {
    const own = [...ownReadings(delay), { metric: "crossdocket.telemetry.lost", unit: "1", value: shelf.lost }];
    const readings = [...own, ...(await read().catch(() => []))];
    const message = metricsMessage(resource, shelf, readings, instantMs());
    say(await postMessage(endpoint, "/v1/metrics", message, headers));
  });
  const spans = oneAtATime(async () => {
    const some = shelf.spans.splice(0);
    if (some.length > 0) say(await postMessage(endpoint, "/v1/traces", tracesMessage(resource, some), headers));
  });
  const timers = [setInterval(metrics, intervalMs), setInterval(spans, Math.min(spansEveryMs, intervalMs))];
  for (const timer of timers) timer.unref();
  return {
    stop: () => {
      for (const timer of timers) clearInterval(timer);
      delay.disable();
    },
  };
}

/** A slow receiver gets fewer messages, and never two at once. */
function oneAtATime(act: () => Promise<void>): () => void {
  let busy = false;
  return () => {
    if (busy) return;
    busy = true;
    void act()
      .catch(() => {})
      .finally(() => {
        busy = false;
      });
  };
}

function ownReadings(delay: ReturnType<typeof monitorEventLoopDelay>): Reading[] {
  const { rss, heapUsed, external } = process.memoryUsage();
  const seconds = (nanoseconds: number) => (Number.isFinite(nanoseconds) ? nanoseconds / 1e9 : 0);
  const found = [
    { metric: "process.memory.usage", unit: "By", value: rss },
    { metric: "v8js.memory.heap.used", unit: "By", value: heapUsed },
    { metric: "v8js.memory.external", unit: "By", value: external },
    { metric: "nodejs.eventloop.delay.p50", unit: "s", value: seconds(delay.percentile(50)) },
    { metric: "nodejs.eventloop.delay.p99", unit: "s", value: seconds(delay.percentile(99)) },
    { metric: "nodejs.eventloop.delay.max", unit: "s", value: seconds(delay.max) },
  ];
  delay.reset();
  return found;
}

import "server-only";
import { pid } from "node:process";
import { sql } from "drizzle-orm";
import { ask, poolUse } from "@/db/client";
import { jobNames } from "@/lib/kernel/jobs/names";
import { attemptTotals } from "@/lib/platform/attempts";
import { env } from "@/lib/platform/env";
import { keepSending } from "@/lib/platform/telemetry/keep-sending";
import { headersIn } from "@/lib/platform/telemetry/post";
import type { Reading } from "@/lib/platform/telemetry/shelf";

/**
 * Begins to send measurements of this process, when the settings name a receiver: durations by name, and how full the
 * pool and the queues are. Nothing of it is about a person, a record or a statement (decision 0017).
 */
export function keepTelemetry(process: "web" | "worker"): { stop: () => void } {
  const { OTEL_EXPORTER_OTLP_ENDPOINT: endpoint, OTEL_SERVICE_NAME: service } = env();
  if (!endpoint) return { stop: () => {} };
  return keepSending({
    endpoint,
    headers: headersIn(env().OTEL_EXPORTER_OTLP_HEADERS ?? ""),
    intervalMs: env().OTEL_METRIC_EXPORT_INTERVAL,
    resource: { "service.name": service, "service.instance.id": String(pid), "crossdocket.process": process },
    // The queues are the same for all processes, so one of them says how long they are.
    read: async () => [...poolReadings(), ...attemptReadings(), ...(process === "worker" ? await queueReadings() : [])],
  });
}

function poolReadings(): Reading[] {
  return Object.entries(poolUse()).map(([state, value]) => ({
    metric: "crossdocket.pool.transactions",
    unit: "1",
    value,
    attributes: { "crossdocket.state": state },
  }));
}

function attemptReadings(): Reading[] {
  return Object.entries(attemptTotals()).map(([kind, value]) => ({
    metric: "crossdocket.attempts.refused",
    unit: "1",
    value,
    attributes: { "crossdocket.attempt": kind },
  }));
}

/** As the queue itself counted them, at most a quarter of a minute ago. */
async function queueReadings(): Promise<Reading[]> {
  const rows = await ask<{ name: string; waiting: number; active: number }>(
    sql`select name, queued_count as waiting, active_count as active from pgboss.queue`,
  );
  const ours = rows.filter(({ name }) => (jobNames as readonly string[]).includes(name));
  return ours.flatMap(({ name, waiting, active }) =>
    Object.entries({ waiting, active }).map(([state, value]) => ({
      metric: "crossdocket.queue.depth",
      unit: "1",
      value: Number(value),
      attributes: { "crossdocket.job": name, "crossdocket.state": state },
    })),
  );
}

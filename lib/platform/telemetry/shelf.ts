import { AsyncLocalStorage } from "node:async_hooks";

/**
 * Measurements until they are sent. No `server-only` and imports by file name: the gate in front of Next
 * (bin/support/gate.mjs) loads these files directly.
 */
export type Attributes = Readonly<Record<string, string>>;

/** How often something took how long, since the process began. `counts` has one more than `bounds`: what was longer. */
type Histogram = { metric: string; attributes: Attributes; counts: number[]; count: number; sum: number };

/** A value of a process at one moment, such as its memory. */
export type Reading = { metric: string; unit: string; value: number; attributes?: Attributes };

/** The position of a piece of work in its trace. Both ids are random and do not identify a record. */
export type Span = { traceId: string; spanId: string; kept: boolean };

export type FinishedSpan = Span & {
  parentId: string;
  name: string;
  kind: "server" | "internal" | "consumer";
  startMs: number;
  endMs: number;
  attributes: Attributes;
  failed: boolean;
};

export type Shelf = {
  here: AsyncLocalStorage<Span>;
  histograms: Map<string, Histogram>;
  spans: FinishedSpan[];
  /** Spans and series dropped for lack of space. */
  lost: number;
  sinceMs: number;
};

/** Seconds. As the OpenTelemetry conventions recommend for requests, extended for jobs. */
export const bounds = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10, 60, 300];

/** More than there are routes, commands and jobs with their outcomes; untrusted input cannot add one. */
const mostSeries = 4_000;
const mostSpans = 4_000;

const name = Symbol.for("crossdocket.telemetry");

/** One for the process, because a bundle holds this file more than once; null unless the settings name a receiver. */
export function telemetry(): Shelf | null {
  if (!process.env.OTEL_EXPORTER_OTLP_ENDPOINT) return null;
  const world = globalThis as { [name]?: Shelf };
  world[name] ??= { here: new AsyncLocalStorage(), histograms: new Map(), spans: [], lost: 0, sinceMs: instantMs() };
  return world[name];
}

/** Milliseconds since 1970, finer than a millisecond. */
export const instantMs = (): number => performance.timeOrigin + performance.now();

/** Adds one duration to its histogram. */
export function count(shelf: Shelf, metric: string, attributes: Attributes, seconds: number): void {
  const key = `${metric} ${JSON.stringify(attributes)}`;
  const kept = shelf.histograms.get(key) ?? emptyHistogram(metric, attributes);
  if (!shelf.histograms.has(key) && shelf.histograms.size >= mostSeries) {
    shelf.lost += 1;
    return;
  }
  shelf.histograms.set(key, kept);
  const at = bounds.findIndex((bound) => seconds <= bound);
  const bucket = at < 0 ? bounds.length : at;
  kept.counts[bucket] = (kept.counts[bucket] ?? 0) + 1;
  kept.count += 1;
  kept.sum += seconds;
}

/** Keeps a finished span until the next sending. */
export function keepSpan(shelf: Shelf, span: FinishedSpan): void {
  if (!span.kept) return;
  if (shelf.spans.length < mostSpans) shelf.spans.push(span);
  else shelf.lost += 1;
}

function emptyHistogram(metric: string, attributes: Attributes): Histogram {
  return { metric, attributes, counts: Array.from({ length: bounds.length + 1 }, () => 0), count: 0, sum: 0 };
}

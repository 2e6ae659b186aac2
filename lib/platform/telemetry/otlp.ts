import { type Attributes, bounds, type FinishedSpan, type Reading, type Shelf } from "./shelf.ts";

/** OTLP 1 as JSON, as far as needed here: 64-bit numbers are strings, ids are hex. */
const nano = (ms: number): string => `${Math.round(ms * 1000)}000`;

const pairs = (attributes: Attributes) =>
  Object.entries(attributes).map(([key, value]) => ({ key, value: { stringValue: value } }));

const scope = { name: "crossdocket" };
const cumulative = 2;

/** The metrics message: every histogram since the process started, and the current readings. */
export function metricsMessage(resource: Attributes, shelf: Shelf, readings: readonly Reading[], nowMs: number) {
  const names = [...new Set([...shelf.histograms.values()].map(({ metric }) => metric))];
  const metrics = [
    ...names.map((name) => histogramsOf(name, shelf, nowMs)),
    ...[...Map.groupBy(readings, ({ metric }) => metric)].map(([name, some]) => gaugeOf(name, some, nowMs)),
  ];
  return {
    resourceMetrics: [{ resource: { attributes: pairs(resource) }, scopeMetrics: [{ scope, metrics }] }],
  };
}

function histogramsOf(name: string, shelf: Shelf, nowMs: number) {
  const some = [...shelf.histograms.values()].filter(({ metric }) => metric === name);
  const dataPoints = some.map(({ attributes, counts, count, sum }) => ({
    attributes: pairs(attributes),
    startTimeUnixNano: nano(shelf.sinceMs),
    timeUnixNano: nano(nowMs),
    count: String(count),
    sum,
    bucketCounts: counts.map(String),
    explicitBounds: bounds,
  }));
  return { name, unit: "s", histogram: { aggregationTemporality: cumulative, dataPoints } };
}

function gaugeOf(name: string, some: readonly Reading[], nowMs: number) {
  const dataPoints = some.map(({ value, attributes }) => ({
    attributes: pairs(attributes ?? {}),
    timeUnixNano: nano(nowMs),
    asDouble: value,
  }));
  return { name, unit: some[0]?.unit ?? "1", gauge: { dataPoints } };
}

const kinds = { internal: 1, server: 2, consumer: 5 } as const;
const failed = 2;

/** The traces message. A failure is marked as such, without details. */
export function tracesMessage(resource: Attributes, finished: readonly FinishedSpan[]) {
  const spans = finished.map((finishedSpan) => ({
    traceId: finishedSpan.traceId,
    spanId: finishedSpan.spanId,
    parentSpanId: finishedSpan.parentId,
    name: finishedSpan.name,
    kind: kinds[finishedSpan.kind],
    startTimeUnixNano: nano(finishedSpan.startMs),
    endTimeUnixNano: nano(finishedSpan.endMs),
    attributes: pairs(finishedSpan.attributes),
    status: finishedSpan.failed ? { code: failed } : {},
  }));
  return { resourceSpans: [{ resource: { attributes: pairs(resource) }, scopeSpans: [{ scope, spans }] }] };
}

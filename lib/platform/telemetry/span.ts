import { randomBytes } from "node:crypto";
import { type Shelf, type Span, telemetry } from "./shelf.ts";

const hex = (bytes: number): string => randomBytes(bytes).toString("hex");

/**
 * A new span under the one at hand, or under `parent`; without either the first of a new trace, of which
 * OTEL_TRACES_SAMPLER_ARG says how large a share is kept.
 */
export function openSpan(shelf: Shelf, parent: Span | null = shelf.here.getStore() ?? null) {
  const span: Span = {
    traceId: parent?.traceId ?? hex(16),
    spanId: hex(8),
    kept: parent?.kept ?? Math.random() < keptShare(),
  };
  return { span, parentId: parent?.spanId ?? "" };
}

function keptShare(): number {
  const message = process.env.OTEL_TRACES_SAMPLER_ARG;
  return message ? Number(message) : 1;
}

/** How a job takes its trace along, by the W3C's rule for `traceparent`; nothing when nothing is measured. */
export function traceparent(): { traceparent?: string } {
  const span = telemetry()?.here.getStore();
  return span ? { traceparent: `00-${span.traceId}-${span.spanId}-0${span.kept ? 1 : 0}` } : {};
}

/** The span in a `traceparent`; null for anything else. Never called with untrusted input. */
export function parentIn(data: unknown): Span | null {
  const text = (data as { traceparent?: unknown } | null)?.traceparent;
  const [, traceId, spanId, flag] = /^00-([0-9a-f]{32})-([0-9a-f]{16})-0([01])$/.exec(String(text)) ?? [];
  return traceId && spanId ? { traceId, spanId, kept: flag === "1" } : null;
}

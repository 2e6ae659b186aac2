import "server-only";
import { AppError } from "../errors.ts";
import { type Attributes, count, instantMs, keepSpan, type Span, telemetry } from "./shelf.ts";
import { openSpan } from "./span.ts";

/** `name` is from a list of ours; it may be set while the work runs. Never anything that somebody typed. */
export type Work = { kind: "command" | "job"; name: string; parent?: Span | null };

/** Runs a command or a job. When measurements are sent somewhere: how long it took, by name and outcome, and a span. */
export async function measured<T>(work: Work, act: () => Promise<T>): Promise<T> {
  const shelf = telemetry();
  if (!shelf) return act();
  const { span, parentId } = openSpan(shelf, work.parent ?? undefined);
  const startMs = instantMs();
  const note = (outcome: string) => {
    const endMs = instantMs();
    const attributes: Attributes = { [`crossdocket.${work.kind}`]: work.name, "crossdocket.outcome": outcome };
    count(shelf, `crossdocket.${work.kind}.duration`, attributes, (endMs - startMs) / 1000);
    const kind = work.kind === "job" ? "consumer" : "internal";
    const failed = outcome === "failed";
    keepSpan(shelf, { ...span, parentId, name: `${work.kind} ${work.name}`, kind, startMs, endMs, attributes, failed });
  };
  try {
    const value = await shelf.here.run(span, act);
    note("done");
    return value;
  } catch (error) {
    note(error instanceof AppError ? error.code : "failed");
    throw error;
  }
}

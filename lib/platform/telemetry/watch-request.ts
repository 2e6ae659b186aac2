import type { IncomingMessage, ServerResponse } from "node:http";
import { readRouteOf } from "./routes.ts";
import { type Attributes, count, instantMs, keepSpan, telemetry } from "./shelf.ts";
import { openSpan } from "./span.ts";

const methods = new Set(["GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS"]);
let routeOf: ReturnType<typeof readRouteOf> | undefined;

/**
 * Runs a request handler. If measurements are enabled, records the duration by route and class of response. A trace
 * starts here, whatever the request says: untrusted senders must not choose our ids.
 */
export function watchRequest<T>(request: IncomingMessage, response: ServerResponse, act: () => T): T {
  const shelf = telemetry();
  if (!shelf) return act();
  routeOf ??= readRouteOf();
  const { span } = openSpan(shelf, null);
  const startMs = instantMs();
  const method = methods.has(request.method ?? "") ? (request.method as string) : "other";
  const route = routeOf(request.url);
  response.once("close", () => {
    const endMs = instantMs();
    const state = response.writableFinished ? `${Math.floor(response.statusCode / 100)}xx` : "closed";
    const attributes: Attributes = {
      "http.request.method": method,
      "http.route": route,
      "http.response.status_class": state,
    };
    count(shelf, "http.server.request.duration", attributes, (endMs - startMs) / 1000);
    const name = `${method} ${route}`;
    keepSpan(shelf, {
      ...span,
      parentId: "",
      name,
      kind: "server",
      startMs,
      endMs,
      attributes,
      failed: state === "5xx",
    });
  });
  return shelf.here.run(span, act);
}

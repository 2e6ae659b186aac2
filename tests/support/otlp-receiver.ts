import { once } from "node:events";
import { createServer, type ServerResponse } from "node:http";
import { text } from "node:stream/consumers";

type Pair = { key: string; value: { stringValue: string } };
type Point = { attributes: Pair[]; count?: string; asDouble?: number };
type Metric = { name: string; histogram?: { dataPoints: Point[] }; gauge?: { dataPoints: Point[] } };
export type SentSpan = { traceId: string; spanId: string; parentSpanId: string; name: string; attributes: Pair[] };

const ways = {
  takes: (answer: ServerResponse) => answer.writeHead(200).end("{}"),
  refuses: (answer: ServerResponse) => answer.writeHead(500).end("no"),
  redirects: (answer: ServerResponse) => answer.writeHead(307, { location: "http://127.0.0.1:1/" }).end(),
  "talks garbage": (answer: ServerResponse) => answer.socket?.end("\u0000\u0001 not HTTP at all\r\n\r\n"),
  "never answers": () => {},
};
export type Way = keyof typeof ways;

/** A small program that is given OTLP over HTTP as JSON, and keeps each message as it came. */
export async function startReceiver(way: Way = "takes", port = 0) {
  const came: { path: string; headers: Record<string, unknown>; body: string }[] = [];
  const server = createServer(async (asked, answer) => {
    came.push({ path: asked.url ?? "", headers: asked.headers, body: await text(asked) });
    ways[way](answer);
  }).listen(port, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const bodies = (path: string) => came.filter((request) => request.path === path).map(({ body }) => JSON.parse(body));
  return {
    endpoint: `http://127.0.0.1:${typeof address === "object" ? address?.port : 0}`,
    came,
    /** Everything that was ever sent, in one text: to look for what must not be in it. */
    everything: () => came.map(({ headers, body }) => JSON.stringify(headers) + body).join("\n"),
    /** The newest point of each series of a metric, whichever process sent it. */
    points: (name: string): Record<string, string>[] => {
      const found = bodies("/v1/metrics").flatMap(metricsIn);
      const points = found
        .filter((metric) => metric.name === name)
        .flatMap((metric) => (metric.histogram ?? metric.gauge)?.dataPoints);
      const newest = points.map((point) => [JSON.stringify(point?.attributes), point && plain(point)] as const);
      return [...new Map(newest).values()].filter((item) => item !== undefined);
    },
    spans: (): SentSpan[] =>
      bodies("/v1/traces").flatMap((request) => request.resourceSpans[0]?.scopeSpans[0]?.spans ?? []),
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

const metricsIn = (message: { resourceMetrics: { scopeMetrics: { metrics: Metric[] }[] }[] }): Metric[] =>
  message.resourceMetrics[0]?.scopeMetrics[0]?.metrics ?? [];

function plain({ attributes, count, asDouble }: Point): Record<string, string> {
  const named = Object.fromEntries(attributes.map(({ key, value }) => [key, value.stringValue]));
  return { ...named, value: String(count ?? asDouble) };
}

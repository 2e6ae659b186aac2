import { request as httpRequest } from "node:http";
import { request as httpsRequest } from "node:https";

const patienceMs = 5_000;

/**
 * Puts one message to a receiver of OTLP. No redirect is followed and no answer is read.
 * @returns whether it was taken. Never throws, and never takes longer than five seconds
 */
export function postMessage(
  endpoint: string,
  path: "/v1/metrics" | "/v1/traces",
  message: object,
  headers: Record<string, string> = {},
): Promise<"taken" | "refused" | "away"> {
  return new Promise((resolve) => {
    const url = `${endpoint.replace(/\/+$/, "")}${path}`;
    const body = Buffer.from(JSON.stringify(message));
    const send = url.startsWith("https:") ? httpsRequest : httpRequest;
    const all = { ...headers, "content-type": "application/json", "content-length": body.length };
    const asked = send(url, { method: "POST", headers: all, agent: false });
    const late = setTimeout(() => asked.destroy(), patienceMs);
    late.unref();
    const end = (how: "taken" | "refused" | "away") => {
      clearTimeout(late);
      resolve(how);
      asked.destroy();
    };
    asked.on("response", ({ statusCode = 0 }) => end(statusCode >= 200 && statusCode < 300 ? "taken" : "refused"));
    asked.on("error", () => end("away"));
    asked.on("close", () => end("away"));
    asked.end(body);
  });
}

/** `OTEL_EXPORTER_OTLP_HEADERS`: `name=value,name=value`, values percent-encoded. */
export function headersIn(text: string): Record<string, string> {
  const found = text
    .split(",")
    .map((pair) => /^\s*([\w-]+)=(.*)$/.exec(pair))
    .filter((match) => match !== null)
    .map(([, name = "", value = ""]) => [name.toLowerCase(), decodeURIComponent(value.trim())] as const);
  return Object.fromEntries(found);
}

import { openWays } from "../../lib/platform/network/tls-policy.ts";
import { headersIn, postMessage } from "../../lib/platform/telemetry/post.ts";

/**
 * Whether measurements leave this machine, where to, and whether they are taken there: an empty message is sent.
 * Each finding is `[state, what, advice?]`.
 * @param {Record<string, string | undefined>} settings
 */
export async function examineTelemetry({
  OTEL_EXPORTER_OTLP_ENDPOINT: endpoint,
  OTEL_EXPORTER_OTLP_HEADERS: headers = "",
  PLAIN_HOSTS,
}) {
  if (!endpoint) return [["ok", "Measurements are sent to nobody (OTEL_EXPORTER_OTLP_ENDPOINT is not set)"]];
  if (!URL.canParse(endpoint) || !/^https?:/.test(endpoint))
    return [["fail", "OTEL_EXPORTER_OTLP_ENDPOINT is no web address", "write it like https://otel.example:4318"]];
  // The transport's own finding says what is wrong with it.
  if (openWays({ OTEL_EXPORTER_OTLP_ENDPOINT: endpoint, PLAIN_HOSTS }).length > 0) return [];
  const { host } = new URL(endpoint);
  const how = await postMessage(endpoint, "/v1/metrics", { resourceMetrics: [] }, headersIn(headers)).catch(
    () => "away",
  );
  if (how === "taken") return [["ok", `Measurements are sent to ${host}, which takes them`]];
  const message = how === "refused" ? "refuses them" : "does not answer";
  return [
    [
      "warn",
      `Measurements are sent to ${host}, which ${message}`,
      "it must speak OTLP over HTTP as JSON; nothing else waits for it",
    ],
  ];
}

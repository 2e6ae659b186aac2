import "server-only";
import { t } from "@/lib/platform/language/translate";
import { openWays } from "@/lib/platform/network/tls-policy";
import { headersIn, postMessage } from "@/lib/platform/telemetry/post";
import type { Finding, World } from "../types";
import { writeDay } from "../write-day";
import { dueOn, isOverdue, readKnown, staleAfter } from "./known-faults";

const day = 24 * 60 * 60 * 1000;

/**
 * Whether measurements leave this machine, where to, and whether they are taken there: an empty message is sent.
 */
export async function examineMeasurements({ settings }: Pick<World, "settings">): Promise<Finding[]> {
  const { OTEL_EXPORTER_OTLP_ENDPOINT: endpoint, OTEL_EXPORTER_OTLP_HEADERS: headers = "", PLAIN_HOSTS } = settings;
  if (!endpoint) return [["ok", t("Measurements are sent to nobody")]];
  if (!URL.canParse(endpoint) || !/^https?:/.test(endpoint))
    return [["fix", t("OTEL_EXPORTER_OTLP_ENDPOINT is no web address"), t("Write it like https://otel.example:4318")]];
  // The check of the address says what is wrong with it.
  if (openWays({ OTEL_EXPORTER_OTLP_ENDPOINT: endpoint, PLAIN_HOSTS }).length > 0)
    return [
      ["unknown", t("The way to the receiver of measurements is not protected"), t("See what is said of the address.")],
    ];
  const { host } = new URL(endpoint);
  const how = await postMessage(endpoint, "/v1/metrics", { resourceMetrics: [] }, headersIn(headers)).catch(
    () => "away",
  );
  if (how === "taken") return [["ok", t("Measurements are sent to {host}, which takes them", { host })]];
  const what =
    how === "refused"
      ? t("Measurements are sent to {host}, which refuses them", { host })
      : t("Measurements are sent to {host}, which does not answer", { host });
  return [["look", what, t("It must speak OTLP over HTTP as JSON; nothing else waits for it.")]];
}

/** When known faults of packages were last looked for, and which there are. Contacts nobody. */
export function examineFaults({ dataDir, now }: Pick<World, "dataDir" | "now">): Finding[] {
  const advice = t("Run “npm run advisories” every {staleAfter} days, in a clone of this release where a network is.", {
    staleAfter,
  });
  const { lookedAt, known } = readKnown(dataDir);
  if (!lookedAt) return [["missing", t("Nobody looked for known faults of packages yet"), advice]];
  const at = new Date(lookedAt);
  const what = t("Known faults of packages were last looked for on {day}", { day: writeDay(at) });
  const late = now.getTime() - at.getTime() > (staleAfter + 1) * day;
  return [
    late ? ["look", what, advice] : ["ok", what],
    ...known.map(
      (fault): Finding => [
        isOverdue(fault, now) ? "fix" : "look",
        t("{name}: {severity}, {id}, to fix by {day}", {
          name: fault.name,
          severity: fault.severity,
          id: fault.id,
          day: writeDay(dueOn(fault)),
        }),
        t("Take the version that fixes it; docs/OPERATIONS.md says by when."),
      ],
    ),
  ];
}

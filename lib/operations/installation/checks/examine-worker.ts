import "server-only";
import postgres from "postgres";
import { t } from "@/lib/platform/language/translate";
import { tlsOf } from "@/lib/platform/network/tls-policy";
import type { Finding, World } from "../types";

type Queue = { name: string; waiting: number; active: number; failed: number; oldest: number };

/** How much waits for a worker, whether one is running, and what failed permanently. */
export async function examineWorker({ databaseUrl }: Pick<World, "databaseUrl">): Promise<Finding[]> {
  if (!databaseUrl)
    return [["unknown", t("The queues cannot be read: the database does not run now"), t("“npm start” starts it.")]];
  const app = postgres(databaseUrl, { ...tlsOf(databaseUrl), max: 1, connect_timeout: 5, onnotice: () => {} });
  try {
    const [row] = await app<{ alive: boolean | null }[]>`
      select max(monitor_on) > now() - interval '60 seconds' as alive from pgboss.queue`;
    const rows = await app<Queue[]>`
      select name, count(*) filter (where state in ('created', 'retry'))::int as waiting,
        count(*) filter (where state = 'active')::int as active, count(*) filter (where state = 'failed')::int as failed,
        coalesce(extract(epoch from now() - min(start_after) filter (where state in ('created', 'retry'))), 0)::int as oldest
      from pgboss.job group by name order by name`;
    return [workerFinding(row?.alive ?? false), ...rows.flatMap(queueFinding)];
  } catch (error) {
    const { code = "" } = error as { code?: string };
    return [["unknown", t("The queues cannot be read ({code})", { code }), t("“npm start” makes them.")]];
  } finally {
    await app.end();
  }
}

const workerFinding = (alive: boolean): Finding =>
  alive
    ? ["ok", t("A worker looks after the queues")]
    : [
        "look",
        t("No worker looked after the queues within the last minute"),
        t("“npm start” brings one; see its messages."),
      ];

/** Only queues that need somebody. */
function queueFinding({ name, waiting, failed, oldest }: Queue): Finding[] {
  if (failed > 0)
    return [
      [
        "look",
        t("Queue {name}: {failed, plural, one {# job} other {# jobs}} failed for good", { name, failed }),
        t("The worker's messages of that time say of what kind."),
      ],
    ];
  if (oldest <= 15 * 60) return [];
  return [
    [
      "look",
      t("Queue {name}: {waiting, plural, one {# job waits} other {# jobs wait}}, the oldest for {minutes} minutes", {
        name,
        waiting,
        minutes: Math.floor(oldest / 60),
      }),
      t("Look at the worker's messages."),
    ],
  ];
}

import postgres from "postgres";
import { tlsOf } from "../../lib/platform/network/tls-policy.ts";

/**
 * How much waits for a worker, whether one is running, and what failed permanently. Each finding is `[state, what,
 * advice?]`.
 */
export async function examineQueue(appUrl) {
  const app = postgres(appUrl, { ...tlsOf(appUrl), max: 1, connect_timeout: 5, onnotice: () => {} });
  try {
    const [{ alive }] = await app`select max(monitor_on) > now() - interval '60 seconds' as alive from pgboss.queue`;
    const rows = await app`
      select name, count(*) filter (where state in ('created', 'retry'))::int as waiting,
        count(*) filter (where state = 'active')::int as active, count(*) filter (where state = 'failed')::int as failed,
        coalesce(extract(epoch from now() - min(start_after) filter (where state in ('created', 'retry'))), 0)::int as oldest
      from pgboss.job group by name order by name`;
    return [workerFinding(alive), ...rows.filter(isWorthALine).map(queueFinding)];
  } catch (error) {
    return [["warn", `The queues cannot be read (${error.code ?? error.message})`, '"npm start" makes them']];
  } finally {
    await app.end();
  }
}

const workerFinding = (alive) =>
  alive
    ? ["ok", "A worker looks after the queues"]
    : ["warn", "No worker looked after the queues within the last minute", '"npm start" brings one; see its messages'];

const isWorthALine = ({ waiting, active, failed }) => waiting + active + failed > 0;

function queueFinding({ name, waiting, active, failed, oldest }) {
  const said = `Queue ${name}: ${waiting} wait, ${active} at work, ${failed} failed for good`;
  if (failed > 0) return ["warn", said, "the worker's messages of that time say of what kind; ids only"];
  return oldest > 15 * 60
    ? ["warn", `${said}; the oldest waits ${oldest} s`, "look at the worker's messages"]
    : ["ok", said];
}

import { spawnSync } from "node:child_process";
import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import postgres from "postgres";
import { vi } from "vitest";
import { findBinaries } from "@/db/embedded/binaries";
import { startServer, stopServer } from "@/db/embedded/cluster";
import { findPlace } from "@/db/embedded/place";
import { fastFolder } from "./fast-folder.mjs";

/** A streaming replica of the server at `superuserUrl`, whose files are in `cluster`, made as an online base backup. */
export async function startReplica(superuserUrl: string, cluster: string) {
  const dataDir = mkdtempSync(join(fastFolder(), "crossdocket-replica-"));
  chmodSync(dataDir, 0o711);
  // As the same user: the folder of the primary's socket is closed to others.
  const { uid, gid } = statSync(cluster);
  const found = findPlace(dataDir);
  const place = { ...found, ...(found.identity ? { identity: { uid, gid } } : {}) };
  mkdirSync(join(place.cluster, ".."), { recursive: true, mode: 0o711 });
  const binaries = findBinaries(place.identity);
  const { hostname, password } = new URL(superuserUrl);
  const primary = postgres(superuserUrl, { max: 1, onnotice: () => {} });
  await primary`select pg_backup_start('replica', true)`;
  const skipped = /\/(postmaster\.(pid|opts)|pg_replslot\/.+|pg_wal\/archive_status\/.+)$/;
  cpSync(cluster, place.cluster, { recursive: true, filter: (path) => !skipped.test(path), preserveTimestamps: true });
  const [stop] = await primary<{ labelfile: string }[]>`select labelfile from pg_backup_stop(false)`;
  await primary.end();
  // A name with a comma would be two hosts.
  const host = join(dataDir, "primary");
  symlinkSync(decodeURIComponent(hostname), host);
  const link = `host=${host} user=postgres password=${password}`;
  writeFileSync(join(place.cluster, "backup_label"), stop?.labelfile ?? "");
  writeFileSync(join(place.cluster, "standby.signal"), "");
  writeFileSync(
    join(place.cluster, "postgresql.auto.conf"),
    `primary_conninfo = '${link}'\nhot_standby_feedback = on\n`,
  );
  spawnSync("chown", ["-R", `${uid}:${gid}`, place.cluster]);
  const { socketFolder } = await startServer(place, binaries, false);
  const urlOf = (url: string) => url.replace(hostname, encodeURIComponent(socketFolder));
  return {
    /** The same address as one of the primary, at the replica. */
    urlOf,
    /** Nothing more is replayed, or again. */
    async holdStill(on: boolean): Promise<void> {
      const sql = postgres(urlOf(superuserUrl), { max: 1, onnotice: () => {} });
      await sql.unsafe(`select ${on ? "pg_wal_replay_pause()" : "pg_wal_replay_resume()"}`);
      await sql.end();
    },
    /** Makes it a primary, as in a failover. */
    async promote(): Promise<void> {
      const sql = postgres(urlOf(superuserUrl), { max: 1, onnotice: () => {} });
      await sql`select pg_promote()`;
      await vi.waitUntil(async () => (await sql`select pg_is_in_recovery() as still`)[0]?.still === false);
      await sql.end();
    },
    async remove(): Promise<void> {
      await stopServer(place.cluster);
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

import { spawn } from "node:child_process";
import { chownSync, readFileSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import postgres from "postgres";
import { anyPort } from "../../bin/support/ports.mjs";
import { scratchFolder } from "./files";

/** `places`: connections to Postgres. `change`: of the shipped settings. */
type Options = { places?: number; change?: (text: string) => string };

/**
 * PgBouncer with the settings in deploy/pgbouncer.ini, without TLS, before the database at `url`. Call it where
 * `hasTool("pgbouncer")`.
 */
export async function startPooler(url: string, { places = 2, change = (text) => text }: Options = {}) {
  const folder = await scratchFolder();
  const { username, password, hostname, pathname } = new URL(url);
  const socketFolder = decodeURIComponent(hostname);
  // It would part the folder's own name at its comma.
  const host = join(folder.path, "socket");
  symlinkSync(socketFolder, host);
  const port = await anyPort();
  const database = pathname.slice(1);
  const settings = change(readFileSync("deploy/pgbouncer.ini", "utf8"))
    .replace(
      "crossdocket = host=db.example port=5432 dbname=crossdocket",
      `${database} = host=${host} dbname=${database}`,
    )
    .replace("listen_port = 6432", `listen_port = ${port}`)
    .replaceAll("/etc/pgbouncer/userlist.txt", join(folder.path, "userlist.txt"))
    .replace("default_pool_size = 20", `default_pool_size = ${places}\nunix_socket_dir =`)
    .replace(/^server_tls.*$/gm, "");
  writeFileSync(join(folder.path, "pgbouncer.ini"), settings);
  writeFileSync(join(folder.path, "userlist.txt"), `"${username}" "${password}"\n`);
  // It refuses to be root, and must pass into the folder of Postgres' socket.
  const { uid, gid } = statSync(socketFolder);
  for (const path of ["", "pgbouncer.ini", "userlist.txt"]) chownSync(join(folder.path, path), uid, gid);
  const child = spawn("pgbouncer", [join(folder.path, "pgbouncer.ini")], { uid, gid, stdio: "pipe" });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (text) => (said += String(text)));
  const pooled = `postgres://${username}:${password}@127.0.0.1:${port}/${database}`;
  const stop = async () => {
    child.kill("SIGKILL");
    await folder.remove();
  };
  for (let tries = 0; !(await answers(pooled)); tries += 1) {
    if (tries === 100 || child.exitCode !== null) {
      await stop();
      throw new Error(`PgBouncer does not answer: ${said}`);
    }
    await wait(50);
  }
  return { url: pooled, stop };
}

async function answers(url: string): Promise<boolean> {
  const sql = postgres(url, { max: 1, connect_timeout: 2, onnotice: () => {} });
  return sql`select 1`
    .then(
      () => true,
      () => false,
    )
    .finally(() => sql.end({ timeout: 1 }));
}

import { PgBoss } from "pg-boss";
import { bossLink } from "../../lib/platform/network/tls-policy.ts";
import type { WaitingJob } from "./snapshot";

/** Asks for the jobs again that waited when the backup was made. A queue that this release no longer has is passed over. */
export async function askAgain(ownerUrl: string, jobs: readonly WaitingJob[]): Promise<number> {
  const boss = new PgBoss({
    ...bossLink(ownerUrl),
    schema: "pgboss",
    migrate: false,
    supervise: false,
    schedule: false,
  });
  boss.on("error", () => {});
  await boss.start();
  try {
    let asked = 0;
    for (const { name, data, startAfter } of jobs) {
      if (!(await boss.getQueue(name))) continue;
      await boss.send(name, data as object, { startAfter });
      asked += 1;
    }
    return asked;
  } finally {
    await boss.stop({ graceful: false });
  }
}

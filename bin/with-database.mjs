import { spawnSync } from "node:child_process";
import { onNode24 } from "./support/node24.mjs";

/** `npm run with-database -- COMMAND ...`: starts or finds the database, migrates, runs the command with its addresses. */
await onNode24(import.meta.url, async ([program, ...args]) => {
  const { dataFolder } = await import("./support/paths.mjs");
  const { openDatabase, serviceToken } = await import("./support/database.mjs");
  const { loadSettings } = await import("./support/environment.mjs");
  const { migrate } = await import("./support/server.mjs");
  loadSettings();
  const dataDir = dataFolder();
  const database = await openDatabase(dataDir, { firstRun: true });
  try {
    await migrate(database, serviceToken(dataDir));
    const env = {
      ...process.env,
      DATABASE_URL: database.appUrl,
      DATABASE_OWNER_URL: database.ownerUrl,
      DATA_DIR: dataDir,
    };
    return spawnSync(program, args, { stdio: "inherit", env }).status ?? 1;
  } finally {
    if (!database.adopted) await database.stop();
  }
});

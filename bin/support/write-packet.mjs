import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { inspectPostgres } from "../../db/embedded.ts";
import { runNode } from "./children.mjs";
import { openDatabase, serviceToken } from "./database.mjs";
import { childEnvironment, loadSettings } from "./environment.mjs";
import { dataFolder } from "./paths.mjs";
import { stage, Trouble } from "./say.mjs";
import { runOf } from "./scripts.mjs";
import { loadDemo, migrate } from "./server.mjs";

const usage =
  'write "npm run packet -- --case CD-26-0142 --kind mla_dossier --out DIR"; with --demo the showcase case is taken.';

/** Finds or starts the database, loads the demo if requested and absent, and builds into `out`. */
export async function writePacket({ demo, caseCode, kind, out, asJson }) {
  if (!out || (!demo && !(caseCode && kind))) throw new Trouble("Which case, which kind and which folder?", usage);
  loadSettings();
  const dataDir = dataFolder(demo);
  if (!demo && !process.env.DATABASE_URL && !(existsSync(dataDir) && inspectPostgres(dataDir).initialised)) {
    throw new Trouble(`There is no case at ${dataDir}.`, "set DATA_DIR to the folder that the server uses.");
  }
  const database = await openDatabase(dataDir, { demo, withoutOwner: true });
  try {
    const settings = { NODE_ENV: "production", DATA_DIR: dataDir, DATABASE_URL: database.appUrl, LOG_LEVEL: "silent" };
    if (demo) {
      await migrate(database, serviceToken(dataDir));
      await stage("Loading the demonstration", (sayHowFar) =>
        loadDemo({ ...settings, DEMO: "1" }, database.ownerUrl, sayHowFar),
      );
    }
    const words = [resolve(out), kind ?? "mla_dossier", caseCode ?? "", ...(asJson ? ["--json"] : [])];
    return await runNode([...runOf("write-packet"), ...words], {
      env: childEnvironment({ ...settings, DEMO: demo ? "1" : "0" }),
    });
  } finally {
    if (!database.adopted) await database.stop();
  }
}

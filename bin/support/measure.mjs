import { chmodSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { newKek, ringText } from "../../lib/platform/crypto/key-ring-text.ts";
import { runNode } from "./children.mjs";
import { openDatabase, serviceToken } from "./database.mjs";
import { childEnvironment, settingNames } from "./environment.mjs";
import { inRoot } from "./paths.mjs";
import { Trouble } from "./say.mjs";
import { migrate } from "./server.mjs";

const harness = ["harness.ts", "run.ts"];

/**
 * Runs one scenario, or `all` one after another: one that fails is named at the end and does not end the others.
 * @returns 0, or 1 when one of them failed
 */
export async function measure(name, options) {
  const known = readdirSync(inRoot("tests/bench"))
    .filter((file) => file.endsWith(".ts") && !harness.includes(file))
    .map((file) => file.slice(0, -3));
  if (name !== "all" && !known.includes(name)) {
    const names = `all, ${known.join(", ")}`;
    throw new Trouble("There is no such measurement.", `run "npm run bench -- NAME" with one of: ${names}.`);
  }
  const failed = [];
  for (const one of name === "all" ? known : [name]) {
    if (name === "all") console.error(`${one}:`);
    if ((await measureOne(one, options)) !== 0) failed.push(one);
  }
  if (name === "all" && failed.length > 0) console.error(`Failed: ${failed.join(", ")}.`);
  return failed.length > 0 ? 1 : 0;
}

/** On a fresh database that keeps its promises to the disk, as the real one does. */
async function measureOne(name, options) {
  for (const setting of settingNames()) delete process.env[setting];
  const dataDir = mkdtempSync(join(tmpdir(), "crossdocket-bench-"));
  // With a key next to the data no client would be accepted. Every process that a bench starts reads it from here.
  const keyDir = mkdtempSync(join(tmpdir(), "crossdocket-bench-key-"));
  process.env.KEK_FILE = join(keyDir, "kek");
  writeFileSync(process.env.KEK_FILE, ringText([newKek()]), { mode: 0o600 });
  chmodSync(dataDir, 0o711);
  const database = await openDatabase(dataDir, { demo: true });
  try {
    await migrate(database, serviceToken(dataDir));
    const env = childEnvironment({
      NODE_ENV: "production",
      DATA_DIR: dataDir,
      DATABASE_URL: database.appUrl,
      DATABASE_OWNER_URL: database.ownerUrl,
      BENCH_SUPERUSER_URL: database.superuserUrl,
      LOG_LEVEL: "silent",
    });
    const script = ["--expose-gc", "--conditions=react-server", "--import", "tsx", inRoot("tests/bench/run.ts")];
    return await runNode([...script, name, ...options], { env });
  } finally {
    await database.stop();
    for (const folder of [dataDir, keyDir]) rmSync(folder, { recursive: true, force: true });
  }
}

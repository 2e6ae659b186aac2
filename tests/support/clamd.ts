import { type ChildProcess, spawn } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { askVersion } from "@/lib/platform/clamd/ask-clamd";
import { clamdPath } from "./clamd-place.mjs";
import { scratchFolder } from "./files";

/** The harmless file that every scanner calls a virus, in pieces, so that no scanner stops at this source. */
export const eicar = ["X5O!P%@AP[4\\PZX54(P^)7CC)7}$", "EICAR-STANDARD-", "ANTIVIRUS-TEST-FILE", "!$H+H*"].join("");

const inHex = Buffer.from(eicar).toString("hex");

/**
 * A real daemon on a socket in a folder of its own, with a list of one: the test file. Nothing is downloaded. It skips
 * nothing that is large, as docs/OPERATIONS.md asks. Call it where `clamdPath` is there.
 */
export async function startClamd(maxBytes = "4M"): Promise<{ address: string; close: () => Promise<void> }> {
  const folder = await scratchFolder();
  const address = join(folder.path, "clamd.sock");
  await writeFile(join(folder.path, "test.ndb"), `Eicar-Test-Signature:0:*:${inHex}\n`);
  const settings = [
    `LocalSocket ${address}`,
    `DatabaseDirectory ${folder.path}`,
    `TemporaryDirectory ${folder.path}`,
    "Foreground yes",
    "OfficialDatabaseOnly no",
    "MaxThreads 2",
    `StreamMaxLength ${maxBytes}`,
    "MaxFileSize 2M",
    "MaxScanSize 4M",
    "AlertExceedsMax yes",
    "AlertEncrypted yes",
  ];
  await writeFile(join(folder.path, "clamd.conf"), `${settings.join("\n")}\n`);
  const child = spawn(clamdPath ?? "clamd", ["--config-file", join(folder.path, "clamd.conf")], { stdio: "pipe" });
  const close = async () => {
    child.kill("SIGKILL");
    await folder.remove();
  };
  await untilUp(child, address).catch(async (error) => {
    await close();
    throw error;
  });
  return { address, close };
}

async function untilUp(child: ChildProcess, address: string): Promise<void> {
  let message = "";
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (text) => (message += String(text)));
  for (let tries = 0; tries < 150; tries += 1) {
    if (child.exitCode !== null) throw new Error(`clamd ended: ${message}`);
    const version = await askVersion(address).catch(() => null);
    if (version) return;
    await wait(100);
  }
  throw new Error(`clamd does not answer: ${message}`);
}

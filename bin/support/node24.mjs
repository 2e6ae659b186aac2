import { spawn } from "node:child_process";
import { delimiter, dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { ensureInstalled } from "./install.mjs";
import { isImage, node24 } from "./paths.mjs";
import { explain, Trouble } from "./say.mjs";

const lifeline = new URL("./lifeline.mjs", import.meta.url).href;

/**
 * Every command's first step: install if needed, then run `main` on Node 24. Where this Node does not do, the script at
 * `url` is run again by the one in node_modules, with the same arguments, and its exit code is ours.
 */
export async function onNode24(url, main) {
  try {
    const [major, minor] = process.versions.node.split(".").map(Number);
    if (major < 20 || (major === 20 && minor < 9)) {
      throw new Trouble(`This is Node ${process.versions.node}.`, "install Node 20.9 or newer, then try again.");
    }
    if (!isImage) await ensureInstalled();
    else if (major !== 24) throw new Trouble(`This is Node ${process.versions.node}.`, "the image needs Node 24.");
    process.exitCode =
      node24 === process.execPath ? await main(process.argv.slice(2)) : await again(fileURLToPath(url));
  } catch (error) {
    explain(error);
    process.exitCode = 1;
  }
}

function again(script) {
  const PATH = `${dirname(node24)}${delimiter}${process.env.PATH ?? ""}`;
  const child = spawn(node24, ["--import", lifeline, script, ...process.argv.slice(2)], {
    stdio: ["inherit", "inherit", "inherit", "pipe"],
    env: { ...process.env, PATH, CROSSDOCKET_LIFELINE: "1" },
  });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  return new Promise((resolve, reject) => {
    child.once("error", (error) => {
      const advice = "remove node_modules and run the same command again.";
      reject(new Trouble(`Node 24 cannot be run (${error.message}).`, advice));
    });
    child.once("exit", (code) => resolve(code ?? 1));
  });
}

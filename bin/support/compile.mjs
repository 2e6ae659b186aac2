import { build } from "esbuild";
import { inRoot, root } from "./paths.mjs";

/**
 * Compiles scripts of ours with all that they import of ours; what several import is in files that they share, and packages
 * stay where they are. A compiled one starts in a third of the time, and needs a hundred megabytes less, than the same
 * through tsx, which holds each source and its map.
 * @param {Record<string, string>} scripts the source of each by its name
 */
export async function compile(scripts, folder) {
  await build({
    absWorkingDir: root,
    entryPoints: Object.fromEntries(Object.entries(scripts).map(([name, path]) => [name, inRoot(path)])),
    outdir: folder,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    splitting: true,
    packages: "external",
    platform: "node",
    format: "esm",
    target: "node24",
    conditions: ["react-server"],
    tsconfig: inRoot("tsconfig.json"),
    logLevel: "warning",
  });
}

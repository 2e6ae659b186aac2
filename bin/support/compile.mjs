import { build } from "esbuild";
import { inRoot, root } from "./paths.mjs";

/**
 * Compiles one script of ours with all that it imports of ours into one file; packages stay where they are. It starts in
 * a third of the time, and needs a hundred megabytes less, than the same through tsx, which holds each source and its map.
 */
export async function compile(script, outfile) {
  await build({
    absWorkingDir: root,
    entryPoints: [script],
    outfile,
    bundle: true,
    packages: "external",
    platform: "node",
    format: "esm",
    target: "node24",
    conditions: ["react-server"],
    tsconfig: inRoot("tsconfig.json"),
    logLevel: "warning",
  });
}

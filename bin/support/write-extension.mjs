import { cp, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { stripTypeScriptTypes } from "node:module";
import { join } from "node:path";
import { inRoot } from "./paths.mjs";

const from = inRoot("extension");

/** @returns the two folders that were written */
export async function writeExtension(folder) {
  const manifest = JSON.parse(await readFile(join(from, "manifest.json"), "utf8"));
  const changed = JSON.parse(await readFile(join(from, "manifest.firefox.json"), "utf8"));
  const { minimum_chrome_version: _, ...common } = manifest;
  const chromium = await writeOne(join(folder, "chromium"), manifest);
  const firefox = await writeOne(join(folder, "firefox"), { ...common, ...changed });
  return [chromium, firefox];
}

async function writeOne(place, manifest) {
  await rm(place, { recursive: true, force: true });
  await mkdir(place, { recursive: true });
  for (const name of ["popup.html", "popup.css", "platforms.json", "_locales"])
    await cp(join(from, name), join(place, name), { recursive: true });
  for (const name of await readdir(join(from, "src"))) {
    if (name.endsWith(".d.ts")) continue;
    const plain = stripTypeScriptTypes(await readFile(join(from, "src", name), "utf8"), { mode: "strip" });
    await writeFile(join(place, name.replace(/\.ts$/, ".js")), plain.replace(/(from "\.\/[\w-]+)\.ts"/g, '$1.js"'));
  }
  await writeFile(join(place, "manifest.json"), `${JSON.stringify(manifest, null, 2)}\n`);
  return place;
}

import "server-only";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const folder = join(process.cwd(), "docs/guide/pictures");

let known: ReadonlyMap<string, Buffer> | undefined;

/** A picture of the guide by the name of its file, or undefined. They are few and small, so they are kept. */
export function readPicture(name: string): Buffer | undefined {
  known ??= new Map(
    readdirSync(folder)
      .filter((file) => file.endsWith(".png"))
      .map((file) => [file, readFileSync(join(folder, file))]),
  );
  return known.get(name);
}

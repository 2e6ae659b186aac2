import { globSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { z } from "zod";
import type { Command } from "@/lib/kernel/access/command";
import type { Permission } from "@/lib/kernel/access/roles";
import { everySchema } from "./schemas";

export type Known = { file: string; needs: Permission; schema: z.ZodType; run: Command<unknown> };

const spec = /=\s*command\(\{\s*needs: "([\w.]+)",\s*input: (\w+)/;

/** Schemas that stand in the file of their command, as far as they are asked here. */
const own: Record<string, z.ZodType> = {
  "lib/handover/handovers/commands/record-denied-access.ts": z.object({ handoverId: z.uuid() }),
  "lib/escalation/ladder/commands/advance-ladder.ts": z.object({ caseId: z.uuid() }),
};

/** Every command of the product with its permission and its schema, as its source says. */
export async function everyCommand(): Promise<Known[]> {
  const schemas = (await everySchema()).all;
  const known: Known[] = [];
  for (const file of globSync("lib/**/*.ts").toSorted()) {
    const text = readFileSync(file, "utf8");
    if (!/=\s*command\(/.test(text)) continue;
    const [, needs = "", input = ""] = spec.exec(text) ?? [];
    const from = schemas.find(({ name }) => name === `${file.replace(/(commands\/)?[^/]+$/, "input.ts")} ${input}`);
    const schema = own[file] ?? from?.schema ?? schemas.find(({ name }) => name.endsWith(` ${input}`))?.schema;
    if (!schema) throw new Error(`${file}: no schema ${input}`);
    const held: Record<string, unknown> = await import(/* @vite-ignore */ join(process.cwd(), file));
    const verb = basename(file, ".ts").replaceAll(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
    known.push({ file, needs: needs as Permission, schema, run: held[verb] as Command<unknown> });
  }
  return known;
}

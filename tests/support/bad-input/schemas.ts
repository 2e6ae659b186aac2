import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { Assertion, Attestation } from "@/lib/auth/passkeys/passkey-input";

export type Named = { name: string; schema: z.ZodType };

/** Every schema that an `input.ts` of the product exports, with those of passkeys; and how many files held none. */
export async function everySchema(): Promise<{ all: Named[]; files: string[]; empty: string[] }> {
  const files = globSync("lib/**/input.ts").toSorted();
  const all: Named[] = [
    { name: "passkeys Assertion", schema: Assertion },
    { name: "passkeys Attestation", schema: Attestation },
  ];
  const empty: string[] = [];
  for (const file of files) {
    const held: Record<string, unknown> = await import(/* @vite-ignore */ join(process.cwd(), file));
    const found = Object.entries(held).filter((entry): entry is [string, z.ZodType] => entry[1] instanceof z.ZodType);
    if (found.length === 0) empty.push(file);
    all.push(...found.map(([name, schema]) => ({ name: `${file} ${name}`, schema })));
  }
  return { all, files, empty };
}

const reader =
  /^export (?:async )?function ((?:read|parse|nest|nested|typed|settle|mapping)\w*)\((\w+): (string|unknown|FormData|Params|SearchParams|Uint8Array|Buffer)\b/gm;

/** Functions that read one text, form or file, by their names, wherever they stand. */
export function exportedReaders(): { name: string; file: string }[] {
  return globSync("{app,lib,db}/**/*.ts").flatMap((file) =>
    [...readFileSync(file, "utf8").matchAll(reader)].map(([, name = ""]) => ({ name, file })),
  );
}

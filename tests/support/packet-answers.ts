import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { parse, parseDocument } from "yaml";
import { z } from "zod";
import { packetKindKeys } from "@/lib/packets/packets/types";

export const goldenFolder = join(import.meta.dirname, "../fixtures/packets");
const folder = join(goldenFolder, "answers");

const text = z.string().min(1);
const kind = z.enum(packetKindKeys);
const question = z.strictObject({
  key: text,
  asks: text,
  of: z.union([z.literal("all"), z.array(kind)]),
  in: z.enum(["brief", "core"]).optional(),
});
/** Words as they stand on one page, of the packet or of one of its letters; or what is not answered. */
const answer = z.union([
  z.strictObject({ letter: z.int().optional(), page: z.int(), words: text }),
  z.strictObject({ missing: text }),
]);
const file = z.strictObject({
  kind,
  from: z.enum(["ZA", "US"]),
  to: z.enum(["ZA", "US"]),
  answers: z.record(text, z.array(answer).min(1)),
});

export type Question = z.infer<typeof question>;
export type Answers = z.infer<typeof file> & { name: string };

export const readQuestions = (): Question[] =>
  z.array(question).parse(parse(readFileSync(join(folder, "questions.yaml"), "utf8")));

/** What the golden packets answer, each under the name of its golden file. */
export const readAnswers = (): Answers[] =>
  readdirSync(folder)
    .filter((name) => name !== "questions.yaml")
    .map((name) => ({
      name: basename(name, ".yaml"),
      ...file.parse(parse(readFileSync(join(folder, name), "utf8"))),
    }));

/** The pages of a golden packet, or of one of its letters, each as one line. */
export const readGoldenPages = (name: string, letter?: number): string[] =>
  readFileSync(join(goldenFolder, `${name}${letter === undefined ? "" : `-letter-${letter}`}.txt`), "utf8")
    .split(/^=== page \d+$/m)
    .slice(1)
    .map((page) => page.replaceAll(/\s+/g, " "));

/** After a change of the packet: on which page each answer stands now. Words that stand nowhere are left to be seen. */
export function turnToPages(name: string): void {
  const path = join(folder, `${name}.yaml`);
  if (!existsSync(path)) return;
  const written = parseDocument(readFileSync(path, "utf8"));
  const { answers } = file.parse(written.toJS());
  for (const [key, given] of Object.entries(answers)) {
    for (const [i, one] of given.entries()) {
      if ("missing" in one) continue;
      const pages = readGoldenPages(name, one.letter);
      if (pages[one.page - 1]?.includes(one.words)) continue;
      const found = pages.findIndex((page) => page.includes(one.words));
      if (found >= 0) written.setIn(["answers", key, i, "page"], found + 1);
    }
  }
  writeFileSync(path, written.toString({ lineWidth: 118 }));
}

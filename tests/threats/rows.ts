import { globSync, readFileSync } from "node:fs";
import { basename } from "node:path";

/** One way to switch a measure off. `find` stands once in `file`. */
export type Switch = {
  edits: { file: string; find: string; put: string }[];
  /** Which of the row's tests go red, by their place in it. */
  red: number[];
  /** For a check that runs behind other browser tests: the test that it runs behind. */
  behind?: string;
};

type Threat = { threat: string; tests: string[]; switches: Switch[] };

/** `name` is the file and the place in it: `sso:3`. */
export type Row = Threat & { name: string };

export function readRows(): Row[] {
  return globSync("docs/security/threats/*.json")
    .sort()
    .flatMap((file) =>
      (JSON.parse(readFileSync(file, "utf8")) as Threat[]).map((row, at) => ({
        ...row,
        name: `${basename(file, ".json")}:${at}`,
      })),
    );
}

/** Why a row cannot be switched off as it is written; empty when it can. */
export function problemsOf({ name, tests, switches = [] }: Row): string[] {
  const edits = switches.flatMap((switch_) => switch_.edits);
  const stale = edits
    .filter(({ file, find }) => readFileSync(file, "utf8").split(find).length !== 2)
    .map(({ file, find }) => `${name}: not once in ${file}: ${find}`);
  const red = new Set(switches.flatMap((switch_) => switch_.red));
  const never = tests.filter((_, at) => !red.has(at)).map((id) => `${name}: no switch makes red: ${id}`);
  const odd = [...red].filter((at) => !tests[at]).map((at) => `${name}: there is no test ${at}`);
  const idle = switches.filter((switch_) => switch_.red.length === 0 || switch_.edits.length === 0);
  return [
    ...stale,
    ...never,
    ...odd,
    ...idle.map(() => `${name}: a switch without an edit, or that makes nothing red`),
  ];
}

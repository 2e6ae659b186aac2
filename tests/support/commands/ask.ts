import { globSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { desc, gt } from "drizzle-orm";
import { z } from "zod";
import { auditEntries } from "@/db/schema";
import type { Command } from "@/lib/kernel/access/command";
import { type Ctx, type TxCtx, withTransaction } from "@/lib/kernel/access/ctx";
import type { Proof } from "@/lib/kernel/access/step-ups";
import { AppError } from "@/lib/platform/errors";
import { mayRole, type RoleName } from "../model/who-may";
import type { Answer, Asked, Input, Row } from "./row";
import type { World } from "./world";

/** Every command of some areas, as the tree has them: `lib/casework/cases/commands/open-case.ts` is `casework/cases/open-case`. */
export async function commandsOf(...areas: string[]): Promise<Asked[]> {
  const files = areas.flatMap((area) => globSync(`lib/${area}/**/*.ts`)).toSorted();
  const found = files.filter((file) => /=\s*command\(/.test(readFileSync(file, "utf8")));
  return Promise.all(
    found.map(async (file) => {
      const held: Record<string, unknown> = await import(/* @vite-ignore */ join(process.cwd(), file));
      const verb = basename(file, ".ts").replaceAll(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
      return { name: nameOf(file), run: held[verb] as Command<unknown>, ids: await idsKnown(file) };
    }),
  );
}

/** Every place in its input where the schema of a command takes an id; none where the schema stands in its own file. */
async function idsKnown(file: string): Promise<string[]> {
  const text = readFileSync(file, "utf8");
  const schema = /=\s*command\(\{\s*needs: "[\w.]+",\s*input: (\w+)/.exec(text)?.[1] ?? "";
  const from = new RegExp(`import \\{[^}]*\\b${schema}\\b[^}]*\\} from "([^"]+)"`).exec(text)?.[1];
  if (!from || from === "zod") return [];
  const path = from.startsWith("@/") ? join(process.cwd(), from.slice(2)) : join(process.cwd(), dirname(file), from);
  const held: Record<string, z.ZodType> = await import(/* @vite-ignore */ `${path}.ts`);
  const known = z.toJSONSchema(held[schema] as z.ZodType, { io: "input", unrepresentable: "any" });
  return [...new Set(idsOf(known))].toSorted();
}

type Known = {
  format?: string;
  properties?: Record<string, Known>;
  items?: Known;
  prefixItems?: Known[];
  additionalProperties?: Known | boolean;
  anyOf?: Known[];
  oneOf?: Known[];
  allOf?: Known[];
};

function idsOf(known: unknown, path = ""): string[] {
  if (typeof known !== "object" || known === null) return [];
  const { format, properties = {}, items, prefixItems = [], additionalProperties, ...all } = known as Known;
  const under = (name: string) => (path ? `${path}.${name}` : name);
  return [
    ...(format === "uuid" ? [path] : []),
    ...[all.anyOf, all.oneOf, all.allOf].flatMap((some) => (some ?? []).flatMap((schema) => idsOf(schema, path))),
    ...Object.entries(properties).flatMap(([name, one]) => idsOf(one, under(name))),
    ...[items, additionalProperties, ...prefixItems].flatMap((schema) => idsOf(schema, under("0"))),
  ];
}

/** What the schema takes and the row does not give: nobody asked what becomes of an id there. */
function leftOut(known: readonly string[], given: readonly string[], inside: readonly string[]): string[] {
  const isGiven = (path: string) => given.some((value) => value === path || value.startsWith(`${path}.`));
  const isInside = (path: string) => inside.some((value) => value === path || path.startsWith(`${value}.`));
  return known.filter((path) => !isGiven(path) && !isInside(path));
}

export const nameOf = (file: string): string =>
  file
    .replace(/^lib\//, "")
    .replace("/commands/", "/")
    .slice(0, -3);

/** What is asked, and the answer. */
export type Answers = Record<string, Answer>;

const roles = ["caseworker", "supervisor", "admin", "liaison"] as const satisfies RoleName[];
/** What a job of the worker may, of what people may not or may too. */
const jobsMay: readonly string[] = ["job.run", "case.read", "signature.write"];
const standIns = { caseworker: "bystander", supervisor: "boss", admin: "admin", liaison: "otherOfficer" } as const;

/** What is less than each proof. */
const less: Record<NonNullable<Row["proof"]>, readonly (Proof | null)[]> = {
  any: [null],
  best: [null, "any"],
  passkey: [null, "any", "best"],
};

/** The least that is enough, as the product calls it. */
const least = { any: "any", best: "best", passkey: "phr" } as const;

/** Who has the same role and nothing to do with it; a supervisor has to do with everything. */
const bystanders = { worker: "bystander", colleague: "bystander", officer: "otherOfficer" } as const;

/** What our model and the row promise of a command. */
function promised(row: Row, input: Input): Answers {
  const { otherwise } = row;
  const answers: Answers = {};
  for (const role of roles) answers[`as ${role}`] = mayRole(role, row.needs) ? goesOn : "forbidden";
  answers["as a job"] = jobsMay.includes(row.needs) ? goesOn : "forbidden";
  const ids = idsIn(input, [...(otherwise?.made ?? []), ...(otherwise?.inside ?? [])]);
  for (const path of idsIn(input, otherwise?.inside))
    answers[`${path} that is no id`] = otherwise?.noId?.[path] ?? `invalid ${path}`;
  answers["left out"] = (otherwise?.left ?? []).join(", ");
  if (ids.length === 0) answers["names a record"] = otherwise?.namesNothing ? "no" : "yes";
  if (ids.length > 0) answers["from another organisation"] = otherwise?.abroad ?? "not_found";
  if (ids.length > 0 && row.by in bystanders) answers["from a bystander"] = otherwise?.bystander ?? "not_found";
  if (ids.length > 1 && "caseId" in input) answers["in another case"] = otherwise?.anotherCase ?? "not_found";
  for (const path of ids) answers[`${path} of another organisation`] = otherwise?.foreign?.[path] ?? "not_found";
  for (const proof of row.proof ? less[row.proof] : [])
    answers[`proved ${proof}`] = `invalid ${row.proof === "any" ? "password" : "passkey"}`;
  answers["as who may"] = otherwise?.ends ?? "done";
  answers["in the log"] = otherwise?.ends === "not_found" ? "access.not_found" : otherwise?.ends ? "nothing" : row.log;
  return answers;
}

/** Asks a command everything. Only the last question leaves something behind. */
export async function ask({ run, ids: known }: Asked, row: Row, ours: World, theirs: World) {
  await Promise.all([ours.freshen(), theirs.freshen()]);
  const [input, foreign] = await Promise.all([row.input(ours), row.input(theirs)]);
  await Promise.all([ours.freshen(), theirs.freshen()]);
  const answers: Answers = {};
  for (const role of roles) answers[`as ${role}`] = await answerOf(run, untouched(ours.as(standIns[role])), input);
  answers["as a job"] = await answerOf(run, untouched(ours.org.service()), input);
  const who = await actor(row, ours);
  const { made = [], inside = [] } = row.otherwise ?? {};
  const ids = idsIn(input, [...made, ...inside]);
  for (const path of idsIn(input, inside))
    answers[`${path} that is no id`] = await answerOf(run, untouched(who), put(input, path, "none"));
  answers["left out"] = leftOut(known, idsIn(input), inside).join(", ");
  if (ids.length === 0) answers["names a record"] = "no";
  if (ids.length > 0) answers["from another organisation"] = await undone(run, await stranger(row, theirs), input);
  const bystander = bystanders[row.by as keyof typeof bystanders];
  if (ids.length > 0 && bystander) answers["from a bystander"] = await undone(run, ours.as(bystander), input);
  if (ids.length > 1 && "caseId" in input)
    answers["in another case"] = await undone(run, who, { ...input, caseId: ours.otherCaseId });
  for (const path of ids)
    answers[`${path} of another organisation`] = await undone(run, who, put(input, path, at(foreign, path)));
  for (const proof of row.proof ? less[row.proof] : [])
    answers[`proved ${proof}`] = await undone(run, { ...who, steppedUp: proof }, input);
  const before = await lastEntry(ours);
  const proved = { ...who, steppedUp: row.proof ? least[row.proof] : null };
  answers["as who may"] = await answerOf(run, proved, input);
  const entries = await entriesAfter(ours, before);
  answers["in the log"] = entries.includes(row.log) ? row.log : entries.join(", ") || "nothing";
  return { answers, promised: promised(row, input) };
}

const actor = async (row: Row, world: World): Promise<Ctx> => (row.through ? row.through(world) : world.as(row.by));

/** Somebody elsewhere who sees all that there is there: a supervisor, where one may. */
const stranger = async (row: Row, theirs: World): Promise<Ctx> =>
  row.through || row.needs === "job.run" || !mayRole("supervisor", row.needs) ? actor(row, theirs) : theirs.boss.ctx;

async function answerOf(run: Command<unknown>, ctx: Ctx | TxCtx, input: Input): Promise<Answer> {
  try {
    await run(ctx, input);
    return "done";
  } catch (error) {
    if (error === asked) return goesOn;
    if (!(error instanceof AppError)) return String(error).slice(0, 300);
    // A field that is named by an id is named anew in each run.
    const fields = Object.keys(error.fields).map((name) =>
      name
        .split(".")
        .map((part) => (isId(part) ? "#id" : part))
        .join("."),
    );
    return error.code === "invalid" ? ["invalid", ...fields].join(" ") : error.code;
  }
}

const enough = new Error("far enough");

/** In a transaction that is taken back, so that a wall that is missing leaves nothing for the next question. */
async function undone(run: Command<unknown>, ctx: Ctx, input: Input): Promise<Answer> {
  let answer: Answer = "";
  await withTransaction(ctx, "read write", async (scoped) => {
    answer = await answerOf(run, scoped, input);
    throw enough;
  }).catch((error: unknown) => {
    if (error !== enough && !answer) answer = String(error);
  });
  return answer;
}

/** What a role that may gets of a context without a database. */
const goesOn = "asks the database";
const asked = new Error("The database was asked.");

/** A context whose database nobody may ask: what a role may not do is refused before anything is read. */
function untouched(ctx: Ctx): TxCtx {
  const db = new Proxy({} as TxCtx["db"], {
    get() {
      throw asked;
    },
  });
  return { ...ctx, db, covers: [] };
}

const isId = (value: unknown): boolean =>
  typeof value === "string" && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value);

/** Where ids are in an input: `caseId`, `answers.0.incidents.0`, and `officers.#0` for the first ticked one. */
function idsIn(value: unknown, made: readonly string[] = [], path = ""): string[] {
  if (made.some((prefix) => path === prefix || path.startsWith(`${prefix}.`))) return [];
  if (isId(value)) return [path];
  if (typeof value !== "object" || value === null || value instanceof Uint8Array) return [];
  return Object.entries(value).flatMap(([key, inner], place) => {
    const under = (name: string) => (path ? `${path}.${name}` : name);
    return isId(key) ? [under(`#${place}`)] : idsIn(inner, made, under(key));
  });
}

const placeOf = (key: string): number | null => (key.startsWith("#") ? Number(key.slice(1)) : null);

const at = (input: unknown, path: string): unknown =>
  path.split(".").reduce((value, key) => {
    const place = placeOf(key);
    return place === null ? (value as Input)[key] : Object.keys(value as Input)[place];
  }, input);

function put(value: unknown, path: string, id: unknown): Input {
  const [key = "", ...rest] = path.split(".");
  const place = placeOf(key);
  const copy = Array.isArray(value) ? [...value] : { ...(value as Input) };
  if (place === null) (copy as Input)[key] = rest.length > 0 ? put((value as Input)[key], rest.join("."), id) : id;
  else
    return Object.fromEntries(
      Object.entries(copy).map(([name, inner], i) => (i === place ? [String(id), inner] : [name, inner])),
    );
  return copy as Input;
}

const lastEntry = (world: World): Promise<number> =>
  withTransaction(world.org.service(), "read only", async ({ db }) => {
    const [row] = await db
      .select({ seq: auditEntries.seq })
      .from(auditEntries)
      .orderBy(desc(auditEntries.seq))
      .limit(1);
    return row?.seq ?? 0;
  });

const entriesAfter = (world: World, seq: number): Promise<string[]> =>
  withTransaction(world.org.service(), "read only", async ({ db }) => {
    const rows = await db.select({ action: auditEntries.action }).from(auditEntries).where(gt(auditEntries.seq, seq));
    return rows.map(({ action }) => action);
  });

import { existsSync, rmSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { buffer } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeCase } from "@/lib/casework/cases/commands/close-case";
import { openCase } from "@/lib/casework/cases/commands/open-case";
import { readArchive } from "@/lib/operations/backups/read-archive";
import { env } from "@/lib/platform/env";
import { backupWorld, withAdmin } from "../../support/backup-world";
import { filesWith, makeCanaries } from "../../support/canaries";
import { caseForm } from "../../support/case-form";
import { liveThrough } from "../../support/live-through";
import { makeOrg, type Org, type Person } from "../../support/org";
import { askFor, unpackExport } from "../../support/plant-export";

const birds = makeCanaries();
const { next } = birds;
let world: Awaited<ReturnType<typeof backupWorld>>;
let org: Org;
let worker: Person;
let supervisor: Person;
let quietCase: string;
const loud: string[] = [];

beforeAll(async () => {
  world = await backupWorld();
  org = await makeOrg();
  worker = await org.person("caseworker");
  supervisor = await org.person("supervisor");
  quietCase = (await openCase(supervisor.ctx, caseForm())).id;
  for (let no = 0; no < 3; no += 1) loud.push(await liveOne());
}, 60_000);
afterAll(() => world.remove());

/** One case with a canary in each protected field that these commands write. */
async function liveOne(): Promise<string> {
  const colleague = await org.person("caseworker");
  const who = { worker: worker.ctx, supervisor: supervisor.ctx, colleagueId: colleague.memberId };
  return liveThrough(who, birds);
}

const words = () => [birds.stem, ...birds.numbers];

/** Everything that Postgres has of this test's database, with its log of writes and its log of words. */
async function postgresPlaces(): Promise<string[]> {
  const name = new URL(process.env.DATABASE_URL ?? "").pathname.slice(1);
  await withAdmin((admin) => admin`checkpoint`, name);
  return withAdmin(async (admin) => {
    const [row] = await admin<{ folder: string; base: string }[]>`select current_setting('data_directory') as folder,
      (select oid::text from pg_database where datname = current_database()) as base`;
    const folder = row?.folder ?? "";
    const log = join(dirname(folder), "postgres.log");
    const places = [join(folder, "base", row?.base ?? ""), join(folder, "pg_wal"), join(folder, "global"), log];
    return places.filter((place) => existsSync(place));
  }, name);
}

describe("what is left on the disk", () => {
  test("there are 120 canaries to look for, and the search finds one that lies open", async () => {
    expect(birds.made.length + birds.numbers.length).toBeGreaterThanOrEqual(120);
    const folder = join(world.folder, "planted");
    await mkdir(folder);
    await writeFile(join(folder, "a"), `before ${birds.made.at(50)} after`);
    await writeFile(join(folder, "b"), birds.numbers[0] ?? "");
    expect(filesWith([folder], words()).hits).toHaveLength(2);
    rmSync(folder, { recursive: true });
  });

  test("no canary in the files of Postgres, its write-ahead log and its own log", async () => {
    const { hits, bytes } = filesWith(await postgresPlaces(), words());
    expect(hits).toEqual([]);
    expect(bytes).toBeGreaterThan(5_000_000);
  });

  test("no canary in the data folder: stored files, parts, anchors", () => {
    const { hits, searched } = filesWith([env().DATA_DIR], words());
    expect(hits).toEqual([]);
    expect(searched).toBeGreaterThanOrEqual(9);
  });

  test("no canary in a backup, nor in what is inside once it is opened with the offline key", async () => {
    const { path } = await world.make();
    expect(filesWith([world.backups], words()).hits).toEqual([]);
    const hits: string[] = [];
    let entries = 0;
    for await (const entry of readArchive(path, [world.data.identity])) {
      const bytes = await buffer(entry.body);
      entries += 1;
      if (words().some((word) => bytes.includes(word))) hits.push(entry.path);
    }
    expect(hits).toEqual([]);
    expect(entries).toBeGreaterThan(30);
  });

  test("no canary in the folder of another case, and those of its own in that of its own", async () => {
    const quiet = await unpackExport(org, supervisor, await askFor(org, supervisor, quietCase));
    expect(filesWith([quiet], words()).hits).toEqual([]);
    const own = await unpackExport(org, supervisor, await askFor(org, supervisor, loud[0]));
    const found = filesWith([own], [birds.made[0] ?? "", birds.made[12] ?? ""]).hits;
    expect(found.length).toBeGreaterThan(0);
    expect(filesWith([own], birds.made.slice(-20)).hits).toEqual([]);
    for (const folder of [quiet, own]) rmSync(join(folder, ".."), { recursive: true });
  });

  test("the note of a closed case as well", async () => {
    const note = next();
    const { id } = await openCase(worker.ctx, caseForm());
    await closeCase(worker.ctx, { caseId: id, outcome: "client_ended", note, seen: "on" });
    expect(filesWith(await postgresPlaces(), [note]).hits).toEqual([]);
  });
});

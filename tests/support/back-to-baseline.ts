import type postgres from "postgres";
import { readSteps } from "@/db/standing";

const made = [
  [
    /^\s*CREATE (?:UNIQUE )?INDEX ("[^"]+") ON ("[^"]+")\./,
    (name: string, schema: string) => `drop index if exists ${schema}.${name}`,
  ],
  [/^\s*CREATE TABLE ("[^"]+"\."[^"]+")/, (name: string) => `drop table ${name} cascade`],
  [
    /^\s*ALTER TABLE ("[^"]+"\."[^"]+") ADD COLUMN ("[^"]+")/,
    (name: string, column: string) => `alter table ${name} drop column ${column} cascade`,
  ],
  [
    /^\s*ALTER TABLE ("[^"]+"\."[^"]+") ALTER COLUMN ("[^"]+") DROP NOT NULL/,
    (name: string, column: string) => `alter table ${name} alter column ${column} set not null`,
  ],
] as const;

/** What the baseline says of a table that a later migration took away. */
const saysOf = (name: string): string[] =>
  (readSteps()[0]?.sql ?? []).filter((part) =>
    [`CREATE TABLE ${name} `, `ALTER TABLE ${name} `, ` ON ${name} `, `INDEX ${name} `].some((words) =>
      part.includes(words),
    ),
  );

/** Takes back what the migrations after the baseline made, as a database has it that is at the end of the old chain. */
export async function backToBaseline(sql: postgres.Sql): Promise<void> {
  const statements = readSteps()
    .slice(1)
    .flatMap(({ sql: parts }) => parts)
    .toReversed();
  for (const statement of statements) {
    const [, dropped] = /^\s*DROP TABLE ("[^"]+"\."[^"]+")/.exec(statement) ?? [];
    for (const part of dropped ? saysOf(dropped) : []) await sql.unsafe(part);
    const [, index] = /^\s*DROP INDEX "[^"]+"\.("[^"]+")/.exec(statement) ?? [];
    for (const part of index ? saysOf(index) : []) await sql.unsafe(part);
    for (const [pattern, undo] of made) {
      const [, name, column] = pattern.exec(statement) ?? [];
      if (name) await sql.unsafe(undo(name, column ?? ""));
    }
  }
}

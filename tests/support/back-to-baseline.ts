import type postgres from "postgres";
import { readSteps } from "@/db/standing";

const made = [
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

/** Takes back what the migrations after the baseline made, as a database has it that is at the end of the old chain. */
export async function backToBaseline(sql: postgres.Sql): Promise<void> {
  const statements = readSteps()
    .slice(1)
    .flatMap(({ sql: parts }) => parts)
    .toReversed();
  for (const statement of statements)
    for (const [pattern, undo] of made) {
      const [, name, column] = pattern.exec(statement) ?? [];
      if (name) await sql.unsafe(undo(name, column ?? ""));
    }
}

import { readFileSync } from "node:fs";
import { getTableName, is, Table } from "drizzle-orm";
import { getTableConfig, PgCustomColumn, type PgTable } from "drizzle-orm/pg-core";
import { expect, test } from "vitest";
import * as schema from "@/db/schema";

const tables = Object.values(schema).filter((table) => is(table, Table)) as unknown as PgTable[];

const columns = tables.flatMap((table) =>
  getTableConfig(table).columns.map((column) => ({ name: `${getTableName(table)}.${column.name}`, column })),
);

const snake = (name: string) => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
const isSealed = (column: (typeof columns)[number]["column"]) =>
  is(column, PgCustomColumn) && column.getSQLType() === "text";
const holdsWords = (column: (typeof columns)[number]["column"]) =>
  /^(text|jsonb?)/.test(column.getSQLType()) && !(column.enumValues?.length ?? 0);

test("every column that may hold words is sealed, or docs/security/fields.md says why it is open", () => {
  const open = columns.filter(({ column }) => holdsWords(column) && !isSealed(column)).map(({ name }) => snake(name));
  const messages = [...readFileSync("docs/security/fields.md", "utf8").matchAll(/`([a-z_]+\.[a-z_0-9]+)`/g)].map(
    ([, name]) => name ?? "",
  );
  expect(open.filter((name) => !messages.includes(name))).toEqual([]);
  expect(messages.filter((name) => !open.includes(name))).toEqual([]);
});

test("more than sixty columns are sealed", () => {
  expect(columns.filter(({ column }) => isSealed(column)).length).toBeGreaterThanOrEqual(60);
});

import { PgDialect } from "drizzle-orm/pg-core";
import { expect, test } from "vitest";
import { among } from "@/db/among";
import { cases, searchTokens } from "@/db/schema";

const written = (...args: Parameters<typeof among>) =>
  new PgDialect({ casing: "snake_case" }).sqlToQuery(among(...args));

test("a list is one parameter, as the server writes an array, whatever stands in it", () => {
  const tokens = written(searchTokens.token, [Buffer.from([0, 255]), Buffer.from([16])]);
  expect(tokens.params).toEqual([String.raw`{"\\x00ff","\\x10"}`]);
  expect(written(cases.number, [3, 1]).params).toEqual(["{3,1}"]);
  expect(written(cases.openedAt, [new Date(0)]).params).toEqual([`{"1970-01-01T00:00:00.000Z"}`]);
  const odd = written(cases.pseudonym, [`a "b", {c} \\ null`, "NULL", ""]);
  expect(odd.params).toEqual([String.raw`{"a \"b\", {c} \\ null","NULL",""}`]);
  expect(written(cases.id, []).params).toEqual(["{}"]);
  expect(new Set([tokens, odd].map(({ sql }) => sql.replace(/"\w+"/g, "")))).toEqual(new Set([".. = any($1)"]));
});

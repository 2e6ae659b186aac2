import { PgDialect } from "drizzle-orm/pg-core";
import { expect, test } from "vitest";
import { always } from "@/db/always";
import { queueItems } from "@/db/schema";

test("a value of our own is part of the text, so that the index of such rows is found, and nothing else can be", () => {
  const { sql, params } = new PgDialect().sqlToQuery(always(queueItems.turn, "theirs"));
  expect(sql).toContain("= 'theirs'");
  expect(params).toEqual([]);
  for (const word of ["o'clock", "", "Theirs", "a b", "theirs'--"])
    expect(() => always(queueItems.turn, word)).toThrow();
});

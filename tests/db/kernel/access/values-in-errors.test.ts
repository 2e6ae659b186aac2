import { createRequire } from "node:module";
import { sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { ask, transaction } from "@/db/client";

/** Another copy of drizzle, as a build holds more than one: its classes are not ours. */
const other = createRequire(import.meta.url)("drizzle-orm") as typeof import("drizzle-orm");
const word = "Nomvula-Geheim";

const told = (error: unknown) => JSON.stringify([error, `${error}`, (error as Error).stack, (error as Error).cause]);

describe("what the database refused is said without the values of the statement", () => {
  test("by the pool of this process", async () => {
    const error = await ask(sql`select ${word}::integer`).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(Error);
    expect(told(error)).not.toContain(word);
    expect((error as Error).cause).toMatchObject({ code: "22P02" });
  });

  test("by a pool that another copy of drizzle made", async () => {
    const thrown = new other.DrizzleQueryError("insert into x values ($1)", [word], new Error(word));
    const error = await transaction(
      async () => [],
      async () => Promise.reject(thrown),
      "read only",
    ).catch((said: unknown) => said);
    expect(error).toBeInstanceOf(Error);
    expect(told(error)).not.toContain(word);
  });
});

import { beforeAll, describe, expect, test } from "vitest";
import { ask, commandsOf } from "./ask";
import type { Table } from "./row";
import { makeWorld, type World } from "./world";

/** The questions of the table to each command of an area, which the tree itself lists. */
export async function askArea(area: string, table: Table): Promise<void> {
  const found = await commandsOf(area);
  const isLast = (name: string) => table[name]?.last === true;
  const commands = found.toSorted((a, b) => Number(isLast(a.name)) - Number(isLast(b.name)));

  describe(`each command of ${area}`, () => {
    let ours: World;
    let theirs: World;
    beforeAll(async () => {
      [ours, theirs] = await Promise.all([makeWorld(), makeWorld()]);
    }, 600_000);

    test("has a row, and each row a command", () => {
      expect(Object.keys(table).toSorted()).toEqual(commands.map(({ name }) => name).toSorted());
    });

    test.for(commands)("$name", async (command) => {
      const row = table[command.name];
      if (!row) throw new Error(`${command.name} has no row in tests/support/commands/${area}.ts.`);
      const { answers, promised } = await ask(command, row, ours, theirs);
      expect(answers).toEqual(promised);
    });
  });
}

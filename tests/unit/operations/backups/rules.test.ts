import { describe, expect, test } from "vitest";
import {
  backupName,
  countRows,
  findOld,
  listBackups,
  readErased,
  readIdentities,
  readRecipients,
} from "@/lib/operations/backups/rules";

const one = `age1${"q".repeat(58)}`;
const two = `age1${"p".repeat(58)}`;

describe("names of backups", () => {
  const names = [2, 9, 5].map((day) => backupName(new Date(Date.UTC(2026, 10, day))));
  const files = names.flatMap((name) => [`${name}.tar.age`, `${name}.keys.age`]);

  test("sort as they were made", () => {
    expect(backupName(new Date("2026-11-26T01:13:41.042Z"))).toBe("crossdocket-20261126T011341042Z");
    expect(listBackups([...files, "erased.jsonl", "crossdocket-x.tar.age", `${names[0]}.tar.age.part`])).toEqual(
      [...names].sort().reverse(),
    );
  });

  test("beyond those to keep, both files of one go, and nothing else", () => {
    expect(findOld([...files, "mine.tar.age"], 2)).toEqual([`${names[0]}.tar.age`, `${names[0]}.keys.age`]);
    expect(findOld(files, 3)).toEqual([]);
  });
});

describe("keys", () => {
  test("public ones come from a line or a file", () => {
    expect(readRecipients(`${one}, ${two}`)).toEqual([one, two]);
    expect(readRecipients(`# the board\n${one}\n\n# the safe\n${two}\n`)).toEqual([one, two]);
    expect(() => readRecipients("AGE-SECRET-KEY-1XYZ")).toThrow(/must never lie on the server/);
    expect(() => readRecipients("AGE-SECRET-KEY-1XYZ")).not.toThrow(/XYZ/);
    expect(() => readRecipients("someone")).toThrow(/begins with age1/);
  });

  test("secret ones come from a file as age-keygen writes it", () => {
    expect(readIdentities("# created: today\n# public key: age1x\nAGE-SECRET-KEY-1ABC\n")).toEqual([
      "AGE-SECRET-KEY-1ABC",
    ]);
    expect(() => readIdentities(one)).toThrow(/no secret key/);
  });
});

test("a list of erasures is read whole or not at all", () => {
  const id = "0197a000-0000-7000-8000-000000000001";
  expect(readErased(`{"keyId":"${id}","of":"case"}\n\n{"keyId":"${id.toUpperCase()}"}\n`)).toEqual([id]);
  expect(() => readErased(`{"keyId":"${id}"}\nnonsense`)).toThrow(/Line 2/);
  expect(() => readErased('{"keyId":"1"}')).toThrow(/Line 1/);
});

test("rows are counted by line breaks", () => {
  expect(countRows(Buffer.from("1\ta\\nb\n2\t\\N\n"))).toBe(2);
  expect(countRows(Buffer.alloc(0))).toBe(0);
});

import { expect, test } from "vitest";
import { examineTransport } from "../../../bin/support/examine-transport.mjs";

const found = (address: string) => examineTransport({ DATABASE_URL: address });

test("the doctor warns of a database on another machine whose certificate nobody checks", () => {
  for (const ending of ["", "?sslmode=require", "?sslmode=prefer", "?sslmode=disable"]) {
    const [finding] = found(`postgres://app:geheim@db.example/crossdocket${ending}`);
    expect(finding?.[0]).toBe("warn");
    expect(String(finding)).toContain("db.example");
    expect(String(finding)).not.toContain("geheim");
  }
});

test.each([
  "postgres://app:pw@db.example/crossdocket?sslmode=verify-full",
  "postgres://app:pw@localhost/crossdocket",
  "postgres://app:pw@127.0.0.1:5433/crossdocket",
  "postgres://app:pw@localhost/crossdocket?host=/run/postgresql",
])("it has nothing to say of %s", (address) => {
  expect(found(address)).toEqual([]);
});

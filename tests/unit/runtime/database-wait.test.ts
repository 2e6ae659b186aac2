import { expect, test } from "vitest";
import { untilAnswers } from "../../../bin/support/migrate.mjs";

const refusing = (code: string, times: number) => {
  const asked = { times: 0 };
  const ask = async () => {
    asked.times += 1;
    if (asked.times <= times) throw Object.assign(new Error("no"), { code });
  };
  return { asked, ask };
};

test("a database that is still being made is waited for, by a container that nobody starts a second time", async () => {
  for (const code of ["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "57P03"]) {
    const { asked, ask } = refusing(code, 3);
    await untilAnswers(ask, { patience: 10_000, pause: 1 });
    expect({ code, asked }).toEqual({ code, asked: { times: 4 } });
  }
});

test("one that refuses us, or never answers, is not waited for without end", async () => {
  const wrong = refusing("28P01", 1);
  await expect(untilAnswers(wrong.ask, { patience: 10_000, pause: 1 })).rejects.toMatchObject({ code: "28P01" });
  expect(wrong.asked.times).toBe(1);
  const away = refusing("ECONNREFUSED", Number.POSITIVE_INFINITY);
  await expect(untilAnswers(away.ask, { patience: 30, pause: 1 })).rejects.toThrow("The database does not answer");
});

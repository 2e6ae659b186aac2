import { readdirSync, readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { checkPassword, hashPassword } from "@/lib/auth/passwords/password";

const password = "four plainly fictional words";
let stored: string;

beforeAll(async () => {
  stored = await hashPassword(password);
});

describe.each(["known", "stranger"] as const)("a password typed by somebody %s", (from) => {
  test("is right, wrong, or that of nobody", async () => {
    expect(await checkPassword(stored, password, from)).toBe(true);
    expect(await checkPassword(stored, `${password}!`, from)).toBe(false);
    expect(await checkPassword(undefined, password, from)).toBe(false);
  });

  test("is compared in its composed form", async () => {
    const composed = await hashPassword("caf\u00e9 in four plain words");
    expect(await checkPassword(composed, "cafe\u0301 in four plain words", from)).toBe(true);
  });

  test("fails where what is stored is no hash, and the next one is checked", async () => {
    await expect(checkPassword("not a hash", password, from)).rejects.toThrow();
    expect(await checkPassword(stored, password, from)).toBe(true);
  });
});

describe("guesses", () => {
  test("keep nobody waiting who was here before; one too many is told so", async () => {
    const done: string[] = [];
    const guess = async () => {
      await checkPassword(stored, "a guess", "stranger");
      done.push("stranger");
    };
    const guesses = Array.from({ length: 51 }, guess);
    await expect(guess()).rejects.toMatchObject({ code: "conflict" });
    expect(await checkPassword(stored, password, "known")).toBe(true);
    done.push("known");
    await Promise.all(guesses);
    expect(done).toHaveLength(52);
    expect(done.indexOf("known")).toBeLessThan(5);
  });

  test.runIf(process.platform === "linux")("yield to everybody else’s work", async () => {
    await checkPassword(stored, password, "stranger");
    expect(niceness()).toContain(10);
    // The thread alone: a server that answers slowly because somebody guessed would be what the guesser wants.
    expect(niceness(process.pid)).toBe(0);
  });
});

/** How far each thread of this process stands back; 0 for one that does not. */
function niceness(): number[];
function niceness(thread: number): number;
function niceness(thread?: number): number | number[] {
  const of = (id: string) => Number(readFileSync(`/proc/self/task/${id}/stat`, "utf8").split(") ")[1]?.split(" ")[16]);
  return thread === undefined ? readdirSync("/proc/self/task").map(of) : of(String(thread));
}

import { encode } from "next-auth/jwt";
import { expect, test } from "vitest";
import { readSessionCookie, writeSessionCookie } from "@/lib/auth/sessions/session-cookie";
import { env } from "@/lib/platform/env";
import { addHours } from "@/lib/platform/time/clock";

const claims = { sub: "somebody", st: "token", dv: "Firefox on Linux" };

test("a session cookie is opened once, and read from what was opened until it is too old", async () => {
  const now = new Date();
  const cookie = await writeSessionCookie(claims);
  const first = await readSessionCookie(cookie, now);
  expect(first).toMatchObject(claims);
  expect(Object.isFrozen(first)).toBe(true);
  expect(await readSessionCookie(cookie, addHours(now, 11))).toBe(first);
  expect(await readSessionCookie(cookie, addHours(now, 13))).toBeNull();
});

test("one changed character of a cookie that was opened before makes it none", async () => {
  const cookie = await writeSessionCookie(claims);
  expect(await readSessionCookie(cookie)).not.toBeNull();
  const [head, wrapped, iv, sealed = "", tag] = cookie.split(".");
  const changed = sealed.startsWith("A") ? `B${sealed.slice(1)}` : `A${sealed.slice(1)}`;
  expect(await readSessionCookie([head, wrapped, iv, changed, tag].join("."))).toBeNull();
});

test("more cookies than are kept are all read", async () => {
  const secret = env().AUTH_SECRET;
  const cookies = await Promise.all(
    Array.from({ length: 1_100 }, (_, at) => encode({ token: { st: `token ${at}` }, secret })),
  );
  for (const cookie of [...cookies, ...cookies.slice(0, 5)]) {
    const at = cookies.indexOf(cookie);
    expect(await readSessionCookie(cookie)).toMatchObject({ st: `token ${at}` });
  }
});

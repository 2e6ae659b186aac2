import { expect, test } from "vitest";
import { authOptions, cookieNames } from "@/lib/auth/sessions/options";
import { decodeOurs } from "@/lib/auth/sessions/session-cookie";
import { soughtCookie } from "@/lib/oversight/search/sought-cookie";

// Read once, when the first of them is asked for.
process.env.APP_ORIGIN = "https://cases.example";
process.env.OPEN_FILES = "confined";

test("over https every cookie is Secure, __Host-, on the whole site and of no other host", () => {
  const { secure, ...names } = cookieNames();
  expect(secure).toBe(true);
  for (const name of Object.values(names)) expect(name).toMatch(/^__Host-/);
  const set = Object.values(authOptions().cookies ?? {}).map(({ name, options }) => ({ name, options }));
  for (const { name, options } of [...set, soughtCookie()]) {
    expect(name).toMatch(/^__Host-/);
    expect(options).toMatchObject({ secure: true, httpOnly: true, path: "/" });
    expect(options).not.toHaveProperty("domain");
  }
});

test("next-auth opens tokens by our reading, which knows one way of sealing", () => {
  expect(authOptions().jwt?.decode).toBe(decodeOurs);
});

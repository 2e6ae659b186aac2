import { expect, test } from "vitest";
import { browserOf } from "@/lib/auth/first-contact/first-keys";
import { newToken } from "@/lib/platform/ids";

test("the cookie of an opened first link is another browser's in another kind of browser, and without its mark", () => {
  const token = newToken().toString("base64url");
  const here = browserOf(`${token}.b`, "Chrome on Windows");
  expect(here).toHaveLength(32);
  expect(browserOf(`${token}.b`, "Chrome on Windows")).toEqual(here);
  for (const other of [`${token}.b`, token]) expect(browserOf(other, "Firefox on Linux")).not.toEqual(here);
  expect(browserOf(token, "Chrome on Windows")).not.toEqual(here);
});

test("a cookie of an earlier release still opens its link, and what is no token opens none", () => {
  const token = newToken();
  expect(browserOf(token.toString("base64url"), "Firefox on Linux")).toEqual(token);
  for (const odd of ["", ".b", "x.b", `${token.toString("hex")}.b`])
    expect(browserOf(odd, "Firefox on Linux")).toBeNull();
});

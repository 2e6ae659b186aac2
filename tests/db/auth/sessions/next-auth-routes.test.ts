import { beforeAll, describe, expect, test } from "vitest";
import { GET, POST } from "@/app/api/auth/[...nextauth]/route";
import { ctxFromToken } from "@/lib/auth/sessions/ctx-from-token";
import { openSession } from "@/lib/auth/sessions/open-session";
import { sessionToken } from "@/lib/auth/sessions/session";
import { Browser } from "@/tests/support/next-request";
import { makeOrg, type Org } from "@/tests/support/org";

let org: Org;

beforeAll(async () => {
  org = await makeOrg();
});

const ask = (browser: Browser, path: string, method: "GET" | "POST") =>
  browser.during(
    `/api/auth/${path}`,
    async (request) =>
      (method === "GET" ? GET : POST)(request, { params: Promise.resolve({ nextauth: path.split("/") }) }),
    method,
  );

const unused = ["signin", "signin/ticket", "signout", "session", "csrf", "providers", "verify-request", "error"].concat(
  ["callback/ticket", "callback/organisation", "callback", "_log"],
);

describe("the routes of next-auth", () => {
  test.each(unused)("%s answers nothing and leaves session and cookies as they are", async (path) => {
    const { loginId } = await org.person("caseworker");
    const browser = new Browser();
    await browser.during("/", () => openSession(loginId, "passkey"));
    const before = [...browser.jar];
    for (const method of ["GET", "POST"] as const) {
      const answer = await ask(browser, path, method);
      expect([method, answer.status]).toEqual([method, 404]);
      expect(answer.headers.getSetCookie()).toEqual([]);
      expect(await answer.text()).toBe("");
    }
    expect([...browser.jar]).toEqual(before);
    const token = await browser.during("/", () => sessionToken());
    expect(token && (await ctxFromToken(token))).toBeTruthy();
  });
});

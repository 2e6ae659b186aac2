import { beforeAll, expect, test } from "vitest";
import { GET } from "@/app/api/auth/[...nextauth]/route";
import { openSession } from "@/lib/auth/sessions/open-session";
import { sessionToken } from "@/lib/auth/sessions/session";
import { signOut } from "@/lib/auth/sessions/sign-out";
import { Browser } from "@/tests/support/next-request";
import { makeOrg } from "@/tests/support/org";

const origin = "https://cases.example";

beforeAll(() => {
  Object.assign(process.env, { APP_ORIGIN: origin, NEXTAUTH_URL: origin, OPEN_FILES: "confined" });
});

test("signing out of an https address leaves no cookie of the session in the browser", async () => {
  const { loginId } = await (await makeOrg()).person("caseworker");
  const browser = new Browser(origin);
  await browser.during("/", () => openSession(loginId, "passkey"));
  const before = [...browser.jar.keys()];
  expect(before).toEqual(expect.arrayContaining(["__Host-sid"]));
  await browser.during("/", () => signOut("for good"));
  expect([...browser.jar.keys()].filter((name) => /sid|csrf|callback/.test(name))).toEqual([]);
  expect(browser.lines.get("__Host-sid")).toMatch(/; *secure/i);
  expect(await browser.during("/", () => sessionToken())).toBeNull();
});

test.each(["callback/ticket", "callback/credentials", "callback/nothing"])(
  "a link to %s is refused, and no fault",
  async (path) => {
    const answer = await new Browser(origin).during(`/api/auth/${path}`, (request) =>
      GET(request, { params: Promise.resolve({ nextauth: path.split("/") }) }),
    );
    expect(answer.status).toBe(404);
  },
);

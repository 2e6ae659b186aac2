import { expect, type Page, test } from "@playwright/test";
import { originOf } from "../support/e2e";
import { appFor, confirmByPasskey, enrol, holdPasskeys, signInWithPasskey } from "./support/factors";
import { plantOrganisation } from "./support/organisation";
import { signIn } from "./support/people";

const origin = originOf("demo");

const post = (page: Page, path: string, data: object) =>
  page.context().request.post(`${origin}${path}`, { headers: { origin }, data });

async function signOut(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Sign out" }).first().click();
  await expect(page).toHaveURL(/\/sign-in\?ended=1(&out=1)?$/);
}

test("a password alone opens the page of enrolment and nothing else; a passkey then signs in without an address", async ({
  page,
}) => {
  const email = await plantOrganisation("Passkey Trust");
  await signIn(page, email);
  for (const path of ["/admin", "/admin/members", "/account/security", "/cases", "/sign-in"]) {
    await page.goto(path);
    await expect(page, path).toHaveURL(/\/enrol$/);
  }
  expect((await post(page, "/api/find", { text: "a", caseId: null })).status()).toBe(401);
  await enrol(page);
  await expect(page).toHaveURL(/\/admin/);

  const code = await test.step("recovery codes are shown once, after the passkey confirmed", async () => {
    await page.goto("/account/security");
    await expect(page.getByRole("button", { name: "Make ten codes" })).toHaveCount(0);
    const before = await sidOf(page);
    await confirmByPasskey(page.getByRole("form", { name: "Confirm that it is you" }));
    expect(await sidOf(page), "a fresh proof gives the browser a new cookie").not.toBe(before);
    expect(await statusWith(page, before), "the old cookie, sent again, is told that another tab was first").toBe(409);
    await expect(page.locator("#passkeys")).toContainText("This is your last way to sign in");
    await page.getByRole("button", { name: "Make ten codes" }).click();
    await expect(page.locator("#codes code")).toHaveCount(10);
    return (await page.locator("#codes code").first().textContent()) ?? "";
  });

  await test.step("an answer that signed in opens nothing a second time", async () => {
    await signOut(page);
    const sent = page.waitForRequest(/\/api\/passkeys\/sign-in/);
    await signInWithPasskey(page);
    const again = await post(page, "/api/passkeys/sign-in", (await sent).postDataJSON());
    expect(again.status()).toBe(422);
  });

  await test.step("a lost device: the password and one code lead to enrolment alone, and the code works once", async () => {
    await signOut(page);
    await typePassword(page, email);
    await page.getByLabel("Recovery code").fill(code);
    await page.getByRole("button", { name: "Go on" }).click();
    await expect(page).toHaveURL(/\/enrol$/);
    await expect(page.getByText("You used a recovery code")).toBeVisible();
    await page.goto("/admin/members");
    await expect(page).toHaveURL(/\/enrol$/);
    await signOut(page);
    await typePassword(page, email);
    await page.getByLabel("Recovery code").fill(code);
    await page.getByRole("button", { name: "Go on" }).click();
    await expect(page.getByRole("alert").filter({ hasText: "not right" })).toBeVisible();
  });
});

test("a passkey answers to its own address alone: a look-alike gets nothing, and what it relays opens nothing", async ({
  page,
}) => {
  await signIn(page, await plantOrganisation("Look-alike Trust"));
  await enrol(page);
  await signOut(page);
  await expect(page).toHaveURL(/\/sign-in\?ended=1(&out=1)?$/);

  await test.step("the same machine by its number: the browser does not even ask the device", async () => {
    await page.goto(`${origin.replace("localhost", "127.0.0.1")}/sign-in`);
    await page.getByRole("button", { name: "Sign in with a passkey" }).click();
    await expect(page.getByText("Passkeys do not work at this address")).toBeVisible();
    await expect(page).toHaveURL(/127\.0\.0\.1:\d+\/sign-in$/);
    expect(await answerHere(page)).toBe("SecurityError");
  });

  await test.step("another server that fetches our challenge and passes the answer on", async () => {
    await page.goto(`${originOf("plain")}/sign-in`);
    const answer = await answerHere(page);
    expect(answer).toMatchObject({ type: "public-key" });
    expect((await post(page, "/api/passkeys/sign-in", { answer })).status()).toBe(422);
    await page.goto(`${origin}/admin`);
    await expect(page).toHaveURL(/\/sign-in$/);
  });

  await signInWithPasskey(page);
  await expect(page).toHaveURL(/\/admin/);
});

test("an authenticator app signs in after the password, each code once, and is told what it cannot do", async ({
  page,
}) => {
  const email = await plantOrganisation("App Trust");
  await signIn(page, email);
  await expect(page).toHaveURL(/\/enrol$/);
  const app = await appFor(page);
  await page.getByLabel("Six digits from the app").fill("000000");
  await page.getByRole("button", { name: "Use this app" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "not the code" })).toBeVisible();
  const used = app();
  await page.getByLabel("Six digits from the app").fill(used);
  await page.getByRole("button", { name: "Use this app" }).click();
  await expect(page).toHaveURL(/\/account\/security$/);
  await page.goto("/admin/invitations");
  await expect(page.getByText("You have none yet.")).toBeVisible();
  await page.getByRole("link", { name: "Add a passkey first" }).click();
  await expect(page).toHaveURL(/\/account\/security$/);

  await test.step("a code that was used is refused", async () => {
    await signOut(page);
    await typePassword(page, email);
    await page.getByLabel("Code").fill(used);
    await page.getByRole("button", { name: "Go on" }).click();
    await expect(page.getByRole("alert").filter({ hasText: "used already" })).toBeVisible();
    await page.goto("/admin");
    await expect(page).toHaveURL(/\/sign-in\/code$/);
  });

  await test.step("the next one opens a full session, in which the first passkey is added after a fresh proof", async () => {
    await page.goto("/sign-in/code");
    // Codes of neighbouring half-minutes count, so the next one does already.
    await page.getByLabel("Code").fill(app() === used ? app(1) : app());
    await page.getByRole("button", { name: "Go on" }).click();
    await expect(page).toHaveURL(/\/admin/);
    await page.goto("/account/security");
    await page.getByLabel("Your password").fill("four plainly fictional words");
    const before = await sidOf(page);
    await page.getByRole("button", { name: "Confirm", exact: true }).click();
    await holdPasskeys(page);
    await expect.poll(() => sidOf(page), { message: "so does a password" }).not.toBe(before);
    await page.getByRole("button", { name: "Make a passkey" }).click();
    await expect(page.locator("#passkeys")).toContainText("Not used yet");
  });
});

const sidOf = async (page: Page) => (await page.context().cookies()).find(({ name }) => name === "sid")?.value ?? "";

/** What the page's own question whether the session lives is answered, from the same kind of browser with this cookie. */
async function statusWith(page: Page, sid: string): Promise<number> {
  const agent = await page.evaluate(() => navigator.userAgent);
  const headers = { cookie: `sid=${sid}`, origin, "user-agent": agent };
  return (await fetch(`${origin}/api/session`, { method: "POST", headers })).status;
}

async function typePassword(page: Page, email: string): Promise<void> {
  await signIn(page, email, /\/sign-in\/code$/);
}

/** What a page at its own address gets from the device for a challenge of ours; the name of the error otherwise. */
async function answerHere(page: Page): Promise<unknown> {
  const asked = await (await post(page, "/api/passkeys/ask", { purpose: "sign_in" })).json();
  return page.evaluate(async (options) => {
    try {
      const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(options);
      const credential = (await navigator.credentials.get({ publicKey })) as PublicKeyCredential;
      return credential.toJSON();
    } catch (error) {
      return (error as Error).name;
    }
  }, asked);
}

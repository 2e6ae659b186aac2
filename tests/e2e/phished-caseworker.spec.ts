import { type Browser, expect, type Page, test } from "@playwright/test";
import { originOf, ownerOf } from "../support/e2e";
import { openCase, secrets } from "./support/case";
import { appFor, enrol, holdPasskeys, signInWithPasskey } from "./support/factors";
import { plantOrganisation } from "./support/organisation";
import { password, signIn, takeLink } from "./support/people";

const windowOn = async (browser: Browser) =>
  (await browser.newContext({ baseURL: originOf("demo"), locale: "en-ZA" })).newPage();

type App = (later?: number) => string;

/** A code that was not typed yet: this half-minute's, or the next one's, which counts already. */
async function freshCode(app: App, used: string[]): Promise<string> {
  let code = "";
  await expect(async () => {
    // One from before a code that was typed counts no more.
    expect(used).not.toContain(app(1));
    code = used.includes(app()) ? app(1) : app();
  }).toPass({ timeout: 65_000, intervals: [1000] });
  used.push(code);
  return code;
}

/** The code is read off the app when it is asked for: it does not grow old while the password is checked. */
async function signInByCode(page: Page, email: string, app: App, used: string[]): Promise<void> {
  await signIn(page, email, /\/sign-in\/code$/);
  await page.getByLabel("Code").fill(await freshCode(app, used));
  await page.getByRole("button", { name: "Go on" }).click();
  await expect(page).not.toHaveURL(/sign-in/);
}

test("a phished caseworker: the relay adds a passkey and gets nothing with it; she and an administrator are told", async ({
  browser,
}) => {
  test.setTimeout(300_000);
  const admin = await windowOn(browser);
  const cal = await windowOn(browser);
  const relay = await windowOn(browser);
  const used: string[] = [];
  const email = `cal-${Date.now()}@plover.example`;

  const app = await test.step("Cal works with a password and an app, and has no passkey", async () => {
    await signIn(admin, await plantOrganisation("Phished Trust"));
    await enrol(admin);
    await takeLink(admin, cal, { name: "Cal Fictional", email, role: "Caseworker" });
    await expect(cal).toHaveURL(/\/enrol$/);
    const shows = await appFor(cal);
    await cal.getByLabel("Six digits from the app").fill(await freshCode(shows, used));
    await cal.getByRole("button", { name: "Use this app" }).click();
    await expect(cal).toHaveURL(/\/account\/security$/);
    return shows;
  });
  const caseId = await openCase(cal, "Plover");
  await cal.goto(`/cases/${caseId}`);
  const clientPath = (await cal.locator('a[href^="/clients/"]').first().getAttribute("href")) ?? "";
  expect(clientPath).toMatch(/^\/clients\/[0-9a-f-]{36}$/);

  await test.step("a page that looks like ours takes her password and one code, and makes a passkey of its own", async () => {
    await signInByCode(relay, email, app, used);
    await relay.goto("/account/security");
    await relay.getByLabel("Your password").fill(password);
    await relay.getByRole("button", { name: "Confirm", exact: true }).click();
    await holdPasskeys(relay);
    await relay.getByRole("button", { name: "Make a passkey" }).click();
    await expect(relay.locator("#passkeys")).toContainText("Waits until");
    await expect(relay.locator("main")).toContainText("You can use your passkey for actions that need one from");
    await cal.goto("/cases");
    await expect(cal, "her own session ended by it").toHaveURL(/\/sign-in/);
  });

  await test.step("what the relay gets: no way of signing in more, and not who or where the client is", async () => {
    await relay.getByRole("button", { name: "Sign out" }).first().click();
    await signInWithPasskey(relay);
    await relay.goto("/account/security");
    for (const name of ["Make ten codes", "Make a passkey", "Remove the app"])
      await expect(relay.getByRole("button", { name }), name).toHaveCount(0);
    await expect(relay.getByRole("button", { name: "It was me" })).toHaveCount(0);
    await relay.goto(clientPath);
    const form = relay.getByRole("form", { name: "Show protected details" });
    await form.getByLabel("Why do you need to see them?").fill("A call back");
    await form.getByLabel("Your password").fill(password);
    await form.getByRole("button", { name: "Show the details" }).click();
    await expect(form.locator(".field--error").first()).toBeVisible();
    await form.getByLabel("Your password").fill(password);
    await form.getByLabel("Code from your authenticator app").fill(used.at(-1) ?? "");
    await form.getByRole("button", { name: "Show the details" }).click();
    // Each refusal takes the focus, so this one is told from the one before.
    await expect(form.locator(".summary")).toBeFocused();
    await expect(form.locator(".field--error").first()).toBeVisible();
    for (const secret of [secrets.name, secrets.phone, secrets.address])
      expect(await relay.content()).not.toContain(secret);
  });

  await test.step("who was told, and when: Cal by mail at once, the administrator under Alerts", async () => {
    const owner = await ownerOf("demo");
    const told = await owner.begin(async (tx) => {
      const [login] = await tx<{ orgId: string }[]>`select org_id as "orgId" from auth.logins where email = ${email}`;
      await tx`select ctx.put(${login?.orgId ?? ""}::uuid, null::uuid, 'service')`;
      return tx<{ body: string; seconds: number }[]>`
        select m.body, abs(extract(epoch from m.made_at - n.at))::float8 as seconds
        from app.mails m join app.members p on p.id = m.member_id join auth.notices n on m.occasion = 'notice:' || n.id
        where p.email = ${email} order by n.at`;
    });
    await owner.end();
    expect(told.map(({ body }) => body.split("\n")[0])).toEqual(
      expect.arrayContaining(["A passkey was added to your account."]),
    );
    for (const { body, seconds } of told) {
      expect(seconds).toBeLessThan(60);
      expect(body).not.toContain("Cal");
    }
    await admin.goto("/admin/alerts");
    await expect(admin.locator("#waiting")).toContainText("Cal Fictional");
    await expect(admin.locator("#waiting")).toContainText("in a session that was not confirmed with a passkey");
    await admin.goto("/admin/audit");
    await expect(admin.locator("main")).toContainText("Passkey added");
  });

  await test.step("Cal reads it on every page, ends the relay's session and takes its passkey away", async () => {
    await signInByCode(cal, email, app, used);
    for (const path of ["/", "/cases", clientPath]) {
      await cal.goto(path);
      await expect(cal.locator("main"), path).toContainText("A passkey was added to your account on");
    }
    const notice = cal.locator(".notice", { hasText: "A passkey was added to your account on" });
    await notice.getByRole("button", { name: "End all other sessions" }).click();
    await expect(cal.getByText("You are signed in here only.").first()).toBeVisible();
    await relay.goto("/cases");
    await expect(relay).toHaveURL(/\/sign-in/);
    await cal.goto("/account/security");
    await cal.getByLabel("Your password").fill(password);
    await cal.getByRole("button", { name: "Confirm", exact: true }).click();
    const passkeys = cal.locator("#passkeys");
    await passkeys.getByText("Remove", { exact: false }).first().click();
    await passkeys.getByRole("button", { name: "Remove this passkey" }).click();
    await expect(passkeys).toContainText("You have none.");
    await notice.getByRole("button", { name: "It was me" }).click();
    await expect(notice).toHaveCount(0);
    await relay.goto("/sign-in");
    await relay.getByRole("button", { name: "Sign in with a passkey" }).click();
    await expect(
      relay
        .getByRole("alert")
        .filter({ hasText: /passkey/i })
        .first(),
    ).toBeVisible();
    await expect(relay).toHaveURL(/\/sign-in/);
  });
  for (const page of [admin, cal, relay]) await page.context().close();
});

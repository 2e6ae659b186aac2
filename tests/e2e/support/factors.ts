import { expect, type Locator, type Page } from "@playwright/test";
import { codeOf, stepOf } from "@/lib/auth/codes/totp";

/** A key store in the browser, as the device of the person who sits at this page: it answers as soon as it is asked. */
export async function holdPasskeys(page: Page): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("WebAuthn.enable");
  await devtools.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}

/** Waits for a page, and where it is not reached says what the page before it answered. */
async function arrive(page: Page, path: string): Promise<void> {
  const where = async () => {
    const at = new URL(page.url()).pathname;
    if (at === path) return path;
    const main = page.locator("main").last();
    return `${at}: ${await main.textContent({ timeout: 5_000 }).catch(() => "no page")}`;
  };
  await expect.poll(where, { timeout: 30_000 }).toBe(path);
}

/** From the page that asks for a second factor: makes a passkey, then signs in again with it. Ends at home. */
export async function enrol(page: Page): Promise<void> {
  await arrive(page, "/enrol");
  await holdPasskeys(page);
  await page.getByRole("button", { name: "Make a passkey" }).click();
  await expect(page).toHaveURL(/\/account\/security$/);
  await expect(page.locator("#passkeys")).toContainText("This device");
  await page.getByRole("button", { name: "Sign out" }).first().click();
  await signInWithPasskey(page);
}

/** Nothing is typed. */
export async function signInWithPasskey(page: Page): Promise<void> {
  await expect(page).toHaveURL(/\/sign-in(\?ended=1(&out=1)?)?$/);
  await page.getByRole("button", { name: "Sign in with a passkey" }).click();
  await expect(page).not.toHaveURL(/sign-in/);
}

/** Where a form asks for it: the passkey confirms, and the form is as it was. */
export async function confirmByPasskey(form: Locator): Promise<void> {
  await form.getByRole("button", { name: "Confirm with your passkey" }).click();
  // While the answer is on its way the button says so, and what is sent then comes too early.
  await expect(form.getByRole("button", { name: /Confirm with your passkey|Waiting for your device/ })).toHaveCount(0);
}

/** Hands the packet of this page to the officer who is chosen; the passkey confirms first, where that is asked. */
export async function handOver(page: Page): Promise<void> {
  const panel = page.locator("#deliver");
  if (await panel.getByText("Your passkey", { exact: true }).isVisible()) await confirmByPasskey(panel);
  await panel.getByRole("button", { name: /^Hand over version/ }).click();
}

/** What an authenticator app shows that was given the key on the page: now, or so many half-minutes later. */
export async function appFor(page: Page): Promise<(later?: number) => string> {
  const text = (await page.locator("form:has(.qr) .ref").textContent()) ?? "";
  const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  const bits = [...text.replaceAll(" ", "")]
    .map((value) => letters.indexOf(value).toString(2).padStart(5, "0"))
    .join("");
  const seed = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  return (later = 0) => codeOf(seed, stepOf(new Date()) + later);
}

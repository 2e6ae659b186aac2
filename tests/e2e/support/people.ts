import { createHash, randomBytes } from "node:crypto";
import { type Browser, expect, type Page } from "@playwright/test";
import { originOf, ownerOf } from "../../support/e2e";
import { confirmByPasskey, enrol } from "./factors";

export const password = "four plainly fictional words";

/** A page of one person: own cookies, own window. Text is looked for in `main`: streamed pages hold a hidden copy. */
export async function windowOf(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ baseURL: originOf("plain"), locale: "en-ZA" });
  return context.newPage();
}

/** Makes the organisation through the first-run page, with a token as the terminal prints it, and a passkey. */
export async function setUp(page: Page): Promise<void> {
  const token = randomBytes(32);
  const owner = await ownerOf("plain");
  await owner`insert into auth.setup_tokens ${owner({
    hash: createHash("sha256").update(token).digest(),
    expires_at: new Date(Date.now() + 600_000),
  })}`;
  await owner.end();
  await page.goto(`/setup?token=${token.toString("base64url")}`);
  await page.getByLabel("Name of the organisation").fill("Story Advice Trust");
  await page.getByLabel("Your name").fill("Ada Fictional");
  await page.getByLabel("Your work e-mail").fill("ada@story.example");
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Set up and sign in" }).click();
  await enrol(page);
  await expect(page).toHaveURL(/\/admin/);
}

type Invited = { name: string; email: string; role: "Caseworker" | "Supervisor" | "Police liaison" };

/** The administrator makes a link, which wants their passkey; the person joins with it, makes a passkey and is signed in. */
export async function join(admin: Page, person: Page, invited: Invited): Promise<void> {
  await takeLink(admin, person, invited);
  await enrol(person);
}

/** The same as far as the page that asks for a second factor. */
export async function takeLink(admin: Page, person: Page, { name, email, role }: Invited): Promise<void> {
  await admin.goto("/admin/invitations");
  const form = admin.locator("main").getByRole("form", { name: "Invite a person" });
  await form.getByLabel("Name", { exact: true }).fill(name);
  await form.getByLabel("Work e-mail").fill(email);
  await form.getByRole("radio", { name: role }).check();
  if (role === "Police liaison") {
    await form.getByLabel("Rank").fill("Detective Sergeant");
    await form.getByLabel("Agency").fill("SAPS");
    await form.getByLabel("Station or unit").fill("Voorbeeldfontein");
    await form.getByLabel("Force number").fill("0000147-2");
    await form.getByLabel("Address of the office").fill("Voorbeeldfontein station, Example Street 1");
    await form.getByLabel("Phone of the office").fill("021 000 0100");
  }
  if (await form.getByText("Your passkey", { exact: true }).isVisible()) await confirmByPasskey(form);
  const make = form.getByRole("button", { name: "Make an invitation link" });
  await make.click();
  const again = form.getByRole("button", { name: "Confirm with your passkey" });
  await expect(form.locator(".ref").first().or(again)).toBeVisible();
  // The proof of the sign-in may have run out meanwhile.
  if (await again.isVisible()) {
    await confirmByPasskey(form);
    await make.click();
  }
  const link = await form.locator(".ref").first().textContent();
  await person.goto(link ?? "");
  await expect(person.getByText(/invites you as/)).toBeVisible();
  await person.getByLabel("Choose a password").fill(password);
  await person.getByRole("button", { name: "Join and sign in" }).click();
}

/** Somebody else than who invited the officer calls their office and confirms them. */
export async function confirmOfficer(page: Page, name: string): Promise<void> {
  await page.goto("/officers");
  const entry = page.locator("main").getByRole("region", { name: new RegExp(name) });
  await entry.getByText("Note a call-back").click();
  const form = entry.getByRole("form", { name: /Note a call-back/ });
  await form.getByLabel("Number that you called").fill("012 000 0100");
  await form.getByLabel("Where you found it").fill("The telephone directory");
  await form.getByLabel("Who answered").fill("The desk");
  await form.getByRole("radio", { name: "The office confirmed all of it" }).check();
  await form.getByRole("button", { name: "Note the call" }).click();
  await expect(entry.locator(".panel__head")).toContainText("Confirmed");
}

/** Types e-mail and password, as a person does: the first step, which leads to the second one or to enrolment. */
export async function signIn(page: Page, email: string, leads: RegExp = /\/enrol$/): Promise<void> {
  await page.goto("/sign-in");
  await page.getByLabel("Work e-mail").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page).toHaveURL(leads);
}

import { type Browser, expect, type Page } from "@playwright/test";
import { originOf, ownerOf } from "../../support/e2e";
import type { RoleName } from "../../support/model/who-may";
import { userAgent } from "./ask-raw";
import { claimOrganisation } from "./organisation";
import { plantPerson, within } from "./plant-person";

/** A window of one person, at their first page. */
export type OpenWindow = (browser: Browser, role: RoleName, options?: { script?: boolean }) => Promise<Page>;

/**
 * An organisation of the test's own on the demonstration's server, with one person of each role that is asked for. Their
 * sessions are what its doors open: a tick confirms. So a story goes on beside those that count the demonstration's cases.
 */
export async function plantTeam(name: string): Promise<OpenWindow> {
  const { orgId } = await claimOrganisation(name, "none");
  await describeDesk(orgId);
  const cookies = new Map<RoleName, string>();
  return async (browser, role, { script = true } = {}) => {
    const cookie = cookies.get(role) ?? (await cookieOf(orgId, role));
    cookies.set(role, cookie);
    const baseURL = originOf("demo");
    const context = await browser.newContext({ baseURL, locale: "en-ZA", javaScriptEnabled: script });
    await context.addCookies([{ name: "sid", value: cookie, url: baseURL, httpOnly: true, sameSite: "Lax" }]);
    const page = await context.newPage();
    await page.goto("/");
    await expect(page).not.toHaveURL(/sign-in/);
    return page;
  };
}

/** What papers print of the organisation: without it none becomes final. */
async function describeDesk(orgId: string): Promise<void> {
  const owner = await ownerOf("demo");
  await within(owner, orgId, "service", null, async (tx) => {
    await tx`update app.organisations set desk_email = 'desk@plover.example', desk_phone = '+27 00 000 0147'
      where id = ${orgId}`;
  });
  await owner.end();
}

async function cookieOf(orgId: string, role: RoleName): Promise<string> {
  const owner = await ownerOf("demo");
  const { cookie } = await plantPerson(owner, { orgId, role, name: `${role} Fictional`, amr: "demo", userAgent });
  await owner.end();
  return cookie;
}

import { expect, type Page, test } from "@playwright/test";
import { ownerOf } from "../support/e2e";
import { openCase } from "./support/case";
import { closeWindows } from "./support/evidence";
import { confirmByPasskey, enrol } from "./support/factors";
import { plantOrganisation } from "./support/organisation";
import { join, signIn } from "./support/people";

test.afterEach(closeWindows);

type Told = { orgId: string; memberId: string; alerts: { rule: string; at: Date }[]; mails: string[] };

/** What the database kept for a person: who they are, the alerts of their organisation, and the mails of a supervisor. */
async function toldOf(email: string, supervisor: string): Promise<Told> {
  const owner = await ownerOf("demo");
  try {
    const [who] = await owner<{ orgId: string; memberId: string }[]>`
      select org_id as "orgId", member_id as "memberId" from auth.logins where email = ${email}`;
    if (!who) throw new Error("There is no such person.");
    let alerts: Told["alerts"] = [];
    let mails: string[] = [];
    await owner.begin(async (tx) => {
      await tx`select ctx.put(${who.orgId}, null, 'service')`;
      alerts = await tx<Told["alerts"]>`select rule, raised_at as at from app.audit_alerts order by raised_at`;
      const sent = await tx<{ said: string }[]>`select m.subject || m.body as said from app.mails m
        join app.members p on p.id = m.member_id where p.email = ${supervisor}`;
      mails = sent.map(({ said: message }) => message);
    });
    return { ...who, alerts, mails };
  } finally {
    await owner.end();
  }
}

/** Opens the form by which a person's role is changed, and sends it, for whoever's id stands in it. */
async function sendRole(page: Page, name: string, memberId?: string): Promise<void> {
  await page.goto("/admin/members");
  await page.getByText(`Change ${name}`).click();
  const form = page.getByRole("form", { name: `Change the role of ${name}` });
  if (memberId) {
    const hidden = form.locator('input[name="memberId"]');
    await hidden.evaluate((input: HTMLInputElement, id) => input.setAttribute("value", id), memberId);
  }
  await form.getByLabel("Role").selectOption({ label: "Supervisor" });
  if (await form.getByText("Your passkey", { exact: true }).isVisible()) await confirmByPasskey(form);
  await form.getByRole("button", { name: "Change role" }).click();
}

test("an administrator who wants to see the cases by herself gets nothing, and every supervisor is told", async ({
  browser,
}) => {
  test.setTimeout(300_000);
  const page = async () => (await browser.newContext()).newPage();
  const [bea, worker, supervisor, puppet] = [await page(), await page(), await page(), await page()] as const;
  const mark = Date.now();
  const sipho = `sipho-${mark}@bea.example`;
  const sock = `sock-${mark}@nowhere.example`;
  const email = await plantOrganisation("Dunlin Test Trust");
  await signIn(bea, email);
  await enrol(bea);
  await bea.goto("/admin/invitations");
  await expect(bea.locator("main")).toContainText("before the first client");
  await join(bea, supervisor, { name: "Sipho Fictional", email: sipho, role: "Supervisor" });
  await join(bea, worker, { name: "Thandi Fictional", email: `thandi-${mark}@bea.example`, role: "Caseworker" });
  const caseId = await openCase(worker, "Dunlin");
  const begun = Date.now();

  await test.step("her own id in the form of a colleague: refused, and the case stays closed", async () => {
    const { memberId } = await toldOf(email, sipho);
    await sendRole(bea, "Thandi Fictional", memberId);
    await expect(bea.locator("main")).toContainText("You cannot change your own role");
    expect((await bea.goto(`/cases/${caseId}`))?.status()).toBe(404);
  });

  await test.step("a colleague as supervisor: it waits", async () => {
    await sendRole(bea, "Thandi Fictional");
    await expect(bea.locator("#waiting")).toContainText("Thandi Fictional, supervisor");
    expect((await worker.goto("/approvals"))?.status()).toBe(404);
  });

  await test.step("a puppet: its link opens nothing", async () => {
    await bea.goto("/admin/invitations");
    const form = bea.locator("main").getByRole("form", { name: "Invite a person" });
    await form.getByLabel("Name", { exact: true }).fill("Sock Fictional");
    await form.getByLabel("Work e-mail").fill(sock);
    await form.getByRole("radio", { name: "Supervisor" }).check();
    if (await form.getByText("Your passkey", { exact: true }).isVisible()) await confirmByPasskey(form);
    await form.getByRole("button", { name: "Make an invitation link" }).click();
    const link = (await form.locator(".ref").first().textContent()) ?? "";
    await expect(bea.locator("#open")).toContainText("Waits");
    await puppet.goto(link);
    await expect(puppet.locator("main")).toContainText("A supervisor has to agree first");
    await expect(puppet.getByLabel("Choose a password")).toHaveCount(0);
    await supervisor.goto("/approvals");
    const access = supervisor.locator("#access");
    for (const message of [
      "Thandi Fictional, supervisor",
      "Sock Fictional, supervisor",
      sock,
      "Admin Fictional asked",
    ]) {
      await expect(access).toContainText(message);
    }
    await access
      .getByRole("form", { name: /Sock Fictional/ })
      .getByRole("button", { name: "Refuse it" })
      .click();
    await expect(access).not.toContainText("Sock Fictional");
    await access
      .getByRole("form", { name: /Thandi Fictional/ })
      .getByRole("button", { name: "Refuse it" })
      .click();
    await expect(access).toHaveCount(0);
    await puppet.goto("about:blank");
    await puppet.goto(link);
    await expect(puppet.locator("main")).toContainText("This invitation is closed");
  });

  await test.step("who was told, and when", async () => {
    await expect(async () => {
      await supervisor.goto("/admin/alerts");
      await expect(supervisor.locator("#open")).toContainText("Access to cases: Thandi Fictional", { timeout: 2_000 });
    }).toPass({ timeout: 60_000 });
    const told = async () => {
      const { alerts, mails } = await toldOf(email, sipho);
      return { mails, asked: alerts.filter(({ rule, at }) => rule === "access_given" && at.getTime() > begun) };
    };
    // Each of the two was asked for by a job of its own.
    await expect.poll(async () => (await told()).asked.length).toBeGreaterThanOrEqual(2);
    await expect.poll(async () => (await told()).mails.length).toBeGreaterThan(0);
    const { asked, mails } = await told();
    const seconds = Math.max(...asked.map(({ at }) => (at.getTime() - begun) / 1000));
    test
      .info()
      .annotations.push({ type: "told after", description: `${Math.round(seconds)} s, ${mails.length} mails` });
    expect(mails.join("\n")).not.toMatch(/Thandi|Sock|Bea|Admin Fictional|Dunlin/);
  });

  await test.step("what is about her she does not close, and what she got is nothing", async () => {
    await bea.goto("/admin/alerts");
    const hers = bea.locator("#open .item").filter({ hasText: "Access to cases: Thandi Fictional" });
    await expect(hers.first()).toContainText("About you: somebody else looks at it");
    await expect(hers.first().getByRole("button")).toHaveCount(0);
    await supervisor
      .locator("#open .item")
      .filter({ hasText: "Access to cases: Thandi Fictional" })
      .first()
      .getByRole("button", { name: "I looked at it" })
      .click();
    await expect(supervisor.locator("#seen")).toContainText("Sipho Fictional looked at it");
    for (const address of [`/cases/${caseId}`, "/cases", "/clients", "/approvals"]) {
      expect((await bea.goto(address))?.status(), address).toBe(404);
    }
    await bea.goto("/admin/members");
    await expect(bea.locator("main table")).not.toContainText("Sock Fictional");
  });
});

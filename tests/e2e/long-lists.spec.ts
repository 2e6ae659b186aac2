import { execFileSync } from "node:child_process";
import { expect, type Page, test } from "@playwright/test";
import { startPostgres } from "../../db/embedded";
import { dataDirOf, originOf } from "../support/e2e";
import { alive } from "./support/alive";
import { daysAgo } from "./support/climb";
import { closeWindows, windowAs } from "./support/evidence";

test.describe.configure({ mode: "serial" });
test.afterEach(closeWindows);

/** What a page of a case with 1,000 acts may be, in bytes as the server sends them before they are packed. */
const most = 400_000;

let caseId: string;

test.beforeAll("a case with 1,000 acts, 500 subjects and 500 exhibits", async () => {
  test.setTimeout(240_000);
  const { appUrl, ownerUrl } = await startPostgres({ dataDir: dataDirOf("demo") });
  const script = ["--conditions=react-server", "--import", "tsx", "tests/e2e/support/plant-long-lists.ts"];
  const env = { ...process.env, DATABASE_URL: appUrl, DATA_DIR: dataDirOf("demo"), NODE_OPTIONS: "" };
  const message = execFileSync(process.execPath, [...script, ownerUrl], { env, encoding: "utf8" });
  caseId = (JSON.parse(message) as { long: string }).long;
});

const at = (path = "") => `/cases/${caseId}${path}`;

/** The page as it is sent, with what the router reads of it. */
async function sizeOf(page: Page, path: string): Promise<number> {
  // How long it takes is measured in the bench.
  const answer = await page.context().request.get(`${originOf("demo")}${path}`, { timeout: 60_000 });
  expect(answer.status(), path).toBe(200);
  return (await answer.body()).byteLength;
}

const paths = [
  "",
  "/incidents",
  "/incidents?page=21",
  "/subjects",
  "/subjects?page=34",
  "/evidence",
  "/evidence?page=10",
  "/evidence/certificates",
  "/charges",
  "/releases",
  "/refusals",
  "/references",
  "/danger",
  "/safety",
  "/safety/risk",
  "/safety/technology",
  "/safety/print",
  "/deadlines",
  "/documents",
  "/packets",
  "/packets/new",
  "/packets/new/mla_dossier",
  "/settings",
  "/export",
  "/flags",
  "/reviews",
  "/playbook",
  "/evidence/stop",
  "/evidence/pictures",
];

test("no page of it is over 400 kB", async ({ browser }) => {
  test.setTimeout(240_000);
  const page = await windowAs(browser, /^Supervisor/);
  await page.goto(at("/incidents"));
  const forms = [
    await page
      .getByRole("link", { name: /^Change I-/ })
      .first()
      .getAttribute("href"),
    await page
      .getByRole("link", { name: /^Link evidence/ })
      .first()
      .getAttribute("href"),
  ];
  await page.goto(at("/subjects"));
  for (const label of [/^Change what is alleged/, /^Change this account/, /^Link another/, /^Change it/]) {
    forms.push(await page.getByRole("link", { name: label }).first().getAttribute("href"));
  }
  await page.goto(at("/evidence"));
  forms.push(await page.locator("article.exhibit a.exhibit__no").first().getAttribute("href"));
  const sizes: [string, number][] = [];
  for (const path of [...paths.map(at), ...forms.map((href) => (href ?? "").split("#")[0] ?? "")]) {
    sizes.push([path.replace(caseId, "…"), await sizeOf(page, path)]);
  }
  test.info().annotations.push({ type: "sizes", description: JSON.stringify(sizes) });
  expect(sizes.filter(([, size]) => size > most)).toEqual([]);
});

for (const script of [true, false]) {
  test(`an act in the middle is changed ${script ? "with" : "without"} script`, async ({ browser }) => {
    const page = await windowAs(browser, /^Supervisor/, { script });
    const main = page.locator("main");
    await page.goto(at("/incidents"));
    await expect(main.locator("li.event")).toHaveCount(50);
    await main.getByRole("link", { name: "Last", exact: true }).click();
    await expect(page).toHaveURL(/page=21/);
    await main.getByRole("link", { name: "Previous", exact: true }).click();
    await expect(page).toHaveURL(/page=20/);
    await expect(main.locator(".pager")).toContainText("951 to 1,000 of 1,001 incidents");
    const change = main.getByRole("link", { name: /^Change I-/ }).nth(25);
    const code = ((await change.textContent()) ?? "").replace("Change ", "").trim();
    await change.focus();
    await page.keyboard.press("Enter");
    const form = main.getByRole("form", { name: `Change incident ${code}` });
    if (script) await alive(form);
    const words = `Said once more, ${script ? "with" : "without"} script.`;
    await form.getByLabel("What happened").fill(words);
    await form.getByLabel("From which account").fill("A105");
    await form.getByRole("button", { name: `Save ${code}` }).click();
    await expect(form).toContainText("Incident changed.");
    await main.getByRole("link", { name: `Close the form of ${code}` }).click();
    const entry = main.locator(`[id="${code}"]`);
    await expect(entry.getByRole("form")).toHaveCount(0);
    await expect(entry).toContainText(words);
    await expect(entry).toContainText("A105 Instagram");
  });

  test(`exhibits and acts are picked by number ${script ? "with" : "without"} script`, async ({ browser }) => {
    const page = await windowAs(browser, /^Supervisor/, { script });
    const main = page.locator("main");
    await page.goto(at("/incidents?page=3"));
    await main
      .getByRole("link", { name: /^Link evidence to/ })
      .first()
      .click();
    const tie = main.getByRole("form", { name: /^Link evidence to/ });
    const field = tie.getByLabel(/^Exhibit that shows/);
    await field.fill("E-9999");
    await tie.getByRole("button").click();
    await expect(tie.locator(".field--error")).toContainText("this case has none of that number");
    await expect(field).toHaveValue("E-9999");
    await field.fill(script ? "e-222" : "E-223");
    await tie.getByRole("button").click();
    await expect(tie).toContainText("Evidence linked.");
    await expect(main.locator("li.event").first()).toContainText(script ? "E-222" : "E-223");

    await page.goto(at("/evidence?page=5"));
    await main
      .locator("article.exhibit a.exhibit__no")
      .nth(script ? 1 : 2)
      .click();
    const details = main.getByRole("form", { name: "Details of the exhibit" });
    await details.getByLabel(/^Incidents it shows/).fill("I-101 to I-104, I-600");
    await details.getByRole("button", { name: "Save the details" }).click();
    await expect(details).toContainText("Details saved");
    await page.reload();
    await expect(details.getByLabel(/^Incidents it shows/)).toHaveValue("I-101 to I-104, I-600");
  });
}

test("subjects page, and one account is changed in its own form", async ({ browser }) => {
  const page = await windowAs(browser, /^Supervisor/, { script: false });
  const main = page.locator("main");
  await page.goto(at("/subjects?page=4"));
  await main
    .getByRole("link", { name: /^Change this account/ })
    .first()
    .click();
  const form = main.getByRole("form", { name: /^Change account A/ });
  await form.getByLabel("Name shown").fill("Quiet Harbour");
  await form.getByRole("button", { name: /^Save account/ }).click();
  await expect(form).toContainText("Account changed.");
  await expect(page).toHaveURL(/page=4/);
});

test("the buttons that take one of two officers off a release stay within a phone", async ({ browser }) => {
  const page = await windowAs(browser, /^Supervisor/);
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(at("/releases"));
  const form = page.getByRole("form", { name: "Record a release" });
  if (!(await form.isVisible())) await page.getByText("Record a release").first().click();
  await form.getByLabel("Which office may receive it").selectOption({ label: "Investigating officer" });
  await form.getByLabel("Who may receive it").fill("Two officers of the station");
  await form.getByRole("radio", { name: "Every exhibit of the case" }).check();
  for (const officer of [0, 1]) await form.locator('input[name^="officers."]').nth(officer).check();
  await form.getByLabel("What for").fill("To open a docket.");
  await form.getByLabel("Signed on").fill(daysAgo(2));
  await form.getByRole("button", { name: "Record the release" }).click();
  await expect(page.locator("main")).toContainText("Release recorded");
  await expect(page.locator("summary", { hasText: /^Take off/ })).toHaveCount(2);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});

test("nothing runs out of the window at 390 and at 1440", async ({ browser }, info) => {
  test.setTimeout(240_000);
  const page = await windowAs(browser, /^Supervisor/);
  for (const path of ["/incidents?page=2", "/subjects?page=2", "/evidence?page=2", "/deadlines", "/releases"]) {
    await page.goto(at(path));
    for (const [width, scheme] of [
      [390, "light"],
      [390, "dark"],
      [1440, "light"],
      [1440, "dark"],
    ] as const) {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme: scheme });
      const wide = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(wide, `${path} at ${width}`).toBeLessThanOrEqual(0);
      if (process.env.E2E_LOOK) await look(page, `${path.replace(/\W+/g, "-")}-${width}-${scheme}.png`);
    }
  }
  expect(info.errors).toEqual([]);
});

/** Pictures of its top and of its end, which is where the pager is, if it has one. */
async function look(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: `${process.env.E2E_LOOK}/top${name}` });
  const pager = page.locator(".pager");
  if ((await pager.count()) > 0) await pager.last().scrollIntoViewIfNeeded();
  await page.screenshot({ path: `${process.env.E2E_LOOK}/end${name}` });
}

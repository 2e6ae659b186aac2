import { type Browser, expect, type Page, test } from "@playwright/test";
import { originOf } from "../support/e2e";
import { mayRole, type PermissionName, type RoleName } from "../support/model/who-may";
import { pages } from "../support/policy/policy-pages";
import { faultsOf } from "./support/accessible";
import { alive } from "./support/alive";
import { type Cast, plantCast } from "./support/cast";
import { closeWindows, hide, windowAs } from "./support/evidence";
import { firstScriptOf } from "./support/first-script";
import { addFilm, bringList, idBehind, pictureOf, readChat } from "./support/found-ids";
import { plantOrganisation } from "./support/organisation";
import { signIn } from "./support/people";
import { namedCallsFor } from "./support/routes";

/** Who opens a page: the first of these whose role may. */
const people: readonly [RoleName, RegExp][] = [
  ["supervisor", /^Supervisor/],
  ["caseworker", /^Caseworker/],
  ["admin", /^Administrator/],
  ["liaison", /^Police liaison/],
];

/** Templates that are reached only by doing something first, and where that is done and looked at. */
const elsewhere: Record<string, string> = {
  "/cases/assign/[batchId]": "desk.spec.ts",
  "/offers/[offerId]": "desk.spec.ts",
  "/cases/[caseId]/documents/forms/new": "forms.spec.ts",
  "/cases/[caseId]/documents/forms/[filledId]": "forms.spec.ts",
  "/admin/forms/[formId]": "forms.spec.ts",
  "/bodies/import/[importId]": "directory.spec.ts",
  "/mail/[mailId]": "mail-in.spec.ts",
  "/bodies/import/[importId]/rows/[row]": "directory.spec.ts",
  "/admin/webhooks/[webhookId]": "nowhere: a webhook needs a host that is reached",
  "/cover": "below",
  "/enrol": "below",
  // Behind the question mark it names what was erased; without that there is no such page. Its frame is that of a list.
  "/erased": "nowhere",
};

/**
 * How much script a page may load before anything is pressed, in thousands of bytes, compressed: slightly above what it
 * was on 1 December 2026. Next and React are 136 of them, and 150 are wanted.
 */
const mostScript: Record<string, number> = {
  "/": 156,
  "/deadlines": 156,
  "/team": 156,
  "/portal": 152,
  "/cases": 170,
  "/cases/[caseId]": 162,
  "/cases/[caseId]/references": 162,
  "/cases/[caseId]/evidence": 166,
  "/cases/[caseId]/documents/[documentId]": 168,
  "/cases/[caseId]/evidence/[exhibitId]": 174,
  "/cases/[caseId]/letters": 168,
  "/cases/[caseId]/packets/new/[kind]": 177,
  "/cases/[caseId]/references/[referenceId]": 168,
  "/packets/[packetId]": 169,
  "/bodies": 168,
};
const mostElsewhere = 165;
/** A count that finds no script at all would find none too heavy. */
const leastScript = 120;

test.describe.configure({ mode: "serial" });

let cast: Cast;
let addresses: Map<string, string>;
test.beforeAll("a case of the demonstration, with a record for each address", async ({ browser }) => {
  test.setTimeout(120_000);
  cast = await plantCast("Honeybush");
  addresses = await findAddresses(browser);
});
test.afterAll(() => cast?.end());
test.afterEach(closeWindows);

for (const [role, named] of people) {
  test(`axe finds nothing on any page template that a ${role} opens`, async ({ browser }) => {
    test.setTimeout(480_000);
    const page = await windowAs(browser, named);
    await look(page, templatesOf(role), 200);
  });
}

test("axe finds nothing on the pages of who is not signed in, covered, half signed in or lost", async ({ browser }) => {
  test.setTimeout(180_000);
  const stranger = await windowOf(browser);
  await look(
    stranger,
    pages.public.filter((value) => !(value in elsewhere)),
  );
  await look(stranger, ["/no-such-page"], 404);
  const half = await windowOf(browser);
  await signIn(half, await plantOrganisation("Sandgrouse Test Trust"));
  expect(await faultsOf(half)).toEqual([]);
  const covered = await windowAs(browser, /^Supervisor/);
  await hide(covered);
  expect(await faultsOf(covered)).toEqual([]);
});

test("each template is opened once, or it says where else", () => {
  const opened = [...people.flatMap(([role]) => templatesOf(role)), ...pages.public];
  const all = Object.values(pages).flat();
  expect([...opened, ...Object.keys(elsewhere)].filter((value) => !(all as string[]).includes(value))).toEqual([]);
  expect(all.filter((value) => !opened.includes(value) && !(value in elsewhere))).toEqual([]);
  expect(opened.filter((value) => value.includes("[") && !addresses.has(value))).toEqual([]);
});

/** Pages whose permission this role is the first to have. */
function templatesOf(role: RoleName): string[] {
  const first = (needs: string) => people.find(([roleName]) => mayRole(roleName, needs as PermissionName))?.[0];
  return Object.entries(pages)
    .filter(([needs]) => needs !== "public" && first(needs) === role)
    .flatMap(([, templates]) => [...templates])
    .filter((value) => !(value in elsewhere));
}

/** Opens one after the other. `status`: what each must answer. */
async function look(page: Page, templates: readonly string[], status?: number): Promise<void> {
  const wrong: string[] = [];
  for (const template of templates) {
    const answer = await page.goto(addresses.get(template) ?? template);
    if (status && answer?.status() !== status) wrong.push(`${template}: ${answer?.status()}`);
    const script = firstScriptOf((await answer?.text()) ?? "");
    if (!(script > leastScript && script <= (mostScript[template] ?? mostElsewhere)))
      wrong.push(`${template}: ${script.toFixed(1)} kB of script before anything is pressed`);
    await alive(page.locator("main"));
    for (const fault of await faultsOf(page)) wrong.push(`${template}: ${fault}`);
  }
  expect(wrong).toEqual([]);
}

async function windowOf(browser: Browser): Promise<Page> {
  return (await browser.newContext({ baseURL: originOf("demo"), locale: "en-ZA" })).newPage();
}

/** An address for each template with a parameter, and for those that ask for something behind the question mark. */
async function findAddresses(browser: Browser): Promise<Map<string, string>> {
  const supervisor = await windowAs(browser, /^Supervisor/);
  const liaison = await windowAs(browser, /^Police liaison/);
  const { caseId, clientId } = cast.ids;
  const ids = {
    ...cast.ids,
    exhibitId: await pictureOf(supervisor, caseId),
    ...(await readChat(supervisor, caseId)),
    filmId: await addFilm(supervisor, caseId),
    listId: await bringList(supervisor),
    handoverId: await idBehind(liaison, "/portal", /^\/portal\/([0-9a-f-]{36})$/),
  };
  const part = /^(\/law\/[a-z_-]+\/[^/?#]+)$/;
  const entry = await idBehind(supervisor, "/law/offences", part);
  const body = await idBehind(supervisor, "/bodies", /^\/bodies\/((?!new$|import)[^/?#]+)$/);
  for (const page of [supervisor, liaison]) await page.context().close();
  return new Map([
    ...namedCallsFor(ids).map(({ route, path }) => [route, path] as const),
    ["/guide/[page]", "/guide/open-a-case"],
    ["/law/[part]", "/law/offences"],
    ["/law/[part]/[key]", entry],
    ["/admin/law/[part]/[key]", `/admin${entry}`],
    ["/admin/lists/[list]", "/admin/lists/act"],
    ["/admin/texts/[language]/[key]", "/admin/texts/zu/consentTitle"],
    ["/bodies/[bodyRef]", `/bodies/${body}`],
    ["/first/[secret]", "/first/none"],
    ["/cases/new/details", `/cases/new/details?client=${clientId}`],
    ["/cases/assign", `/cases/assign?case=${caseId}`],
  ]);
}

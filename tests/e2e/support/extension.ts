import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BrowserContext, type CDPSession, chromium, expect, type Page } from "@playwright/test";
import { writeExtension } from "../../../bin/support/write-extension.mjs";
import { chromiumArgs, findWholeChromium } from "../../support/chromium.mjs";

export type Extended = { context: BrowserContext; open: (page: Page) => Promise<Popup>; end: () => Promise<void> };

/** A browser with a profile of its own and the extension as `npm run extension` writes it. */
export async function launchExtended(baseURL: string): Promise<Extended> {
  const folder = mkdtempSync(join(tmpdir(), "crossdocket-extension-"));
  const [extension = ""] = await writeExtension(folder);
  const context = await chromium.launchPersistentContext(join(folder, "profile"), {
    executablePath: findWholeChromium(),
    baseURL,
    viewport: { width: 1100, height: 700 },
    locale: "en-ZA",
    timezoneId: "Africa/Johannesburg",
    ignoreDefaultArgs: ["--disable-extensions"],
    // The imitated sites have names of real ones. What the browser would ask of these beside the pages finds nobody.
    proxy: { server: "http://127.0.0.1:1", bypass: "localhost,127.0.0.1" },
    args: [
      ...chromiumArgs,
      `--disable-extensions-except=${extension}`,
      `--load-extension=${extension}`,
      // So that a test can do what a click on the button of the extension does, with the rights that it gives.
      "--enable-unsafe-extension-debugging",
    ],
  });
  const [worker = await context.waitForEvent("serviceworker")] = context.serviceWorkers();
  const id = new URL(worker.url()).host;
  const browser = context.browser();
  if (!browser) throw new Error("The browser of the extension did not start.");
  const session = await browser.newBrowserCDPSession();
  return { context, open: (page) => openPopup(session, id, page), end: () => context.close() };
}

/** Clicks the button of the extension on a page, and waits for what drops down. */
async function openPopup(session: CDPSession, id: string, page: Page): Promise<Popup> {
  await closePopups(session);
  await page.bringToFront();
  const { targetInfos: tabs } = await session.send("Target.getTargets", { filter: [{ type: "tab" }] });
  const tab = tabs.find(({ url }) => url === page.url());
  // Newer than the types of this protocol.
  const send = session.send as (method: string, of: object) => Promise<unknown>;
  await send.call(session, "Extensions.triggerAction", { id, targetId: tab?.targetId });
  let targetId = "";
  await expect(async () => {
    [targetId = ""] = await popupsOf(session);
    expect(targetId).not.toBe("");
  }).toPass();
  const { sessionId } = await session.send("Target.attachToTarget", { targetId, flatten: false });
  return new Popup(session, sessionId);
}

/** A click on the button while its popup is open closes it: an earlier one has to be gone. */
async function closePopups(session: CDPSession): Promise<void> {
  for (const targetId of await popupsOf(session)) await session.send("Target.closeTarget", { targetId });
  await expect.poll(() => popupsOf(session)).toEqual([]);
}

async function popupsOf(session: CDPSession): Promise<string[]> {
  const { targetInfos } = await session.send("Target.getTargets");
  return targetInfos.filter(({ url }) => url.endsWith("/popup.html")).map(({ targetId }) => targetId);
}

type Evaluated = { id: number; result: { result: { value?: unknown }; exceptionDetails?: { text: string } } };

/** The popup, which Playwright does not see: asked by its own protocol, one expression after another. */
export class Popup {
  private asked = 0;

  constructor(
    private readonly session: CDPSession,
    private readonly sessionId: string,
  ) {}

  async evaluate(expression: string): Promise<unknown> {
    this.asked += 1;
    const id = this.asked;
    const answer = new Promise<Evaluated>((resolve) => {
      const hear = ({ sessionId, message }: { sessionId: string; message: string }) => {
        const heard = JSON.parse(message) as Evaluated;
        if (sessionId !== this.sessionId || heard.id !== id) return;
        this.session.off("Target.receivedMessageFromTarget", hear);
        resolve(heard);
      };
      this.session.on("Target.receivedMessageFromTarget", hear);
    });
    const params = { expression, awaitPromise: true, returnByValue: true, userGesture: true };
    const message = JSON.stringify({ id, method: "Runtime.evaluate", params });
    await this.session.send("Target.sendMessageToTarget", { sessionId: this.sessionId, message });
    const { result } = await answer;
    if (result.exceptionDetails) throw new Error(result.exceptionDetails.text);
    return result.result.value;
  }

  async fill(id: string, text: string): Promise<void> {
    const find = `document.getElementById(${JSON.stringify(id)})`;
    await this.waitFor(find);
    await this.evaluate(`${find}.value = ${JSON.stringify(text)}`);
  }

  /** Once it can be seen: before the script of the popup runs, what is clicked there is lost. */
  async click(button: string): Promise<void> {
    const isIt = `one.textContent === ${JSON.stringify(button)} && one.checkVisibility() && !one.disabled`;
    const find = `[...document.querySelectorAll("button")].find((one) => ${isIt})`;
    await this.waitFor(find);
    await this.evaluate(`${find}.click()`);
  }

  /** What it shows is drawn once it is loaded and the server has answered. */
  private async waitFor(find: string): Promise<void> {
    await expect.poll(() => this.evaluate(`Boolean(${find})`)).toBe(true);
  }

  /** What is to be read in it now. */
  async text(): Promise<string> {
    return String(await this.evaluate("document.body?.innerText ?? ''"));
  }
}

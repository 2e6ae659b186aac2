import { expect, type Page } from "@playwright/test";
import { alive } from "./alive";

/**
 * Looks at every picture that a packet serves and says that nothing of the client is on it, as the page asks: the first
 * of each page with the button held by key. Ends on the page of the packet.
 */
export async function lookAtPictures(page: Page, packet: string): Promise<void> {
  await page.goto(packet);
  await page.locator("#pictures").getByRole("link", { name: "Look at the pictures" }).click();
  await page.waitForURL(/\/evidence\/pictures\?packet=/);
  const left = page.locator("#left");
  await expect(left).toBeVisible();
  await alive(left);
  while ((await left.count()) > 0) {
    const name = (await left.getByRole("heading", { level: 3 }).first().textContent()) ?? "";
    const hold = left.getByRole("button", { name: /Hold to reveal/ }).first();
    if ((await hold.count()) > 0) {
      await hold.focus();
      await page.keyboard.down("Space");
      await expect(left.getByRole("img", { name: /^Exhibit / })).toBeVisible({ timeout: 30_000 });
      await page.keyboard.up("Space");
    }
    for (const radio of await left.getByRole("radio", { name: "Nothing of the client" }).all()) await radio.check();
    await left.getByRole("button", { name: "I looked at these" }).click();
    await expect(left.getByRole("heading", { level: 3, name, exact: true })).toHaveCount(0);
  }
  await expect(page.locator("main")).toContainText("Nothing is left to look at");
  await page.goto(packet);
  await expect(page.locator("#pictures")).toContainText("All looked at");
}

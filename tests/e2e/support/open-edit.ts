import type { Page } from "@playwright/test";

/** Opens the form behind an edit button, if it is not open already. */
export async function openEdit(page: Page, label: string): Promise<void> {
  const edit = page.locator("details").filter({ has: page.locator("summary", { hasText: label }) });
  if ((await edit.getAttribute("open")) === null) await edit.locator("summary").click();
}

import type { Page } from "@playwright/test";

const chunks = "**/_next/static/chunks/**";

/** Holds back the script that the page asks for from now on. Gives what lets it through, or ends it without an answer. */
export async function holdChunks(page: Page): Promise<{ letThrough: () => Promise<void>; end: () => void }> {
  const { promise, resolve } = Promise.withResolvers<"through" | "nowhere">();
  await page.route(chunks, async (route) => {
    await ((await promise) === "through" ? route.continue() : route.abort()).catch(() => undefined);
  });
  return {
    letThrough: async () => {
      resolve("through");
      await page.unroute(chunks);
    },
    end: () => resolve("nowhere"),
  };
}

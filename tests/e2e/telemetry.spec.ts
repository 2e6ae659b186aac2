import { expect, test } from "@playwright/test";
import { newId } from "@/lib/platform/ids";
import { makeCanaries } from "../support/canaries";
import { startReceiver } from "../support/otlp-receiver";

test("the running product sends what took how long, and nothing about anybody", async ({ page }) => {
  // Nobody listened there until now: the product did not mind.
  const receiver = await startReceiver("takes", Number(process.env.E2E_OTEL_PORT));
  const birds = makeCanaries();
  try {
    await page.goto("/sign-in");
    await page.locator("button[value=caseworker]").click();
    await expect(page.locator("h1").first()).toHaveText("My work");
    const id = newId();
    expect((await page.goto(`/cases/${id}?q=${birds.next()}`))?.status()).toBe(404);
    expect((await page.goto(`/${birds.next()}`))?.status()).toBe(404);
    await page.goto("/cases");
    const routes = () =>
      receiver
        .points("http.server.request.duration")
        .map((point) => `${point["http.request.method"]} ${point["http.route"]}`);
    await expect.poll(routes).toEqual(expect.arrayContaining(["GET /cases/[caseId]", "GET /cases"]));
    await expect.poll(() => receiver.points("crossdocket.queue.depth").length).toBeGreaterThan(10);
    await expect.poll(() => receiver.spans().some(({ name }) => name === "GET /cases")).toBe(true);
    expect(receiver.points("crossdocket.pool.transactions").length).toBe(2);
    for (const word of [birds.stem, id, "kestrel", "select "]) expect(receiver.everything(), word).not.toContain(word);
  } finally {
    await receiver.stop();
  }
});

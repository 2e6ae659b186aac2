import type { Locator } from "@playwright/test";

/**
 * Until the page has come alive: before, a press may reach nobody, and what is typed into a box that held words already
 * may be undone. React marks what it has taken over; what it does just after that is done when the page rests. A page
 * without script never comes alive.
 */
export async function alive(part: Locator): Promise<void> {
  await part.evaluate(async (element) => {
    type Root = { stateNode: { current: { memoizedState: { isDehydrated: boolean } } } };
    const marked = (node: Node, mark: string): unknown =>
      Object.entries(node).find(([name]) => name.startsWith(mark))?.[1];
    const taken = () => {
      const root = marked(document, "__reactContainer$") as Root | undefined;
      return root?.stateNode.current.memoizedState.isDehydrated === false && marked(element, "__reactProps$");
    };
    while (!taken()) await new Promise((resolve) => setTimeout(resolve, 50));
    await new Promise((resolve) => requestIdleCallback(resolve, { timeout: 1_000 }));
  });
}

import type { Page } from "@playwright/test";

/** Every text of the page two fifths longer, as other languages are, in words as long as those before. */
export async function lengthen(page: Page): Promise<void> {
  await page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const texts: Text[] = [];
    while (walker.nextNode()) texts.push(walker.currentNode as Text);
    for (const text of texts) {
      const words = text.data.trim();
      if (!/[a-z]{2}/i.test(words) || text.parentElement?.closest("script, style, textarea, time, code")) continue;
      const filler = words.includes(" ") ? " langer woorde" : "woorde";
      const wanted = Math.ceil(words.length * 0.4);
      text.data = text.data.replace(words, () => `${words}${filler.repeat(wanted).slice(0, wanted).trimEnd()}`);
    }
  });
}

/** What does not fit: the page itself sideways, and each control whose words are cut off. */
export async function misfits(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const root = document.documentElement;
    const scrolls = (element: Element | null): boolean =>
      element !== null && (/auto|scroll/.test(getComputedStyle(element).overflowX) || scrolls(element.parentElement));
    const found =
      root.scrollWidth > root.clientWidth ? [`the page is ${root.scrollWidth - root.clientWidth} px wider`] : [];
    for (const element of document.querySelectorAll<HTMLElement>("button, a, summary, [role=tab], label, th, legend")) {
      const { display, overflowX, textOverflow } = getComputedStyle(element);
      if (element.clientWidth === 0 || display === "inline" || element.closest(".vh, .skip")) continue;
      const isCut =
        element.scrollWidth > element.clientWidth + 1 && overflowX !== "visible" && textOverflow !== "ellipsis";
      const box = element.getBoundingClientRect();
      const isOutside = box.right > innerWidth + 1 && !scrolls(element.parentElement);
      if (isCut || isOutside)
        found.push(`${element.tagName.toLowerCase()}.${element.className}: ${element.textContent.slice(0, 60)}`);
    }
    return found;
  });
}

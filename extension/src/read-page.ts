export type PageWords = { canonical: string | null; source: string; text: string; isCut: boolean };

/**
 * Runs in the page and only reads. Not in the world of its scripts: a page can put a function or a form in the place of
 * what is asked here, and only itself sees that. It must not use anything outside itself.
 */
export function readPage(mostText: number, mostSource: number): PageWords {
  // biome-ignore lint/performance/useDomNodeTextContent: what a person sees, and not what is hidden.
  const text = document.body?.innerText ?? "";
  const source = document.documentElement.outerHTML;
  return {
    canonical: document.querySelector('link[rel~="canonical" i]')?.getAttribute("href") ?? null,
    source: source.slice(0, mostSource),
    text: text.slice(0, mostText),
    isCut: text.length > mostText,
  };
}

export type PageSize = { width: number; height: number; screen: number; x: number; y: number; scale: number };

/** Runs in the page too. In pixels of the page; `screen` is how much of its height is in sight. */
export function measurePage(): PageSize {
  return {
    width: window.innerWidth,
    height: Math.max(document.documentElement.scrollHeight, document.body?.scrollHeight ?? 0, window.innerHeight),
    screen: window.innerHeight,
    x: window.scrollX,
    y: window.scrollY,
    scale: window.devicePixelRatio,
  };
}

/** Runs in the page too: scrolls at once, and says where it came to stand. */
export function scrollPage(x: number, y: number): number {
  window.scrollTo({ left: x, top: y, behavior: "instant" });
  return window.scrollY;
}

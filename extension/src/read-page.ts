export type PageWords = { canonical: string | null; source: string; text: string; isCut: boolean };

/**
 * Runs in the page, apart from its own scripts, and only reads. A page can name a form `body` or `querySelector`, which then
 * stands in the place of the document's own: so these are taken from the prototype. It must not use anything outside itself.
 */
export function readPage(mostText: number, mostSource: number): PageWords {
  const getter = <T>(name: string): T =>
    Object.getOwnPropertyDescriptor(Document.prototype, name)?.get?.call(document) as T;
  const find = (selector: string): Element | null => Document.prototype.querySelector.call(document, selector);
  const body = getter<HTMLElement | null>("body");
  const root = getter<Element | null>("documentElement");
  const innerText = Object.getOwnPropertyDescriptor(HTMLElement.prototype, "innerText")?.get;
  const outerHtml = Object.getOwnPropertyDescriptor(Element.prototype, "outerHTML")?.get;
  const text: string = (body && innerText?.call(body)) ?? "";
  const source: string = (root && outerHtml?.call(root)) ?? "";
  const link = find('link[rel~="canonical" i]');
  return {
    canonical: link ? Element.prototype.getAttribute.call(link, "href") : null,
    source: source.slice(0, mostSource),
    text: text.slice(0, mostText),
    isCut: text.length > mostText,
  };
}

export type PageSize = { width: number; height: number; screen: number; x: number; y: number; scale: number };

/** Runs in the page too. In pixels of the page; `screen` is how much of its height is in sight. */
export function measurePage(): PageSize {
  const root = Object.getOwnPropertyDescriptor(Document.prototype, "documentElement")?.get?.call(document) as Element;
  const body = Object.getOwnPropertyDescriptor(Document.prototype, "body")?.get?.call(document) as Element | null;
  return {
    width: window.innerWidth,
    height: Math.max(root.scrollHeight, body?.scrollHeight ?? 0, window.innerHeight),
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

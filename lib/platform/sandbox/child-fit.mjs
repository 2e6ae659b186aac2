const PAGE_PIXELS = 12_000_000;

/** The factor that brings a page under the pixels that a printed page can use; 1 when it is under already. */
export function fitPixels(width, height) {
  return Math.min(1, Math.sqrt(PAGE_PIXELS / (width * height)));
}

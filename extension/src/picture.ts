import { measurePage, scrollPage } from "./read-page.ts";

/** A picture of more screens than this, or higher than this in its own dots, ends there. */
const mostScreens = 40;
const mostHeight = 30_000;

/** Chromium takes two pictures a second; a page that loads while it is scrolled gets the time too. */
const pauseMs = 600;

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

export type Picture = { bytes: Blob; isCut: boolean };

/**
 * The whole page as one picture: scrolled screen by screen and put together. Nothing in the page is changed, so what a page
 * keeps in its place, such as a bar at the top, is on each screen. It is scrolled back at the end.
 */
export async function takePicture(tabId: number, windowId: number): Promise<Picture> {
  const size = await inPage(tabId, measurePage, []);
  const height = Math.min(size.height, Math.floor(mostHeight / size.scale), mostScreens * size.screen);
  const canvas = new OffscreenCanvas(Math.round(size.width * size.scale), Math.round(height * size.scale));
  const drawn = canvas.getContext("2d");
  if (!drawn) throw new Error("No canvas.");
  try {
    for (let y = 0; y < height; y += size.screen) {
      const at = await inPage(tabId, scrollPage, [0, y]);
      await pause(pauseMs);
      const shot = await createImageBitmap(bytesOf(await chrome.tabs.captureVisibleTab(windowId, { format: "png" })));
      drawn.drawImage(shot, 0, Math.round(at * size.scale));
      shot.close();
    }
  } finally {
    await inPage(tabId, scrollPage, [size.x, size.y]);
  }
  return { bytes: await canvas.convertToBlob({ type: "image/png" }), isCut: height < size.height };
}

async function inPage<Args extends unknown[], Result>(tabId: number, func: (...args: Args) => Result, args: Args) {
  const [frame] = await chrome.scripting.executeScript({ target: { tabId }, func, args });
  if (frame?.result === undefined || frame.result === null) throw new Error("The page did not answer.");
  return frame.result;
}

function bytesOf(dataUrl: string): Blob {
  const binary = atob(dataUrl.slice(dataUrl.indexOf(",") + 1));
  return new Blob([Uint8Array.from(binary, (sign) => sign.charCodeAt(0))], { type: "image/png" });
}

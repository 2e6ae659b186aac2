import { createServer } from "node:net";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findBrowser } from "@/lib/platform/sandbox/browser";
import { confinement, examineDrawing } from "@/lib/platform/sandbox/confinement";
import { drawSavedPage } from "@/lib/platform/sandbox/draw-saved-page";

const { browser } = await findBrowser();

const boundary = "=_part";
const mhtmlOf = (parts: readonly { type: string; at: string; body: string }[]) =>
  Buffer.from(
    [
      "From: <Saved>",
      "MIME-Version: 1.0",
      `Content-Type: multipart/related; type="text/html"; boundary="${boundary}"`,
      "",
      ...parts.flatMap(({ type, at, body }) => [
        `--${boundary}`,
        `Content-Type: ${type}`,
        "Content-Transfer-Encoding: base64",
        `Content-Location: ${at}`,
        "",
        Buffer.from(body, "latin1").toString("base64"),
      ]),
      `--${boundary}--`,
      "",
    ].join("\r\n"),
  );

async function colourAt(bytes: Uint8Array, left: number, top: number): Promise<number[]> {
  const one = await sharp(bytes).extract({ left, top, width: 1, height: 1 }).raw().toBuffer();
  return [...one];
}

async function drawn(html: string, more: { type: string; at: string; body: string }[] = []) {
  const page = { type: "text/html; charset=utf-8", at: "https://site.example/post", body: html };
  const answer = await drawSavedPage(mhtmlOf([page, ...more]));
  if ("problem" in answer) throw new Error(answer.problem);
  return answer;
}

describe.skipIf(browser === null)("a saved page is drawn by a confined browser", () => {
  let reached = 0;
  let port = 0;
  const server = createServer((socket) => {
    reached += 1;
    socket.destroy();
  });

  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const address = server.address();
    port = typeof address === "object" && address ? address.port : 0;
  });
  afterAll(() => new Promise((resolve) => server.close(resolve)));

  test("what starts it reads nothing of ours, and makes no socket", async () => {
    expect(browser && (await examineDrawing(browser))).toBeNull();
    expect((await confinement()).way).toBe("bubblewrap");
  });

  test("with the style and the picture that are in the file, to its whole length", async () => {
    const blue = await sharp({ create: { width: 8, height: 8, channels: 3, background: "#0000ff" } })
      .png()
      .toBuffer();
    const answer = await drawn(
      '<link rel="stylesheet" href="/s.css"><body><img src="/p.png" width="200" height="200"><div class="low"></div>',
      [
        {
          type: "text/css",
          at: "https://site.example/s.css",
          body: "body{margin:0;background:#00ff00}.low{height:2000px}",
        },
        { type: "image/png", at: "https://site.example/p.png", body: blue.toString("latin1") },
      ],
    );
    expect(answer).toMatchObject({ cut: false, browser: expect.stringMatching(/Chrome\/\d+/) });
    expect(answer.image.width).toBe(1280);
    expect(answer.image.height).toBeGreaterThan(2100);
    expect(await colourAt(answer.image.bytes, 100, 100)).toEqual([0, 0, 255]);
    expect(await colourAt(answer.image.bytes, 700, 1500)).toEqual([0, 255, 0]);
  });

  test("runs no script, and asks nobody for anything", async () => {
    const home = `http://127.0.0.1:${port}`;
    const { image } = await drawn(
      `<meta http-equiv="refresh" content="0;url=${home}/refresh"><link rel="prefetch" href="${home}/prefetch">
      <link rel="preconnect" href="${home}"><link rel="dns-prefetch" href="//calls.example"><link rel="stylesheet" href="${home}/a.css">
      <style>@font-face{font-family:f;src:url(${home}/f.woff2)}body{margin:0;background:#00ff00 url(${home}/b.png);font-family:f}</style>
      <body onload="document.body.style.background='#ff0000'"><img src="${home}/i.png"><iframe src="${home}/frame"></iframe>
      <iframe src="file:///etc/passwd"></iframe><video src="${home}/v.mp4" autoplay></video><object data="${home}/o"></object>
      <script>document.body.style.background='#ff0000';new WebSocket('ws://127.0.0.1:${port}');navigator.serviceWorker.register('/sw.js');fetch('${home}/fetch')</script>
      <form action="${home}/form" id="f"><input autofocus onfocus="f.submit()"></form>`,
    );
    expect(await colourAt(image.bytes, 1200, 850)).toEqual([0, 255, 0]);
    expect(reached).toBe(0);
  });

  test("a very long page is drawn to a bound, and says so", async () => {
    const { cut, image } = await drawn('<div style="height:90000px"></div>');
    expect({ cut, height: image.height }).toEqual({ cut: true, height: 9000 });
  });
});

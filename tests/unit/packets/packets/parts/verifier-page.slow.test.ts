import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Browser, chromium, type Page } from "playwright";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { originalsNote } from "@/lib/packets/packets/parts/verifier/originals-note.mjs";
import { verifierPage } from "@/lib/packets/packets/parts/verifier-page";
import { chromiumArgs, findChromium } from "@/tests/support/chromium.mjs";
import { makeKey, packetFolder, type SigningKey, signDetached, writeFolder } from "@/tests/support/packet-folder";
import { hasTool } from "@/tests/support/tools";

test("the page is one file, with a policy that lets it load nothing", () => {
  const html = verifierPage();
  expect(html).toContain("default-src 'none'");
  expect(html).not.toMatch(/\son[a-z]+=|<link|<img|\ssrc=|https?:|\bimport\s|^export /m);
  expect(html.match(/<script/g)).toHaveLength(1);
});

const program = findChromium();
const matching = "Everything matches. Ask whether it still stands";

describe.skipIf(!program || !hasTool("openssl"))(
  "opened from a file in Chromium (skipped without it or openssl)",
  () => {
    let browser: Browser;
    let key: SigningKey;
    let packet: ReadonlyMap<string, Buffer>;
    beforeAll(async () => {
      browser = await chromium.launch({ ...(program ? { executablePath: program } : {}), args: chromiumArgs });
      key = makeKey();
      packet = await packetFolder(key);
    }, 60_000);
    // A page that nobody looks at goes on drawing.
    afterEach(() => Promise.all(browser.contexts().map((context) => context.close())));
    afterAll(() => browser?.close());

    const turnsOf = (page: Page): Promise<number> =>
      page.evaluate(() => (globalThis as unknown as { seen: { turns: number } }).seen.turns);

    type Seen = { verdict: string; text: string; page: Page };

    async function open(prepare: (page: Page) => Promise<void> = async () => {}): Promise<Page> {
      const page = await browser.newPage({ viewport: { width: 390, height: 844 } });
      const wrong: string[] = [];
      page.on("console", (message) => message.type() === "error" && wrong.push(message.text()));
      page.on("pageerror", (error) => wrong.push(error.message));
      await prepare(page);
      await page.goto(
        pathToFileURL(join(writeFolder(new Map([["verify.html", Buffer.from(verifierPage())]])), "verify.html")).href,
      );
      expect(wrong).toEqual([]);
      return page;
    }

    async function check(
      files: ReadonlyMap<string, Uint8Array>,
      prepare?: (page: Page) => Promise<void>,
    ): Promise<Seen> {
      const page = await open(prepare);
      const folder = writeFolder(files);
      await page.locator("#folder").setInputFiles(folder);
      await page.locator("#result").waitFor();
      rmSync(folder, { recursive: true });
      return { verdict: (await page.locator("#verdict h2").textContent()) ?? "", text: await linesOf(page), page };
    }

    /** The report as a reader hears it: cell by cell, row by row. */
    async function linesOf(page: Page): Promise<string> {
      const rows = page.locator("#lines tr");
      return (
        await rows.evaluateAll((all) => all.map((row) => [...row.children].map((child) => child.textContent).join(" ")))
      )
        .join("\n")
        .replaceAll("\u00A0", " ");
    }

    const bytesOf = (name: string): Buffer => Buffer.from(packet.get(name) ?? Buffer.alloc(0));
    const changed = (name: string, change: (bytes: Buffer) => Buffer) =>
      new Map([...packet, [name, change(bytesOf(name))]]);
    const flip = (at: number) => (bytes: Buffer) => {
      bytes[at] = (bytes[at] ?? 0) ^ 1;
      return bytes;
    };
    const without = (name: string) => new Map([...packet].filter(([path]) => path !== name));

    test("an untouched folder passes, and shows the fingerprint in groups", async () => {
      const { verdict, text, page } = await check(packet);
      expect(verdict).toBe(matching);
      expect(await page.locator("#verdict p").textContent()).toContain(
        "Ask whether it still stands: CD-2026-0147, version 2, at the liaison desk (this packet prints +27 00 000 0147",
      );
      expect(text).not.toContain("does not match");
      expect(text).toContain("The signature covers the whole file");
      const shown = (await page.locator("#fingerprint").textContent()) ?? "";
      expect(shown.replaceAll(" ", "")).toBe(key.fingerprint);
      expect(shown.split(" ")).toHaveLength(16);
      expect(await page.locator("#about").textContent()).toContain("CD-2026-0147, version 2");
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
      expect(await page.evaluate(() => document.activeElement?.id)).toBe("verdict");
    });

    test("a flipped byte in the PDF is named with its page", async () => {
      const { verdict, text } = await check(changed("CD-2026-0147-v2.pdf", flip(1500)));
      expect(verdict).toBe("Do not use this packet");
      expect(text).toMatch(/Packet, CD-2026-0147-v2.pdf This is not the file that was packed. The size is the same/);
      expect(text).toMatch(/Changed: page 1\. The other pages are as packed/);
      expect(text).toContain("the file was changed after it was signed");
    });

    test("a flipped byte in an original is named with its exhibit", async () => {
      const { verdict, text } = await check(changed("E-01.png", flip(3)));
      expect(verdict).toBe("Do not use this packet");
      expect(text).toMatch(/E-01 original This is not the file that was packed.*Do not use it; tell the liaison desk/);
    });

    test("a changed list is seen by its signature", async () => {
      const longer = (bytes: Buffer) =>
        Buffer.from(bytes.toString().replace("ten", "six").replace('"exhibits": 10', '"exhibits": 9'));
      const { verdict, text } = await check(changed("manifest.json", longer));
      expect(verdict).toBe("Do not use this packet");
      expect(text).toMatch(/Signature of the list The signature is over something else/);
      expect(text).not.toContain("exhibits");
    });

    test("a packet that nobody approved is never called matching alone", async () => {
      const draft = await packetFolder(null);
      const { verdict, text, page } = await check(draft);
      expect(verdict).toBe("Not approved: do not act on it");
      expect(text).toContain("Nobody approved this version. It is a draft.");
      expect(await page.locator("#verdict").textContent()).not.toContain("Everything matches");
    });

    test.each([
      ["WITHDRAWN.txt", "Withdrawn: do not act on it"],
      ["SUPERSEDED.txt", "Superseded: do not act on it"],
    ])("a note %s that lies there is heard", async (name, message) => {
      const { verdict, text } = await check(new Map([...packet, [name, Buffer.from("Do not act on it.")]]));
      expect(verdict).toBe(message);
      expect(text).not.toContain("is not part of the packet");
    });

    test.each([
      ["CD-2026-0147-v2-superseded-by-v3.pdf", "Superseded: do not act on it"],
      ["CD-2026-0147-v2-withdrawn.pdf", "Withdrawn: do not act on it"],
    ])(
      "a copy %s in the place of the packet is heard, and nobody is told that a file is missing",
      async (name, message) => {
        const { verdict, text } = await check(
          new Map([...without("CD-2026-0147-v2.pdf"), [name, Buffer.from("%PDF")]]),
        );
        expect(verdict).toBe(message);
        expect(text).toMatch(/The file that was signed has the SHA-256 [0-9a-f]{64}/);
        expect(text).not.toMatch(/is missing|is not part of the packet/);
      },
    );

    test("of a list that was changed nothing is quoted, and nothing is as packed", async () => {
      const forged = (bytes: Buffer) => Buffer.from(bytes.toString().replace('"version": 2', '"version": 3'));
      const { text, page } = await check(changed("manifest.json", forged));
      expect(text).not.toContain("As packed");
      expect(await page.locator("#about").textContent()).toBe("");
    });

    test("a list that another key signed is refused", async () => {
      const other = makeKey();
      const files = new Map([...packet, ["manifest.json.p7s", signDetached(other, bytesOf("manifest.json"))]]);
      const { text, page } = await check(files);
      expect(text).toContain("Another key signed the list than the list itself names");
      expect((await page.locator("#fingerprint").textContent())?.replaceAll(" ", "")).toBe(other.fingerprint);
    });

    test.each([
      ["CD-2026-0147-v2.pdf", /Packet, CD-2026-0147-v2.pdf It is missing/],
      ["E-01.png", /E-01 original E-01.png is missing/],
      ["manifest.json.p7s", /manifest.json.p7s is missing/],
      ["manifest.json", /manifest.json is not among these files/],
    ])("a missing %s is named", async (name, message) => {
      const { verdict, text } = await check(without(name));
      expect(verdict).toBe("Do not use this packet");
      expect(text).toMatch(message);
    });

    test("an extra file is named, and the verdict says to look at it", async () => {
      const { verdict, text } = await check(new Map([...packet, ["invoice.pdf", Buffer.from("%PDF")]]));
      expect(verdict).toBe("The packet is whole, but look at what else is here");
      expect(text).toContain("invoice.pdf This file is not part of the packet (4 bytes)");
    });

    const wrapped = ["CD-2026-0147-v2-originals (1).zip", Buffer.from("PK")] as const;

    test("the originals in one file, as an officer gets them, may lie beside the unpacked ones", async () => {
      const { verdict, text } = await check(new Map([...packet, wrapped]));
      expect(verdict).toBe(matching);
      expect(text).not.toContain("originals (1).zip");
    });

    test("an original that is still packed is asked for, and is not called missing", async () => {
      const { verdict, text } = await check(new Map([...without("E-01.png"), wrapped]));
      expect(verdict).not.toMatch(/Everything matches|Do not use/);
      expect(text).toContain("E-01 original It is in CD-2026-0147-v2-originals (1).zip: unpack it first");
    });

    test("the note beside the originals is compared with what the list says of them", async () => {
      const note = originalsNote(JSON.parse(bytesOf("manifest.json").toString()).exhibits) ?? "";
      expect(note).toContain("E-01.png: script");
      const whole = await check(new Map([...packet, ["README.txt", Buffer.from(note)]]));
      expect(whole.verdict).toBe(matching);
      expect(whole.text).toContain("README.txt As packed.");
      const other = await check(new Map([...packet, ["README.txt", Buffer.from(note.replace("script", "nothing"))]]));
      expect(other.verdict).toBe("Do not use this packet");
      expect(other.text).toContain("README.txt This is not the file that was packed");
    });

    test("bytes added to the PDF after the signing are counted", async () => {
      const { verdict, text } = await check(
        changed("CD-2026-0147-v2.pdf", (pdf) => Buffer.concat([pdf, Buffer.from("%added\n")])),
      );
      expect(verdict).toBe("Do not use this packet");
      expect(text).toContain("7 bytes were added to the PDF after it was signed");
      expect(text).toContain("Every page that was packed is still in its place");
    });

    test("a browser without the tool says that the signature was not checked, and still compares the files", async () => {
      const prepare = async (page: Page) => {
        await page.addInitScript(() => Object.defineProperty(globalThis, "crypto", { value: {}, configurable: true }));
      };
      const { verdict, text } = await check(packet, prepare);
      expect(verdict).toBe("The files match the list, but not everything could be checked");
      expect(text).toContain("This browser lends a page that was opened from a file no tool to check a signature");
      const bad = await check(changed("E-01.png", flip(3)), prepare);
      expect(bad.verdict).toBe("Do not use this packet");
    });

    test("files may be picked one by one, by keyboard, and a name in them stays text", async () => {
      const page = await open();
      await page.keyboard.press("Tab");
      expect(await page.evaluate(() => document.activeElement?.id)).toBe("folder");
      const folder = writeFolder(new Map([...packet, ["<img src=x onerror=alert(1)>.txt", Buffer.from("x")]]));
      const names = [...packet.keys(), "<img src=x onerror=alert(1)>.txt"];
      await page.locator("#files").setInputFiles(names.map((name) => join(folder, name)));
      await page.locator("#result").waitFor();
      expect(await page.locator("#lines img").count()).toBe(0);
      expect(await linesOf(page)).toContain("<img src=x");
    });

    test("files may be dropped on the page", async () => {
      const page = await open();
      await page.evaluate(
        (files) => {
          const transfer = new DataTransfer();
          for (const [name, bytes] of files) transfer.items.add(new File([Uint8Array.from(bytes)], name));
          document.body.dispatchEvent(
            new DragEvent("drop", { dataTransfer: transfer, bubbles: true, cancelable: true }),
          );
        },
        [...packet].map(([name, bytes]) => [name, [...bytes]] as [string, number[]]),
      );
      await page.locator("#result").waitFor();
      expect(await page.locator("#verdict h2").textContent()).toBe(matching);
    });

    test("a file of 200 MB is read while the page stays usable", async () => {
      const folder = writeFolder(packet);
      writeFileSync(join(folder, "large.bin"), Buffer.alloc(200 * 1024 * 1024, 7));
      const page = await open();
      await page.evaluate(() => {
        const seen = { turns: 0 };
        Object.assign(globalThis, { seen });
        setInterval(() => {
          seen.turns += 1;
        }, 10);
      });
      await page.locator("#folder").setInputFiles(folder);
      // A busy machine may take a minute over it: what counts is that the page gets its turns in between.
      await expect
        .poll(() => page.locator("#doing").textContent(), { timeout: 60_000 })
        .toMatch(/large\.bin: \d+ of 2\d\d MB/);
      const before = await turnsOf(page);
      await page.locator("#result").waitFor({ timeout: 110_000 });
      rmSync(folder, { recursive: true });
      expect((await turnsOf(page)) - before).toBeGreaterThan(5);
    }, 180_000);
  },
);

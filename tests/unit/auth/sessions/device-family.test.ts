import { expect, test } from "vitest";
import { deviceFamily } from "@/lib/auth/sessions/device-family";

const chrome = "AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36";

test.each([
  ["Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:145.0) Gecko/20100101 Firefox/145.0", "Firefox on Windows"],
  [`Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${chrome}`, "Chrome on Windows"],
  [`Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${chrome} Edg/142.0.0.0`, "Edge on Windows"],
  [`Mozilla/5.0 (Linux; Android 10; K) ${chrome}`, "Chrome on Android"],
  [`Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) ${chrome}`, "Chrome on Chromebook"],
  [
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 Version/18.6 Safari/604.1",
    "Safari on iPhone",
  ],
  [
    "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/18.6 Safari/605.1.15",
    "Safari on Mac",
  ],
  ["curl/8.5.0", "Another program on another device"],
  [null, "Another program on another device"],
])("%s is %s", (userAgent, family) => expect(deviceFamily(userAgent)).toBe(family));

test("an update of the browser changes nothing", () => {
  const of = (version: number) => deviceFamily(`Mozilla/5.0 (X11; Linux x86_64; rv:${version}.0) Firefox/${version}.0`);
  expect(of(145)).toBe(of(160));
});

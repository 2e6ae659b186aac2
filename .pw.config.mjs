import { devices } from "@playwright/test";

process.env.TZ = "Asia/Kathmandu";
export default { testDir: "/work/wg/tests/e2e", outputDir: "/tmp/pw-results-wg", workers: 1, timeout: 120000, expect: { timeout: 45000 }, reporter: [["list"]],
 use: { ...devices["Desktop Chrome"], channel: undefined, baseURL: `http://localhost:${process.env.E2E_DEMO_PORT}`, locale: "en-ZA", actionTimeout: 60000, timezoneId: "Africa/Johannesburg", screenshot: "only-on-failure", launchOptions: { executablePath: "/usr/bin/chromium", args: ["--no-sandbox"] } } };

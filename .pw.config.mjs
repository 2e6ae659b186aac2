import { devices } from "@playwright/test";

process.env.TZ = "Asia/Kathmandu";
export default { testDir: "/work/wp/tests/e2e", outputDir: "/tmp/pw-results-wp", workers: 1, timeout: 120000, expect: { timeout: 15000 }, reporter: [["list"]],
 use: { ...devices["Desktop Chrome"], channel: undefined, baseURL: `http://localhost:${process.env.E2E_DEMO_PORT}`, locale: "en-ZA", actionTimeout: 15000, timezoneId: "Africa/Johannesburg", screenshot: "only-on-failure", launchOptions: { executablePath: "/usr/bin/chromium", args: ["--no-sandbox"] } } };

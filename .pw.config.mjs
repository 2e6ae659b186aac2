process.env.TZ = "Asia/Kathmandu";
export default { testDir: "/work/wr/tests/e2e", outputDir: "/tmp/media/pw-results", workers: 1, timeout: 300000, expect: { timeout: 60000 }, reporter: [["list"]],
 use: { baseURL: `http://localhost:${process.env.E2E_DEMO_PORT}`, locale: "en-ZA", actionTimeout: 60000, timezoneId: "Africa/Johannesburg", screenshot: "only-on-failure", launchOptions: { executablePath: "/usr/bin/chromium", args: ["--no-sandbox"] } } };

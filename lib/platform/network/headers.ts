/**
 * All security headers in one place: proxy.ts sets them on pages, next.config.ts on everything else that Next answers
 * itself, and file routes on what they send. No `server-only`: the build configuration reads it too.
 */
const denied = ["accelerometer", "autoplay", "browsing-topics", "camera", "display-capture", "encrypted-media"]
  .concat(["fullscreen", "geolocation", "gyroscope", "hid", "idle-detection", "magnetometer", "microphone", "midi"])
  .concat(["payment", "picture-in-picture", "screen-wake-lock", "serial", "usb", "web-share", "xr-spatial-tracking"])
  .map((feature) => `${feature}=()`)
  .join(", ");

/** On every answer, whatever it is. */
const everywhere: Readonly<Record<string, string>> = {
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "permissions-policy": denied,
  "x-permitted-cross-domain-policies": "none",
};

const twoYears = "max-age=63072000; includeSubDomains";

/** Only over https: a browser must not be told this on this machine's own http. */
const transport: Readonly<Record<string, string>> = { "strict-transport-security": twoYears };

const byOrigin = (): Readonly<Record<string, string>> =>
  process.env.APP_ORIGIN?.startsWith("https:") ? transport : {};

/** On pages. Not `no-referrer`: with it a form's own POST says `Origin: null`, and is refused. */
export const ofPages = (): Record<string, string> => ({
  ...everywhere,
  ...byOrigin(),
  "cache-control": "no-store",
  "referrer-policy": "same-origin",
});

/** On files and on answers to programs, which bypass the proxy. They have their own policy: see `inert`. */
export const ofFiles = (): Record<string, string> => ({
  ...everywhere,
  ...byOrigin(),
  "cache-control": "no-store",
  "referrer-policy": "no-referrer",
});

/**
 * Where a form may be sent besides this site: to the organisation's sign-in service, in a browser without JavaScript.
 * With JavaScript the page navigates there itself.
 */
export const formTargets = (): string => {
  const issuer = process.env.SSO_ISSUER ?? "";
  return URL.canParse(issuer) ? ` ${new URL(issuer).origin}` : "";
};

/** What a file may do in a browser: nothing. */
export const inertPolicy = "sandbox; default-src 'none'; frame-ancestors 'none'";

/** Next's own answers: styles and scripts, the icon, and anything that fails before a route or the proxy handles it. */
export const ofBuild = () => {
  const list = (headers: Readonly<Record<string, string>>) =>
    Object.entries(headers).map(([key, value]) => ({ key, value }));
  return [
    { source: "/:path*", headers: list(everywhere) },
    {
      source: "/:path*",
      has: [{ type: "header" as const, key: "x-forwarded-proto", value: "https" }],
      headers: list(transport),
    },
    { source: "/((?!_next/static/).*)", headers: list({ "cache-control": "no-store" }) },
    {
      source: "/_next/static/:path*",
      headers: list({
        "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
        "referrer-policy": "no-referrer",
      }),
    },
    {
      source: "/(icon.svg|api/health|api/ready)",
      headers: list({
        "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
        "referrer-policy": "no-referrer",
      }),
    },
  ];
};

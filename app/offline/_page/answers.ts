import { inertPolicy, ofFiles, ofPages } from "@/lib/platform/network/headers";
import { pageScriptHash } from "./scripts";
import { styleHash } from "./style";

const pagePolicy = [
  "default-src 'none'",
  `style-src ${styleHash}`,
  `script-src ${pageScriptHash}`,
  "connect-src 'self'",
  "img-src 'self'",
  "manifest-src 'self'",
  "worker-src 'self'",
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types offline",
].join("; ");

/** The page keeps this policy also when it is opened from the device. */
export function pageAnswer(html: string): Response {
  const headers = {
    ...ofPages(),
    "content-type": "text/html; charset=utf-8",
    "content-security-policy": pagePolicy,
    "x-robots-tag": "noindex, nofollow",
  };
  return new Response(html, { headers });
}

/** It loads no other script, and asks this site alone. */
const workerPolicy =
  "default-src 'none'; connect-src 'self'; require-trusted-types-for 'script'; frame-ancestors 'none'";

/** Without `service-worker-allowed`: it rules what is below its own folder, and nothing else of this site. */
export function workerAnswer(script: string): Response {
  const headers = {
    ...ofFiles(),
    "content-type": "text/javascript; charset=utf-8",
    "content-security-policy": workerPolicy,
  };
  return new Response(script, { headers });
}

export function manifestAnswer(manifest: object): Response {
  const headers = { ...ofFiles(), "content-type": "application/manifest+json", "content-security-policy": inertPolicy };
  return new Response(JSON.stringify(manifest), { headers });
}

export function goTo(path: string): Response {
  return new Response(null, {
    status: 303,
    headers: { ...ofPages(), "content-security-policy": inertPolicy, location: path },
  });
}

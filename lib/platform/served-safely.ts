const loopback = ["localhost", "127.0.0.1", "[::1]", "::1"];

/**
 * False when passwords would travel over plain http between machines: no https, and whoever asks or what listens is not
 * this machine alone. The launcher asks too, before anything is started.
 */
export function isServedSafely({
  APP_ORIGIN,
  LISTEN_ADDRESS,
}: Record<"APP_ORIGIN" | "LISTEN_ADDRESS", string>): boolean {
  const { protocol, hostname } = new URL(APP_ORIGIN);
  return protocol === "https:" || loopback.includes(hostname) || loopback.includes(LISTEN_ADDRESS);
}

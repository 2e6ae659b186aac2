const ownNames = ["localhost", "127.0.0.1", "[::1]", "::1"];

/** Whether a host name is this machine, so that nobody can intercept the connection. */
export const isThisMachine = (hostname: string): boolean => ownNames.includes(hostname);

/**
 * False when passwords would travel over plain http between machines: the address that people type is neither https nor
 * this machine's own name. The launcher asks too, before anything is started.
 */
export function isServedSafely({ APP_ORIGIN }: Record<"APP_ORIGIN", string>): boolean {
  const { protocol, hostname } = new URL(APP_ORIGIN);
  return protocol === "https:" || isThisMachine(hostname);
}

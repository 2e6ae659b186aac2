/**
 * Scripts come from our own build and from nowhere else, also when some code builds their address from a string. The
 * policy of the pages asks for this one by name; everything that it does not make is refused by the browser.
 */
type Maker = { createPolicy(name: string, rules: { createScriptURL(address: string): string }): unknown };

const maker = (globalThis as { trustedTypes?: Maker }).trustedTypes;

maker?.createPolicy("default", {
  createScriptURL(address) {
    const { origin, pathname } = new URL(address, location.href);
    if (origin === location.origin && pathname.startsWith("/_next/static/")) return address;
    throw new TypeError("A script from elsewhere was refused.");
  },
});

/** The checker of forms would otherwise try whether it may make code of strings, which the policy refuses and reports. */
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } });

export {};

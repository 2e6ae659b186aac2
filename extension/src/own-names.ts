type Brands = { brands?: { brand: string; version: string }[]; platform?: string };

/** `Chrome 141`, `Firefox 143`: the browser by its own word, without more than that. */
export function browserName(agent: string, data: Brands | undefined): string {
  const brand = data?.brands?.find(({ brand: name }) => !/not.?a.?brand|^chromium$/i.test(name.replace(/[^\w ]/g, "")));
  const named = brand ?? data?.brands?.find(({ brand: name }) => name === "Chromium");
  if (named) return `${named.brand.replace(/^Google /, "")} ${named.version}`.slice(0, 60);
  const [, name, version] = /(Firefox|Edg|Chrome)\/(\d{1,4})/.exec(agent) ?? [];
  return name ? `${name === "Edg" ? "Edge" : name} ${version}` : "Browser";
}

/** `Linux`, `Windows`, `macOS`, `Android`: the device as far as a browser says it. */
export function deviceName(agent: string, data: Brands | undefined): string {
  if (data?.platform) return data.platform.slice(0, 60);
  const known = [
    ["Android", "Android"],
    ["Windows", "Windows"],
    ["Mac OS X", "macOS"],
    ["Linux", "Linux"],
  ] as const;
  return known.find(([mark]) => agent.includes(mark))?.[1] ?? "Not known";
}

export const ownNames = () => {
  const data = (navigator as Navigator & { userAgentData?: Brands }).userAgentData;
  return { browser: browserName(navigator.userAgent, data), device: deviceName(navigator.userAgent, data) };
};

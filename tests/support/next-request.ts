import { workAsyncStorage } from "next/dist/server/app-render/work-async-storage.external";
import { workUnitAsyncStorage } from "next/dist/server/app-render/work-unit-async-storage.external";
import { createRequestStoreForAPI } from "next/dist/server/async-storage/request-store";
import { NextRequest } from "next/server";

type Parts = Parameters<typeof createRequestStoreForAPI>;

/**
 * A browser in front of Next's own request store, so that `cookies()` and `headers()` are the real ones without a
 * server.
 */
export class Browser {
  readonly jar = new Map<string, string>();
  /** Each cookie as it was last set, with its flags. */
  readonly lines = new Map<string, string>();

  constructor(
    readonly origin = "http://localhost:3000",
    readonly headers: Record<string, string> = { "user-agent": "Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0" },
  ) {}

  /** What a page, an action or a route does in one request of this browser. */
  async during<T>(path: string, act: (request: NextRequest) => Promise<T>, method = "GET"): Promise<T> {
    const cookie = [...this.jar].map(([name, value]) => `${name}=${value}`).join("; ");
    const request = new NextRequest(new URL(path, this.origin), { method, headers: { ...this.headers, cookie } });
    const set = (lines: string[]) => {
      for (const line of lines) this.keep(line);
    };
    const [tags, preview] = [{ tags: [], expirationsByCacheKind: new Map() }, {}] as unknown as [Parts[2], Parts[4]];
    const store = createRequestStoreForAPI(request, request.nextUrl, tags, set, preview, undefined);
    const work = { route: path, forceStatic: false, dynamicShouldError: false } as unknown as NonNullable<
      ReturnType<typeof workAsyncStorage.getStore>
    >;
    return workAsyncStorage.run(work, () => workUnitAsyncStorage.run(store, () => act(request)));
  }

  /** As a browser keeps or forgets what an answer sets. */
  keep(line: string): void {
    const [pair = ""] = line.split(";");
    const at = pair.indexOf("=");
    const name = pair.slice(0, at);
    const value = pair.slice(at + 1);
    if (name.startsWith("__Host-") && !(/; *secure/i.test(line) && /; *path=\/(;|$)/i.test(line))) return;
    this.lines.set(name, line);
    if (value === "" || /expires=thu, 01 jan 1970/i.test(line) || /max-age=0/i.test(line)) this.jar.delete(name);
    else this.jar.set(name, value);
  }
}

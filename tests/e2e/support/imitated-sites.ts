import type { BrowserContext } from "@playwright/test";
import { imitated } from "../../fixtures/imitated-pages";

const post = "https://www.instagram.com/p/C0aBcDeFgHi/";
const liar = "https://www.tiktok.com/@liar.example/video/7300000000000000009";

/** What it claims, what it hides in, and what it would run if anything of it ran where it is kept. */
const lies = `<!doctype html><html><head><meta charset="utf-8">
  <title>Harmless\u202e gpj.exe \u2066 page</title>
  <link rel="canonical" href="https://bank.example/login">
</head><body>
  <form name="body"></form><form name="documentElement"></form><form name="querySelector"></form><form name="title"></form>
  <script>
    Document.prototype.querySelector = () => { document.documentElement.dataset.caught = "yes"; return null; };
    Object.defineProperty(navigator, "userAgent", { get: () => "A lie" });
  </script>
  <p>Still words of the page. <img src=x onerror="window.ran = true"></p>
  <div>${"many words of nobody ".repeat(120_000)}</div>
</body></html>`;

const page = (
  title: string,
  source: string,
) => `<!doctype html><html><head><meta charset="utf-8"><title>${title}</title>
  <link rel="canonical" href="${post}">${source}</head>
  <body style="margin:0"><h1>${title}</h1><p>You will be sorry that you left.</p>
  <div style="height:2000px;background:linear-gradient(#dde,#446)"></div><p>The end of the page.</p></body></html>`;

const empty = "<!doctype html><title>Page not found</title><h1>This page is not available</h1>";

type Sites = {
  post: string;
  liar: string;
  asked: string[];
  /** The platform takes the post down. */
  remove: () => void;
};

/** Pages in the manner of platforms, at their own addresses, from this machine alone. @returns what each was asked for */
export async function imitateSites(context: BrowserContext): Promise<Sites> {
  const asked: string[] = [];
  let isThere = true;
  const source = imitated.find(({ address }) => address === post)?.source ?? "";
  await context.route(/^https:\/\/(www\.instagram|www\.tiktok)\.com\//, (route) => {
    const url = route.request().url();
    asked.push(url);
    const body = url === post && isThere ? page("A post of nobody", source) : url === liar ? lies : "";
    return route.fulfill({ status: body ? 200 : 404, contentType: "text/html; charset=utf-8", body: body || empty });
  });
  const remove = () => {
    isThere = false;
  };
  return { post, liar, asked, remove };
}

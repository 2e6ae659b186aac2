import { createElement, type ReactElement } from "react";
import { renderToReadableStream } from "react-dom/server.edge";

type Page = (props: never) => Promise<ReactElement>;
export type Search = Record<string, string>;

/** What a page of ours sends, drawn as a browser without script gets it; whoever asks is set by the test. */
export async function drawPage(page: Promise<{ default: unknown }>, params: Search, search: Search): Promise<string> {
  const { default: Shown } = (await page) as { default: Page };
  const props = { params: Promise.resolve(params), searchParams: Promise.resolve(search) };
  const stream = await renderToReadableStream(createElement(async () => Shown(props as never)));
  await stream.allReady;
  // React parts neighbouring texts by comments.
  return (await new Response(stream).text()).replaceAll("<!-- -->", "");
}

import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { rich } from "@/app/_ui/rich";

const html = (...given: Parameters<typeof rich>) => renderToStaticMarkup(<p>{rich(...given)}</p>);

test("elements stand in a sentence where the message has them, and none needs a key", () => {
  const values = {
    link: (words: React.ReactNode) => <a href="/guide">{words}</a>,
    name: <strong>Thandi Fictional</strong>,
    count: 2,
  };
  expect(html("{name} read <link>the guide, {count} times</link> today.", values)).toBe(
    '<p><strong>Thandi Fictional</strong> read <a href="/guide">the guide, 2 times</a> today.</p>',
  );
});

test("markup that somebody typed stays text", () => {
  expect(html("Signed by {name}.", { name: "<script>alert(1)</script>" })).toBe(
    "<p>Signed by &lt;script&gt;alert(1)&lt;/script&gt;.</p>",
  );
});

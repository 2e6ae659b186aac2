import { readFile } from "node:fs/promises";
import path from "node:path";
import { expect, test } from "vitest";
import { iconNames } from "@/app/_ui/icon-names";

const icons = path.resolve("node_modules/lucide-static/icons");

async function symbol(name: string): Promise<string> {
  const source = await readFile(path.join(icons, `${name}.svg`), "utf8");
  const shapes = source.match(/<svg[^>]*>([\s\S]*)<\/svg>/)?.[1];
  if (!shapes) throw new Error(`No shapes in ${name}.svg`);
  return `<symbol id="${name}" viewBox="0 0 24 24">${shapes.replace(/\s*\n\s*/g, "")}</symbol>`;
}

test("the sprite holds exactly the named icons, as lucide draws them", async () => {
  const symbols = await Promise.all(iconNames.map(symbol));
  const sprite = `<!-- Icons: lucide, ISC licence. Made by tests/unit/ui/sprite.test.ts -->
<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24" viewBox="0 0 24 24"><title>Icons</title>
${symbols.join("\n")}
</svg>
`;
  await expect(sprite).toMatchFileSnapshot(path.resolve("app/_ui/sprite.svg"));
});

test("names are sorted and not repeated", () => {
  expect(iconNames).toEqual([...new Set(iconNames)].toSorted());
});

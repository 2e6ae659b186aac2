import { Marked, type Token, type Tokens } from "marked";
import type { GuideBlock, GuidePage, GuideSpan } from "./types";

const markdown = new Marked();

/** Reads the Markdown of one page: a title, what it is about, and blocks. HTML in it is left out. */
export function parsePage(name: string, source: string): GuidePage {
  const blocks = blocksOf(markdown.lexer(source));
  const title = /^# (.+)$/m.exec(source)?.[1]?.trim() ?? name;
  const about = blocks.find((block) => block.kind === "paragraph");
  return {
    name,
    title,
    about: about ? textOf(about.spans) : "",
    blocks,
    words: [title, ...blocks.map(wordsOf)].join(" "),
  };
}

/** The names of the pages under each heading of the contents, in order. */
export function parseContents(source: string): { title: string; names: string[] }[] {
  const groups: { title: string; names: string[] }[] = [];
  for (const block of blocksOf(markdown.lexer(source))) {
    if (block.kind === "heading" && block.level === 2) groups.push({ title: block.text, names: [] });
    if (block.kind === "list") groups.at(-1)?.names.push(...block.items.flatMap(linksOf));
  }
  return groups;
}

/** The pages to which a block, or a list of blocks, links. */
export function linksOf(blocks: readonly GuideBlock[]): string[] {
  return blocks.flatMap((block) => {
    if (block.kind === "paragraph") return block.spans.flatMap((span) => (span.kind === "link" ? [span.page] : []));
    return block.kind === "list" ? block.items.flatMap(linksOf) : [];
  });
}

function blocksOf(tokens: readonly Token[]): GuideBlock[] {
  return tokens.flatMap((token): GuideBlock[] => {
    if (isKind(token, "heading")) {
      // The title is not repeated in the text.
      return token.depth === 1 ? [] : [{ kind: "heading", level: token.depth === 2 ? 2 : 3, text: token.text }];
    }
    if (isKind(token, "paragraph") || isKind(token, "text")) return paragraphOf(token);
    if (isKind(token, "list")) {
      const items = token.items.map((item) => blocksOf(item.tokens));
      return [{ kind: "list", numbered: token.ordered, items }];
    }
    return [];
  });
}

/** A picture that stands alone in its paragraph is a block of its own. */
function paragraphOf(token: Tokens.Paragraph | Tokens.Text): GuideBlock[] {
  const [only, ...others] = token.tokens ?? [];
  if (only && others.length === 0 && isKind(only, "image")) {
    return [{ kind: "picture", name: only.href.replace(/^pictures\//, ""), shows: only.text }];
  }
  return [{ kind: "paragraph", spans: (token.tokens ?? []).flatMap(spansOf) }];
}

function spansOf(token: Token): GuideSpan[] {
  if (isKind(token, "strong")) return [{ kind: "strong", text: token.text }];
  if (isKind(token, "em")) return [{ kind: "emphasis", text: token.text }];
  if (isKind(token, "codespan")) return [{ kind: "code", text: token.text }];
  if (isKind(token, "text") || isKind(token, "escape"))
    return [{ kind: "words", text: token.text.replaceAll("\n", " ") }];
  if (!isKind(token, "link")) return [];
  // A link leads to a page of the guide; any other address is only its words.
  const page = /^([\w-]+)\.md$/.exec(token.href)?.[1];
  return page ? [{ kind: "link", page, text: token.text }] : [{ kind: "words", text: token.text }];
}

const textOf = (spans: readonly GuideSpan[]) => spans.map(({ text }) => text).join("");

function wordsOf(block: GuideBlock): string {
  if (block.kind === "paragraph") return textOf(block.spans);
  if (block.kind === "heading") return block.text;
  return block.kind === "list" ? block.items.flat().map(wordsOf).join(" ") : block.shows;
}

type KindOf = {
  heading: Tokens.Heading;
  paragraph: Tokens.Paragraph;
  text: Tokens.Text;
  list: Tokens.List;
  image: Tokens.Image;
  strong: Tokens.Strong;
  em: Tokens.Em;
  codespan: Tokens.Codespan;
  escape: Tokens.Escape;
  link: Tokens.Link;
};

function isKind<Kind extends keyof KindOf>(token: Token, kind: Kind): token is KindOf[Kind] {
  return token.type === kind;
}

import type { Route } from "next";
import { Fragment } from "react";
import { PageLink } from "@/app/_ui/page-link";
import type { GuideBlock, GuideSpan } from "@/lib/operations/guide/types";

/** A page of the guide. It is English whatever the language of the screens. */
export function GuideText({ blocks }: { blocks: readonly GuideBlock[] }) {
  return (
    <article className="guide" lang="en">
      <Blocks blocks={blocks} />
    </article>
  );
}

function Blocks({ blocks }: { blocks: readonly GuideBlock[] }) {
  return blocks.map((block, at) => <Block key={at} block={block} />);
}

function Block({ block }: { block: GuideBlock }) {
  if (block.kind === "heading") return block.level === 2 ? <h2>{block.text}</h2> : <h3>{block.text}</h3>;
  if (block.kind === "picture") {
    return <img className="guide__picture" src={`/guide/pictures/${block.name}`} alt={block.shows} loading="lazy" />;
  }
  if (block.kind === "paragraph") {
    return (
      <p>
        <Spans spans={block.spans} />
      </p>
    );
  }
  const List = block.numbered ? "ol" : "ul";
  return (
    <List>
      {block.items.map((item, at) => (
        <li key={at}>
          <Item blocks={item} />
        </li>
      ))}
    </List>
  );
}

/** A point of one line needs no paragraph around it. */
function Item({ blocks }: { blocks: readonly GuideBlock[] }) {
  const [first, ...rest] = blocks;
  if (first?.kind !== "paragraph") return <Blocks blocks={blocks} />;
  return (
    <>
      <Spans spans={first.spans} />
      <Blocks blocks={rest} />
    </>
  );
}

function Spans({ spans }: { spans: readonly GuideSpan[] }) {
  return spans.map((span, at) => {
    return <Fragment key={at}>{drawSpan(span)}</Fragment>;
  });
}

function drawSpan(span: GuideSpan) {
  if (span.kind === "link") return <PageLink href={addressOf(span.page)}>{span.text}</PageLink>;
  if (span.kind === "strong") return <b>{span.text}</b>;
  if (span.kind === "emphasis") return <em>{span.text}</em>;
  return span.kind === "code" ? <code>{span.text}</code> : span.text;
}

const addressOf = (page: string) => (page === "README" ? "/guide" : `/guide/${page}`) as Route;

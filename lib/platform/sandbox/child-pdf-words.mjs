import { PDFiumLibrary } from "@hyzyla/pdfium";

/** No book page comes near this; callers treat a longer one as not searched. */
const PAGE_CHARACTERS = 1_000_000;
const MOST_PAGES = 5_000;

/**
 * The operation `words`: what a reader would copy from each page of a PDF. Frames: one for each page in order, with the
 * text as its body; then the end. A file that cannot be read completely has no end frame, so that it does not count as
 * read.
 */
export async function run({ input, send }) {
  const bytes = await input.whole();
  const library = await PDFiumLibrary.init();
  const document = await library.loadDocument(bytes);
  const pages = document.getPageCount();
  if (pages > MOST_PAGES) return;
  for (let number = 1; number <= pages; number += 1) {
    const text = document.getPage(number - 1).getText();
    if (text.length > PAGE_CHARACTERS) return;
    await send({ words: number }, Buffer.from(text));
  }
  await send({ words: "all", pages });
}

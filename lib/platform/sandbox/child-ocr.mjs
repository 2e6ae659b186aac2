import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { gunzipSync } from "node:zlib";
import { MAX_PIXELS, open, upright } from "./child-picture.mjs";
import { HIDING } from "./child-text.mjs";

const DECODE_BYTES = 128 * 1024 * 1024;
const KINDS = new Set(["jpeg", "png", "webp", "gif", "tiff"]);
/** What a person types in both home languages of the product; a letter of another is read as the nearest one. */
const LANGUAGES = ["eng", "afr"];
/** Letters of a screenshot are read best when they are 20 to 40 pixels high: phones draw them so, thumbnails do not. */
const MOST_PIXELS = 5_000_000;
const SMALL_SIDE = 1000;
const MOST_WORDS = 4_000;
const MOST_LETTERS = 80;
const AUTOMATIC = 3;
const LSTM_ONLY = 1;

const require = createRequire(import.meta.url);

/**
 * The operation `ocr`: the words that can be read in a picture, with their boxes in fractions of it as seen upright.
 * Frames: seen, then either read or unread. Tesseract gets grey pixels that `sharp` decoded, never the file itself.
 */
export async function run({ request, input, found, send }) {
  const refuse = (reason) => send({ unread: reason });
  if (request.size === 0) return refuse("empty");
  if (!KINDS.has(found.kind)) return refuse("kind_not_shown");
  if (request.size > DECODE_BYTES) return refuse("too_large");
  const grey = await greyPixels(await input.whole()).catch(() => "unreadable");
  if (typeof grey === "string") return refuse(grey);
  if (isOneGrey(grey.data)) return send({ read: [], cut: false });
  const { words, cut } = wordsIn(await recognise(grey), grey);
  await send({ read: words, cut });
}

async function greyPixels(bytes) {
  const { width, height } = await open(bytes).metadata();
  if (width * height > MAX_PIXELS) return "too_large";
  const shrink = Math.sqrt(MOST_PIXELS / (width * height));
  const scale = Math.min(shrink, Math.max(width, height) < SMALL_SIDE ? 2 : 1);
  const side = Math.max(1, Math.round(Math.max(width, height) * scale));
  const sized =
    scale === 1 ? upright(bytes, 0) : upright(bytes, 0).resize({ width: side, height: side, fit: "inside" });
  const { data, info } = await sized.greyscale().raw().toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}

/** An empty page: there is nothing to read. The faintest letter would make a second grey. */
function isOneGrey(pixels) {
  const [first] = pixels;
  return pixels.every((grey) => grey === first);
}

/** Tab-separated lines, one for each word: its place in the page, its box and how sure Tesseract is. */
async function recognise({ data, width, height }) {
  const core = dirname(require.resolve("tesseract.js-core"));
  const load = require(join(core, "tesseract-core-simd-lstm.js"));
  const wasmBinary = await readFile(join(core, "tesseract-core-simd-lstm.wasm"));
  const quiet = () => undefined;
  const tesseract = await load({ wasmBinary, print: quiet, printErr: quiet });
  for (const language of LANGUAGES) tesseract.FS.writeFile(`${language}.traineddata`, await trained(language));
  tesseract.FS.writeFile("/input", Buffer.concat([Buffer.from(`P5\n${width} ${height}\n255\n`), data]));
  const api = new tesseract.TessBaseAPI();
  if (api.Init(null, LANGUAGES.join("+"), LSTM_ONLY) !== 0) throw new Error("Tesseract does not start.");
  api.SetImageFile(1, 0);
  api.SetPageSegMode(AUTOMATIC);
  api.Recognize(null);
  return api.GetTSVText(0);
}

async function trained(language) {
  const folder = dirname(require.resolve(`@tesseract.js-data/${language}/package.json`));
  return gunzipSync(await readFile(join(folder, "4.0.0_best_int", `${language}.traineddata.gz`)));
}

const WORD_LEVEL = "5";
const hides = new RegExp(`[${HIDING}]`, "gu");

function wordsIn(table, { width, height }) {
  const words = [];
  for (const row of table.split("\n")) {
    const [level, , block, paragraph, line, , left, top, wide, high, sure, ...rest] = row.split("\t");
    const text = rest.join(" ").replaceAll(hides, "").replaceAll(/\s+/g, " ").trim();
    if (level !== WORD_LEVEL || text === "") continue;
    if (words.length === MOST_WORDS) return { words, cut: true };
    words.push({
      text: [...text].slice(0, MOST_LETTERS).join(""),
      line: `${block}.${paragraph}.${line}`,
      x: part(left, width),
      y: part(top, height),
      width: part(wide, width),
      height: part(high, height),
      sure: Math.round(Math.min(100, Math.max(0, Number(sure) || 0))),
    });
  }
  return { words, cut: false };
}

/** In ten-thousandths, as masks are. */
const part = (pixels, of) => Math.min(1, Math.max(0, Math.round((Number(pixels) / of) * 10_000) / 10_000));

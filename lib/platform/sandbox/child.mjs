/**
 * Runs in a confined process (see confinement.ts): no network, no environment, no files but its own code and the
 * codecs. Reads one untrusted file from stdin, answers with frames on stdout, exits. Plain JavaScript, so that neither
 * a bundler nor a compiler comes between this text and what runs.
 */
import { sniff } from "./child-sniff.mjs";
import { openInput, sendFrame } from "./child-wire.mjs";

/** The operations of a child. Each module exports `run(job)`; only the requested one is loaded. */
const OPERATIONS = {
  inspect: "./child-show.mjs",
  render: "./child-show.mjs",
  look: "./child-show.mjs",
  redact: "./child-redact.mjs",
  chat: "./child-chat.mjs",
  sheet: "./child-sheet.mjs",
  words: "./child-pdf-words.mjs",
  ocr: "./child-ocr.mjs",
  page: "./child-page-parts.mjs",
  member: "./child-member.mjs",
  inside: "./child-inside.mjs",
  likeness: "./child-likeness.mjs",
  form: "./child-form.mjs",
  fill: "./child-form-fill.mjs",
  letter: "./child-letter.mjs",
  attachment: "./child-attachment.mjs",
};
const HEAD_BYTES = 64 * 1024;

/** Nobody reads a stack trace here, and the list reader creates an error for every row longer than the first. */
Error.stackTraceLimit = 0;

/** Fonts, codecs and PDFium write notes to the console; stdout belongs to the protocol. */
for (const name of ["log", "info", "warn", "error", "debug"]) console[name] = () => undefined;

const request = JSON.parse(process.argv[2] ?? "{}");
const input = openInput(process.stdin, request.size);
const send = (head, body) => sendFrame(process.stdout, head, body);
const found = await sniff(await input.head(HEAD_BYTES), request.size);
const seen = { kind: found.kind, mime: found.mime, width: null, height: null, pages: null, problem: null };
await send({ seen });

const { run } = await import(OPERATIONS[request.operation] ?? OPERATIONS.inspect);
/** `found` has the charset of text; `seen` is the inspection so far; `input.head(n)` and `input.whole()` give bytes. */
await run({ request, input, found, seen, send });
// Threads of V8 may keep a process that has ended for ever: whoever hears this ends it.
await send({ done: true });
process.exit(0);

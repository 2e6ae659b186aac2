import { readFile } from "node:fs/promises";

/** Recordings that we made ourselves: three seconds of a changing tone, and of changing colours. */
export const recordingBytes = (name: string): Promise<Buffer> => readFile(`tests/fixtures/recordings/${name}`);

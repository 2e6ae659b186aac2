import { resolve } from "node:path";

/** A Next application of one page, beside which the pages of the product are measured. */
export default { turbopack: { root: resolve(import.meta.dirname, "../../../..") }, telemetry: false };

import { resolve } from "node:path";

/** A Next application of one route, beside which the real upload route is measured. */
export default { turbopack: { root: resolve(import.meta.dirname, "../../../..") }, telemetry: false };

/**
 * What generated code imports, in parts. The pipeline puts them into one file, in this order, and copies that beside
 * the validators, so no part counts on anything but the parts before it.
 */
export * from "./issues.js";
export * from "./alternatives.js";
export * from "./order.js";
export * from "./values.js";
export * from "./names.js";
export * from "./standard-schema.js";
export * from "./runtime-matcher.js";

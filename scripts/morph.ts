/** The only door to ts-morph, which brings the TypeScript compiler with it and takes its time to load. */
export { ts } from "ts-morph";

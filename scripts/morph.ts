/** The only door to ts-morph, which brings the TypeScript compiler with it and takes its time to load. */
export { Project, StructureKind, ts } from "ts-morph";
export type { StatementStructures } from "ts-morph";

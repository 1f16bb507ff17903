// The parts of openapi-typescript that are loaded one by one have no declarations of their own.

declare module "openapi-typescript/dist/lib/ts.cjs" {
  export { astToString } from "openapi-typescript";
}

declare module "openapi-typescript/dist/lib/utils.cjs" {
  export { resolveRef, scanDiscriminators } from "openapi-typescript";
}

declare module "openapi-typescript/dist/transform/index.cjs" {
  export { transformSchema as default } from "openapi-typescript";
}

import { transform } from "esbuild";

/** TypeScript without its types. The compiler itself would take ten times as long, and its time to load. */
export async function transpile(text: string): Promise<string> {
  return (await transform(text, { loader: "ts", target: "es2022" })).code;
}

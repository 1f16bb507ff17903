import { build } from "esbuild";
import { expect, it } from "vitest";

/** The modules of a client whose code is in its bundle. */
async function listBundled(entry: string): Promise<readonly string[]> {
  const { metafile } = await build({
    stdin: { contents: `export * from "./${entry}";`, resolveDir: process.cwd() },
    bundle: true,
    format: "esm",
    write: false,
    metafile: true,
    logLevel: "error",
  });
  const inputs = Object.values(metafile.outputs).flatMap((output) => Object.entries(output.inputs));
  return inputs.filter(([, { bytesInOutput }]) => bytesInOutput > 0).map(([file]) => file);
}

it("what this package's document does not use adds no byte to its client", async () => {
  const bundled = await listBundled("src/index.ts");
  expect(bundled).toContain("src/call/request.ts");
  expect(bundled.filter((file) => file.includes("wire/")).toSorted()).toEqual([
    "generated/wire/credential/token.ts",
    "generated/wire/credential/write-bearer.ts",
  ]);
});

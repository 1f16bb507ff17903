import { readdirSync, readFileSync } from "node:fs";
import { posix } from "node:path";
import { build } from "esbuild";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { JETEMAIL } from "../../src/jetemail.js";
import { Secrets } from "../../src/secrets/secrets.js";

/** The page itself, the file that exports what stands there, and the one with the package's name. */
const PAGES = new Set(["src/jetemail.ts", "src/index.ts", "src/client-name.ts"]);

const files = readdirSync("src", { recursive: true, encoding: "utf8" })
  .map((name) => posix.join("src", name.replaceAll("\\", "/")))
  .filter((name) => name.endsWith(".ts") && !PAGES.has(name));

/** Every string, identifier, pattern and number that JetEmail's policy consists of, without comments. */
function listWords(file: string): string[] {
  const source = ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.Latest, true);
  const words: string[] = [];
  const visit = (node: ts.Node): void => {
    if (node.getChildCount() === 0) words.push(node.getText());
    ts.forEachChild(node, visit);
  };
  visit(source);
  return words;
}

describe("what is JetEmail's stands on one page", () => {
  it.each(files)("%s knows none of it", (file) => {
    const words = listWords(file).filter((word) =>
      /jetemail|transactional|\bapi_|(?<![\w.])success(?!\w)|300_?000|\b240\b/i.test(word),
    );
    expect(words).toEqual([]);
    expect(readFileSync(file, "utf8")).not.toMatch(/jetemail|transactional|\bapi_/i);
  });

  it("as plain data", () => {
    expect(JSON.parse(JSON.stringify(JETEMAIL))).toEqual(JETEMAIL);
  });
});

describe("a policy", () => {
  it("names what is secret beside what is in any API", () => {
    const value = { pin: "12 34", name: "ann", password: "x" };
    expect(new Secrets({ secretNames: ["pin"] }).redactAll(value)).toEqual({
      pin: "[redacted]",
      name: "ann",
      password: "[redacted]",
    });
    expect(new Secrets({}).redactAll(value)).toMatchObject({ pin: "12 34" });
  });

  it("tells how keys begin, so that those of other calls are hidden too", () => {
    const text = "of sk_l1ve, not of api_k3y";
    expect(new Secrets({ keyPrefixes: ["sk_"] }).redact(text)).toBe("of [redacted], not of api_k3y");
    expect(new Secrets({}).redact(text)).toBe(text);
  });
});

/** The modules of a bundle that only some documents need. */
async function bundle(contents: string): Promise<readonly string[]> {
  const { metafile } = await build({
    stdin: { contents, resolveDir: ".", loader: "ts" },
    bundle: true,
    format: "esm",
    metafile: true,
    minify: true,
    write: false,
  });
  const [output] = Object.values(metafile.outputs);
  const used = Object.entries(output?.inputs ?? {}).filter(([, { bytesInOutput }]) => bytesInOutput > 0);
  return used
    .map(([file]) => file)
    .filter((file) => /(?:^|\/)wire\//.test(file) || /servers|policy/.test(file));
}

describe("what a document does not use adds no byte to its client", () => {
  it("JetEmail's has what its operations name, and no more", async () => {
    const used = await bundle('import { createClient } from "./src/index.js"; createClient();');
    const named = await bundle('export { operations } from "./generated/operations.js";');
    expect(used).toEqual(named);
    expect(named).toContain("generated/wire/credential/write-bearer.ts");
  });

  it("another has what it names, and the client brings nothing", async () => {
    const code = `
      import { createClientFor } from "./src/client.js";
      import { writeQueryKey } from "./src/wire/credential/write-query-key.js";
      createClientFor({ a: { security: [{ key: { write: writeQueryKey, name: "token" } }] } }, []);`;
    expect(await bundle(code)).toEqual([
      "src/policy.ts",
      "src/servers.ts",
      "src/wire/credential/token.ts",
      "src/wire/credential/write-query-key.ts",
    ]);
  });
});

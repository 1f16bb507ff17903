import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, posix, relative } from "node:path";
import { build } from "esbuild";
import { publint } from "publint";
import { rollup } from "rollup";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import manifest from "../package.json" with { type: "json" };
import { packPackage, unpackInto } from "./package/pack.js";

const project = mkdtempSync(join(tmpdir(), "jetemail-client-package-"));
const folder = join(project, "node_modules", "jetemail-client");
let tarball: string;

beforeAll(() => {
  tarball = packPackage();
  unpackInto(project, tarball);
}, 120_000);

afterAll(() => rmSync(project, { recursive: true, force: true }));

/** Paths of files below a folder, with `/` and sorted. */
function list(root: string, from: string = root): string[] {
  return readdirSync(from)
    .flatMap((name) => {
      const path = join(from, name);
      return statSync(path).isDirectory() ? list(root, path) : [relative(root, path).replaceAll("\\", "/")];
    })
    .toSorted();
}

const read = (path: string): string => readFileSync(join(folder, path), "utf8");

describe("the tarball", () => {
  test("holds the licence, the README and its companions, the manifest, sources, what is made of them, and the document", () => {
    const sources = [...list("src"), ...list("generated")].length;
    expect(sources).toBeGreaterThan(10);
    const expected = ["src", "generated"].flatMap((part) =>
      list(part).flatMap((file) => {
        const source = posix.join(part, file);
        if (!source.endsWith(".ts")) return [source];
        const made = `dist/${source.slice(0, -3)}`;
        const declarations = [source, `${made}.d.ts`, `${made}.d.ts.map`];
        // The rest of the client is bundled into one file, because each module costs its time when it is loaded.
        const isBundled =
          part === "src" && !["index.ts", "client.ts", "errors.ts", "jetemail.ts"].includes(file);
        return isBundled ? declarations : [...declarations, `${made}.js`, `${made}.js.map`];
      }),
    );
    const texts = ["CHANGELOG.md", "LICENSE", "README.md", "SECURITY.md"];
    expect(list(folder)).toEqual([...texts, "package.json", ...expected].toSorted());
  });

  test("is small but for what is generated, which grows with the document", () => {
    const own = list(folder).filter((file) => !/^(?:dist\/)?generated\//.test(file));
    const bytes = own.map((file) => statSync(join(folder, file)).size);
    expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThan(480_000);
  });

  test("holds each source that a map names", () => {
    const maps = list(folder).filter((file) => file.endsWith(".map"));
    const missing = maps.flatMap((map) => {
      const { sources, sourceRoot = "" } = JSON.parse(read(map));
      return sources
        .map((source: string) => posix.join(posix.dirname(map), sourceRoot, source))
        .filter((source: string) => !existsSync(join(folder, source)));
    });
    expect(maps.length).toBeGreaterThan(20);
    expect(missing).toEqual([]);
  });

  test("has a file behind each target of `exports`", () => {
    const targets = Object.values(manifest.exports).flatMap((target) =>
      typeof target === "string" ? [target] : Object.values(target),
    );
    expect(targets.filter((target) => !existsSync(join(folder, target)))).toEqual([]);
    expect(Object.keys(manifest.exports)).toEqual([
      ".",
      "./validators",
      "./schema",
      "./openapi.json",
      "./package.json",
    ]);
  });

  test("asks for openapi-fetch alone, for no install script, and for a Node that is named", () => {
    expect(Object.keys(manifest.dependencies)).toEqual(["openapi-fetch"]);
    expect(
      Object.keys(manifest.scripts).filter((name) => /^(pre|post)?install$|^prepare$/.test(name)),
    ).toEqual([]);
    expect(manifest.engines.node).toBe(">=20.19");
    expect(Object.keys(manifest)).not.toContain("peerDependencies");
  });

  test("has declarations that need no types of Node", () => {
    const declarations = list(folder).filter((file) => file.endsWith(".d.ts"));
    const guilty = declarations.filter((file) =>
      /reference types|["']node:|NodeJS\.|\bBuffer\b/.test(read(file)),
    );
    expect(guilty).toEqual([]);
  });

  test("has programs that import nothing but each other and openapi-fetch", () => {
    const programs = list(folder).filter((file) => file.endsWith(".js"));
    const imported = programs.flatMap((file) =>
      [...read(file).matchAll(/(?:from|import) ?\(?"([^"\n]+)"/g)].map(([, name = ""]) => name),
    );
    expect([...new Set(imported.filter((name) => !name.startsWith(".")))]).toEqual(["openapi-fetch"]);
  });

  test("is clean to publint", async () => {
    const { messages } = await publint({ pkgDir: folder, strict: true });
    expect(messages).toEqual([]);
  });

  test("is clean to attw, whose words for CommonJS are about `require` before Node 20.19", () => {
    const attw = join("node_modules/@arethetypeswrong/cli/dist/index.js");
    const run = (): string =>
      execFileSync(process.execPath, [attw, tarball, "--profile", "esm-only", "--format", "ascii"], {
        encoding: "utf8",
      });
    expect(run).not.toThrow();
  });
});

/** What a bundler keeps of a file, without comments and white space. */
type Bundle = (code: string) => Promise<string>;

const bundlers: Readonly<Record<string, Bundle>> = {
  esbuild: async (code) => {
    const { outputFiles } = await build({
      stdin: { contents: code, resolveDir: project, loader: "ts" },
      bundle: true,
      minifyWhitespace: true,
      format: "esm",
      write: false,
      logLevel: "silent",
    });
    return outputFiles[0]?.text.trim() ?? "";
  },
  rollup: async (code) => {
    const entry = "\0entry";
    const bundle = await rollup({
      input: entry,
      onwarn: () => {},
      plugins: [
        {
          name: "from the unpacked tarball",
          load: (id) => (id === entry ? code : null),
          resolveId(source, importer) {
            if (source === entry) return entry;
            if (source.startsWith(".") && importer !== undefined) return join(dirname(importer), source);
            const target = Object.entries(manifest.exports).find(
              ([name]) => posix.join(manifest.name, name) === source,
            )?.[1];
            const path = typeof target === "object" ? join(folder, target.default) : undefined;
            return path === undefined
              ? { id: source, external: true }
              : { id: path, moduleSideEffects: manifest.sideEffects };
          },
        },
      ],
    });
    const { output } = await bundle.generate({ format: "es", compact: true });
    return output[0].code.trim();
  },
};

describe.each(Object.entries(bundlers))("%s", (_, bundle) => {
  test.each([
    ["the client", 'import "jetemail-client";'],
    ["the validators", 'import "jetemail-client/validators";'],
    ["the types", 'import "jetemail-client/schema";'],
    [
      "names that stay unused",
      'import { createClient } from "jetemail-client"; import { isErrorResponse } from "jetemail-client/validators";',
    ],
  ])("keeps no byte of an import of %s", async (_name, code) => {
    expect(await bundle(code)).toBe("");
  });

  test("keeps one validator without the others", async () => {
    const code = await bundle('export { isErrorResponse } from "jetemail-client/validators";');
    expect(code).toContain("isErrorResponse");
    expect(code).not.toMatch(/approvedDomains|ipRestrictions|validate/);
    expect(code.length).toBeLessThan(1_000);
  });

  test("keeps the boolean form of a validator without its messages", async () => {
    const code = await bundle('export { isUpdateTransactionalKeyBody } from "jetemail-client/validators";');
    expect(code).toContain("approvedDomains");
    expect(code).not.toMatch(/cannot be sent together|keywordLocation/);
  });

  test("keeps the errors without the client", async () => {
    const code = await bundle('export { RateLimitError, isJetEmailError } from "jetemail-client";');
    expect(code).not.toMatch(/createClient|openapi-fetch|approvedDomains/);
  });
});

test("types alone leave nothing behind", async () => {
  const { outputFiles } = await build({
    stdin: {
      contents:
        'import type { paths } from "jetemail-client/schema"; import type { JetEmail } from "jetemail-client"; export type Pair = [paths, JetEmail];',
      resolveDir: project,
      loader: "ts",
    },
    bundle: true,
    format: "esm",
    write: false,
  });
  expect(outputFiles[0]?.text).toBe("");
});

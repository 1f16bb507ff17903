import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build, transform } from "esbuild";
import { generateValidators } from "../../pipeline/validators.js";
import { writeStandalone } from "./peers/ajv.js";
import { describeSubject, jsonSchemaOf, type JsonObject, type Subject } from "./schemas.js";
import { transformTypia } from "./typia.js";

export const CANDIDATES = [
  "ours",
  "hand",
  "typebox",
  "valibot",
  "zod",
  "typia",
  "ajv",
  "inProcess",
  "control",
] as const;

/**
 * `ajv` is its standalone code, and `control` the same once more in processes of its own. In process the library is
 * up to a sixth faster on short calls, as its function there knows itself by a constant, so it cannot tell drift.
 */
export type Candidate = (typeof CANDIDATES)[number];

/** A candidate for one schema, as modules with nothing left to import. */
export type Built = {
  readonly candidate: Candidate;
  readonly subject: Subject;
  /** Exports `is` and `all`. */
  readonly module: string;
  /** Answers orders over its channel to the parent. */
  readonly server: string;
  /** Of the module, minified. */
  readonly gzip: number;
};

export const OUT = fileURLToPath(
  new URL(`../../../node_modules/.cache/bench/${process.pid}/`, import.meta.url),
);
const HERE = fileURLToPath(new URL("./", import.meta.url));

export async function buildCandidate(candidate: Candidate, subject: Subject): Promise<Built> {
  const folder = `${OUT}${candidate}-${subject}/`;
  await mkdir(folder, { recursive: true });
  await writeFile(`${folder}package.json`, `{ "type": "module" }`);
  await WRITERS[candidate](folder, subject);
  const server = await writeServer(folder);
  const bundle = { ...SHARED, entryPoints: [`${folder}checks.js`] };
  const module = `${folder}bundle.js`;
  await build({ ...bundle, outfile: module });
  const { outputFiles } = await build({ ...bundle, minify: true, write: false });
  return { candidate, subject, module, server, gzip: gzipSync(outputFiles[0]?.contents ?? "", LEVEL).length };
}

/** Writes what answers orders beside the checks.js of a folder. */
export async function writeServer(folder: string): Promise<string> {
  const outfile = join(folder, "measure.js");
  await build({ entryPoints: [`${HERE}measure.ts`], outfile, logLevel: "error" });
  const server = join(folder, "server.js");
  await writeFile(
    server,
    `import * as c from "./checks.js"; import { serve } from "./measure.js"; serve(c);\n`,
  );
  return server;
}

const LEVEL = { level: 9 };
const SHARED = {
  bundle: true,
  format: "esm",
  platform: "node",
  target: "node20",
  logLevel: "error",
} as const;

/**
 * Writes checks.js, and what it needs, into a folder. It is measured as it stands, since a bundle turns constants
 * of a module into variables, which costs each library something else.
 */
type Writer = (folder: string, subject: Subject) => Promise<void>;

const WRITERS: Readonly<Record<Candidate, Writer>> = {
  ours: writeOurs,
  hand: writePeer("hand"),
  typebox: writePeer("typebox"),
  valibot: writePeer("valibot"),
  zod: writePeer("zod"),
  typia: async (folder, subject) => {
    await writeFile(
      `${folder}typia.js`,
      await (subject === "published" ? readTypiaPublished() : readTypia()),
    );
    await joinPeer(folder, subject, `${folder}typia.js`);
  },
  ajv: writeAjv,
  control: writeAjv,
  inProcess: async (folder, subject) => {
    const schema = JSON.stringify(await jsonSchemaOf(subject));
    await joinFiles(
      folder,
      subject,
      `import { createInProcess } from "./peers/ajv.js"; export const { is, all } = createInProcess(${schema});`,
    );
  },
};

/** What `generate` writes, with its types taken off and nothing else done to it. */
async function writeOurs(folder: string, subject: Subject): Promise<void> {
  const { document, pointer } = await describeSubject(subject);
  const { text, runtime, nameOf } = await generateValidators(document, { formats: "annotate" });
  const name = nameOf(pointer, "request");
  if (name === undefined) throw new Error(`no validator at ${pointer}`);
  for (const [file, source] of [["validators.ts", text] as const, ...runtime]) {
    const { code } = await transform(source, { loader: "ts" });
    await writeFile(folder + file.replace(/ts$/, "js"), code);
  }
  const names = `is${name} as is, validate${name} as all`;
  await writeFile(`${folder}checks.js`, `export { ${names} } from "./validators.js";\n`);
}

async function writeAjv(folder: string, subject: Subject): Promise<void> {
  const schema = await jsonSchemaOf(subject);
  await writeFile(`${folder}is.cjs`, writeStandalone(schema, false));
  await writeFile(`${folder}all.cjs`, writeStandalone(schema, true));
  // Called in the same way as in process, so that the two differ in where the code comes from alone.
  await writeFile(
    `${folder}checks.js`,
    `import one from "./is.cjs"; import every from "./all.cjs";
const wrap = (is, all) => ({ is: (value) => is(value), all: (value) => (all(value) ? [] : (all.errors ?? [])) });
export const { is, all } = wrap(one, every);\n`,
  );
}

function writePeer(file: string): Writer {
  return (folder, subject) => joinPeer(folder, subject, `./peers/${file}.js`);
}

function joinPeer(folder: string, subject: Subject, file: string): Promise<void> {
  // The published pattern is put into the same code.
  const name = subject === "published" ? "endpoint" : subject;
  const from = JSON.stringify(file);
  return joinFiles(folder, subject, `import { ${name} } from ${from}; export const { is, all } = ${name}();`);
}

/** Joins files of this folder into checks.js; libraries stay where they are. */
async function joinFiles(folder: string, subject: Subject, contents: string): Promise<void> {
  await build({
    ...SHARED,
    stdin: { contents, resolveDir: HERE },
    packages: "external",
    define: await readPatterns(subject),
    outfile: `${folder}checks.js`,
  });
}

/** Its transform takes two seconds, for all schemas at once. */
const readTypia = once(async () => transformTypia(await readPatterns("endpoint")));
const readTypiaPublished = once(async () => transformTypia(await readPatterns("published")));

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => (made ??= make());
}

async function readPatterns(subject: Subject): Promise<Record<string, string>> {
  const body = await jsonSchemaOf(subject === "published" ? subject : "endpoint");
  const definitions = body["$defs"];
  const pattern = (path: readonly string[]): string =>
    JSON.stringify(
      [...path, "pattern"].reduce<unknown>((node, key) => (node as JsonObject)[key], definitions),
    );
  return {
    DOMAIN_PATTERN: pattern(["DomainName"]),
    IP_PATTERN: pattern(["IpRange"]),
    NAME_PATTERN: pattern(["TransactionalKeyName"]),
  };
}

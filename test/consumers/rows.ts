import { compilers, type Compiler } from "./install.js";

/** One compilation of a user's program. What is expected is what the compiler prints, without its places. */
export type Compilation = {
  readonly name: string;
  readonly compiler: Compiler;
  readonly file: "app.ts" | "app.cts";
  readonly hasNodeTypes: boolean;
  readonly options: Readonly<Record<string, unknown>>;
  /** A pattern for every line of output; undefined where there may be none. */
  readonly complaint?: RegExp;
};

const known = Object.keys(compilers).filter((name): name is Compiler => name in compilers);

const resolutions = [
  { module: "esnext", moduleResolution: "bundler" },
  { module: "node16", moduleResolution: "node16" },
  { module: "nodenext", moduleResolution: "nodenext" },
];

// The compiler's own libraries are not ours to check; the declarations of the packages are.
const strict = {
  noEmit: true,
  strict: true,
  target: "es2022",
  skipLibCheck: false,
  skipDefaultLibCheck: true,
};

const everywhere = known.flatMap((compiler) =>
  resolutions.flatMap((resolution) =>
    [true, false].map((exactOptionalPropertyTypes): Compilation => ({
      name: `${resolution.moduleResolution}${exactOptionalPropertyTypes ? ", exactOptionalPropertyTypes" : ""}`,
      compiler,
      file: "app.ts",
      hasNodeTypes: false,
      options: { ...strict, ...resolution, lib: ["ES2022", "DOM"], exactOptionalPropertyTypes },
    })),
  ),
);

const withoutDom = (["5.4", "5.9", "6.0", "7.0"] as const).flatMap((compiler): Compilation[] => {
  const options = { ...strict, module: "nodenext", lib: ["ES2022"] };
  const row = { compiler, file: "app.ts" } as const;
  return [
    {
      ...row,
      name: "no DOM, the types of Node instead",
      hasNodeTypes: true,
      options: { ...options, types: ["node"] },
    },
    {
      ...row,
      name: "no DOM and no types of Node, skipLibCheck: the body is still typed",
      hasNodeTypes: false,
      options: { ...options, skipLibCheck: true },
    },
    {
      ...row,
      // openapi-fetch's declarations speak of them, so ours may too.
      name: "no DOM and no types of Node: nothing is missing but names of the Fetch standard",
      hasNodeTypes: false,
      options,
      complaint:
        /: error TS(2304: Cannot find name '(Request|RequestInit|Response|Headers|AbortSignal|URL)'\.|7017: .*'typeof globalThis'.*)$/,
    },
  ];
});

const requiring = (["5.7", "5.8", "5.9", "6.0", "7.0"] as const).map((compiler): Compilation => {
  const row = {
    compiler,
    file: "app.cts",
    hasNodeTypes: false,
    options: { ...strict, module: "nodenext", lib: ["ES2022", "DOM"] },
  } as const;
  return compiler === "5.7"
    ? { ...row, name: "CommonJS is told to use import()", complaint: /: error TS1479: / }
    : { ...row, name: "CommonJS may require()" };
});

export const compilations: readonly Compilation[] = [...everywhere, ...withoutDom, ...requiring];

import type { Sides } from "../document/document.js";
import { Project, ts } from "../../morph.js";

/** A value of one type put where another is wanted; types are expressions over `Base` and `Head`. */
export type Assignment = { readonly id: string; readonly from: string; readonly to: string };

/** What the compiler says of each assignment that it refuses, by id. */
export type Refusals = ReadonlyMap<string, string>;

/**
 * Asks the compiler which assignments hold between the types of two documents. Both are in one program, in
 * memory, over the few global types that schema.ts needs.
 */
export function checkAssignments(
  { base, head }: Sides<string>,
  assignments: readonly Assignment[],
): Refusals {
  if (assignments.length === 0) return new Map();
  const project = new Project({
    useInMemoryFileSystem: true,
    compilerOptions: { strict: true, noLib: true, target: ts.ScriptTarget.ES2022, types: [] },
  });
  project.createSourceFile("globals.d.ts", GLOBALS);
  project.createSourceFile("base.ts", base);
  project.createSourceFile("head.ts", head);
  // Three lines an assignment, so that the line of a message tells which one it is about.
  const lines = assignments.flatMap(({ from, to }, index) => [
    `type From${index} = ${from}; declare const from${index}: From${index};`,
    `type To${index} = ${to};`,
    `export const to${index}: To${index} = from${index};`,
  ]);
  const header = `import type * as Base from "./base"; import type * as Head from "./head";`;
  const check = project.createSourceFile("check.ts", [header, ...lines].join("\n"));
  const refusals = new Map<string, string>();
  const broken = new Set<string>();
  for (const diagnostic of check.getPreEmitDiagnostics()) {
    const { file, start } = diagnostic.compilerObject;
    // The compiler keeps the starts of the lines; `getLineNumber` would count from the first one each time.
    const line = (file?.getLineAndCharacterOfPosition(start ?? 0).line ?? 0) - 1;
    const id = assignments[Math.floor(line / 3)]?.id;
    if (id === undefined) continue;
    if (line % 3 !== 2) broken.add(id);
    else
      refusals.set(id, shorten(ts.flattenDiagnosticMessageText(diagnostic.compilerObject.messageText, "\n")));
  }
  for (const id of broken) refusals.delete(id);
  return refusals;
}

/** The innermost reason, without the long types around it. */
function shorten(message: string): string {
  const last = message.slice(message.lastIndexOf("\n") + 1).trim();
  const telling = last.replaceAll(/'[^']{61,}'/g, "'{ … }'");
  return telling.length > 200 ? `${telling.slice(0, 197)}…` : telling;
}

const GLOBALS = `
interface Array<T> { readonly length: number; [index: number]: T }
interface ReadonlyArray<T> { readonly length: number; readonly [index: number]: T }
interface Boolean { valueOf(): boolean }
interface CallableFunction {}
interface Function {}
interface IArguments {}
interface NewableFunction {}
interface Number { toFixed(): string }
interface Object {}
interface RegExp { source: string }
interface String { readonly length: number; charAt(index: number): string }
interface Symbol { description: string }
interface Date { getTime(): number }
interface Blob { readonly size: number }
type Partial<T> = { [K in keyof T]?: T[K] };
type Required<T> = { [K in keyof T]-?: T[K] };
type Readonly<T> = { readonly [K in keyof T]: T[K] };
type Pick<T, K extends keyof T> = { [P in K]: T[P] };
type Record<K extends keyof any, T> = { [P in K]: T };
type Exclude<T, U> = T extends U ? never : T;
type Extract<T, U> = T extends U ? T : never;
type Omit<T, K extends keyof any> = Pick<T, Exclude<keyof T, K>>;
type NonNullable<T> = T & {};
`;

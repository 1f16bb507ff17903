import ts from "typescript";
import { describe, expect, it } from "vitest";

/** What the package exports, reviewed: a name is added or taken here on purpose, and in CHANGELOG.md. */
const VALUES = [
  "ApiError",
  "AuthenticationError",
  "ConnectionError",
  "GateError",
  "JetEmailError",
  "NotFoundError",
  "RateLimitError",
  "RedirectError",
  "RequestValidationError",
  "ResponseValidationError",
  "TimeoutError",
  "UnexpectedResponseError",
  "createClient",
  "createClientFor",
  "isJetEmailError",
];
const TYPES = [
  "Allowance",
  "ApiKey",
  "CallEvent",
  "CallOptions",
  "ClientFor",
  "ClientForOptions",
  "ClientOptions",
  "Credential",
  "CredentialSource",
  "Credentials",
  "ErrorDetails",
  "Fetch",
  "Hooks",
  "JetEmail",
  "Policy",
  "RateLimit",
  "RequestEvent",
  "ResponseEvent",
  "Result",
  "RetryEvent",
  "ValidationIssue",
  "WaitEvent",
];

const program = ts.createProgram(["src/index.ts"], {
  module: ts.ModuleKind.NodeNext,
  strict: true,
  skipLibCheck: true,
  types: ["node"],
});
const checker = program.getTypeChecker();
const source = program.getSourceFile("src/index.ts");
const module = source && checker.getSymbolAtLocation(source);
/** By the name that a user imports, which may be another where it is declared. */
const exported = (module ? checker.getExportsOfModule(module) : []).map(
  (symbol) =>
    [symbol.name, symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol] as const,
);

type Exported = (typeof exported)[number];

const isOurs = (symbol: ts.Symbol): boolean =>
  (symbol.declarations ?? []).some(({ parent }) =>
    /\/(?:src|generated)\//.test(parent.getSourceFile().fileName),
  );

/** The symbol and its members that this project declares, each by its name in full. */
function listMembers([name, symbol]: Exported): readonly (readonly [string, ts.Symbol])[] {
  const type = checker.getDeclaredTypeOfSymbol(symbol);
  const members = type.getProperties().filter((member) => isOurs(member) && member.name !== "prototype");
  return [[name, symbol], ...members.map((member) => [`${name}.${member.name}`, member] as const)];
}

const isValue = ([, symbol]: Exported): boolean => Boolean(symbol.flags & ts.SymbolFlags.Value);
const names = (symbols: readonly Exported[]): string[] => symbols.map(([name]) => name).toSorted();

describe("what the package exports", () => {
  it("is the reviewed list", () => {
    expect(names(exported.filter(isValue))).toEqual(VALUES);
    expect(names(exported.filter((one) => !isValue(one)))).toEqual(TYPES);
  });

  // A member that a class inherits, or an event, is documented where it is declared.
  it.each([...new Map(exported.flatMap(listMembers))])("%s has words", (_, symbol) => {
    expect(ts.displayPartsToString(symbol.getDocumentationComment(checker))).not.toBe("");
  });
});

import ts from "typescript";

/** The tables of the README that are made of docstrings, by the name in their marks. */
export type ApiTables = Readonly<Record<string, string>>;

const checkerOf = (entry: string) => {
  const program = ts.createProgram([entry], {
    module: ts.ModuleKind.NodeNext,
    strict: true,
    skipLibCheck: true,
    types: ["node"],
  });
  const source = program.getSourceFile(entry);
  const checker = program.getTypeChecker();
  const module = source && checker.getSymbolAtLocation(source);
  if (module === undefined) throw new Error(`${entry} exports nothing`);
  return { checker, exported: checker.getExportsOfModule(module) };
};

export function makeApiTables(entry: string): ApiTables {
  const { checker, exported } = checkerOf(entry);
  const symbols = new Map(exported.map((symbol) => [symbol.name, resolveAlias(checker, symbol)]));

  const options = symbols.get("ClientOptions");
  if (options === undefined) throw new Error("no ClientOptions");
  const optionRows = checker
    .getPropertiesOfType(checker.getDeclaredTypeOfSymbol(options))
    .map((property) => [code(property.name), describe(checker, property) || describeHook(checker, property)]);

  const errorRows = [...symbols.values()]
    .filter((symbol) => symbol.flags & ts.SymbolFlags.Class && symbol.name !== "ClientError")
    .map((symbol) => [code(symbol.name), code(readErrorCode(checker, symbol)), describe(checker, symbol)]);

  return {
    options: renderTable(["option", "what it is"], optionRows),
    errors: renderTable(["class", "`code`", "when"], errorRows),
  };
}

/** Puts each table between `<!-- table: name -->` and `<!-- end -->`. */
export function replaceTables(markdown: string, tables: ApiTables): string {
  return markdown.replace(
    /(<!-- table: (\w+) -->\n).*?(<!-- end -->)/gs,
    (_, start: string, name: string, end: string) => `${start}\n${tables[name] ?? ""}\n${end}`,
  );
}

function resolveAlias(checker: ts.TypeChecker, symbol: ts.Symbol): ts.Symbol {
  return symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
}

function describe(checker: ts.TypeChecker, symbol: ts.Symbol): string {
  return ts.displayPartsToString(symbol.getDocumentationComment(checker)).replaceAll(/\s+/g, " ");
}

/** A hook is described by its event, whose type has the words. */
function describeHook(checker: ts.TypeChecker, property: ts.Symbol): string {
  const [signature] = checker.getNonNullableType(checker.getTypeOfSymbol(property)).getCallSignatures();
  const event = signature?.getParameters()[0];
  return event === undefined
    ? ""
    : `Called with a ${code(checker.typeToString(checker.getTypeOfSymbol(event)))}.`;
}

function readErrorCode(checker: ts.TypeChecker, symbol: ts.Symbol): string {
  const property = checker.getDeclaredTypeOfSymbol(symbol).getProperty("code");
  if (property === undefined) throw new Error(`${symbol.name} has no code`);
  return checker.typeToString(checker.getTypeOfSymbol(property)).replaceAll('"', "");
}

function code(text: string): string {
  return `\`${text}\``;
}

/** As the formatter has it, columns in line. */
function renderTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [head, ...rows].map((cells) => cells.map((cell) => cell.replaceAll("|", "\\|")));
  const widths = head.map((_, column) => Math.max(...lines.map((cells) => cells[column]?.length ?? 0)));
  const render = (cells: readonly string[], fill: string): string =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0, fill)).join(" | ")} |\n`;
  const [first = [], ...rest] = lines;
  return [
    render(first, " "),
    render(
      head.map(() => ""),
      "-",
    ),
    ...rest.map((cells) => render(cells, " ")),
  ].join("");
}

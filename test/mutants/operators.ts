import ts from "typescript";

/** One small fault: `[start, end)` of a file's text says something else. */
export type Mutant = {
  readonly file: string;
  readonly operator: string;
  readonly start: number;
  readonly end: number;
  readonly replacement: string;
};

/** What else a node could say, by the name of the fault. */
type Operator = (node: ts.Node, text: string) => readonly string[];

const COMPARISONS: Readonly<Record<string, string>> = {
  "===": "!==",
  "!==": "===",
  "<": "<=",
  "<=": "<",
  ">": ">=",
  ">=": ">",
};
const ARITHMETIC: Readonly<Record<string, string>> = {
  "+": "-",
  "-": "+",
  "*": "/",
  "/": "*",
  "%": "*",
  "+=": "-=",
  "-=": "+=",
  "&": "|",
  "|": "&",
  "<<": ">>",
  ">>>": "<<",
};
const LOGIC: Readonly<Record<string, string>> = { "&&": "||", "||": "&&", "??": "&&" };
const COUNTERPARTS: Readonly<Record<string, string>> = {
  some: "every",
  every: "some",
  startsWith: "endsWith",
  endsWith: "startsWith",
  min: "max",
  max: "min",
  find: "findLast",
  at: "indexOf",
};
const DROPPED = new Set(
  "filter map slice toSorted sort toReversed reverse trim toLowerCase toUpperCase flat concat replace replaceAll".split(
    " ",
  ),
);

const RESULTS = ["undefined", "[]", '""', "true", "false"];

export const OPERATORS: Readonly<Record<string, Operator>> = {
  condition: (node, text) => (isCondition(node) ? [`!(${text})`, "true", "false"] : []),
  comparison: (node) => swap(node, COMPARISONS),
  arithmetic: (node, text) => [...swap(node, ARITHMETIC), ...turnStep(node, text)],
  logic: (node) => [...swap(node, LOGIC), ...dropSign(node)],
  number: (node, text) => (ts.isNumericLiteral(node) ? [`(${text} + 1)`, `(${text} - 1)`] : []),
  string: (node, text) => [...emptyString(node), ...dropAnchors(node, text)],
  boolean: ({ kind }) => {
    if (kind === ts.SyntaxKind.TrueKeyword) return ["false"];
    return kind === ts.SyntaxKind.FalseKeyword ? ["true"] : [];
  },
  list: (node) => {
    if (ts.isSpreadAssignment(node)) return ["...{}"];
    if (ts.isSpreadElement(node)) return ["...[]"];
    return ts.isArrayLiteralExpression(node) && node.elements.length > 0 ? ["[]"] : [];
  },
  statement: (node) => (isRemovable(node) ? [";"] : []),
  result: (node, text) => (isResult(node) ? RESULTS.filter((value) => value !== text) : []),
  method: (node) => dropOrSwapMethod(node),
  optional: (node) => (isOptional(node) ? ["undefined"] : []),
};

/** Every fault that the operators know of a file, whether it compiles or not. */
export function findMutants(file: string, text: string): readonly Mutant[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true);
  const found: Mutant[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isTypeNode(node) || ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return;
    const [start, end] = [node.getStart(source), node.getEnd()];
    for (const [operator, mutate] of Object.entries(OPERATORS)) {
      const replacements = mutate(node, text.slice(start, end));
      found.push(...replacements.map((replacement) => ({ file, operator, start, end, replacement })));
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** The functions around a place by their names, the innermost first: the way to the tests that reach it. */
export function enclosingFunctions(source: ts.SourceFile, position: number): readonly string[] {
  const names: string[] = [];
  const visit = (node: ts.Node): void => {
    if (position < node.getFullStart() || position >= node.getEnd()) return;
    const name = ts.isFunctionLike(node) ? nameOf(node) : "";
    if (name !== "") names.unshift(name);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return names;
}

/** As V8 names it; an empty text for a function without a name. */
function nameOf(node: ts.SignatureDeclaration): string {
  if (ts.isConstructorDeclaration(node)) return node.parent.name?.text ?? "";
  const { parent } = node;
  const isNamed =
    ts.isVariableDeclaration(parent) || ts.isPropertyAssignment(parent) || ts.isPropertyDeclaration(parent);
  const name = node.name ?? (isNamed ? parent.name : undefined);
  return name && !ts.isComputedPropertyName(name) ? name.getText().replaceAll(/^["']|["']$/g, "") : "";
}

function isCondition(node: ts.Node): boolean {
  const { parent } = node;
  if (parent === undefined || isTruth(node)) return false;
  if (ts.isIfStatement(parent) || ts.isWhileStatement(parent) || ts.isDoStatement(parent))
    return parent.expression === node;
  if (ts.isConditionalExpression(parent)) return parent.condition === node;
  return ts.isForStatement(parent) && parent.condition === node;
}

const isTruth = ({ kind }: ts.Node): boolean =>
  kind === ts.SyntaxKind.TrueKeyword || kind === ts.SyntaxKind.FalseKeyword;

function swap(node: ts.Node, others: Readonly<Record<string, string>>): readonly string[] {
  const { parent } = node;
  if (parent === undefined || !ts.isBinaryExpression(parent) || parent.operatorToken !== node) return [];
  return [others[node.getText()]].filter((other) => other !== undefined);
}

function turnStep(node: ts.Node, text: string): readonly string[] {
  if (!ts.isPrefixUnaryExpression(node) && !ts.isPostfixUnaryExpression(node)) return [];
  if (node.operator === ts.SyntaxKind.PlusPlusToken) return [text.replace("++", "--")];
  return node.operator === ts.SyntaxKind.MinusMinusToken ? [text.replace("--", "++")] : [];
}

function dropSign(node: ts.Node): readonly string[] {
  const isSigned = ts.isPrefixUnaryExpression(node) && turnStep(node, "").length === 0;
  return isSigned ? [`(${node.operand.getText()})`] : [];
}

function emptyString(node: ts.Node): readonly string[] {
  if (ts.isTemplateExpression(node)) return ['""'];
  if (!ts.isStringLiteralLike(node) || isName(node)) return [];
  return node.text === "" ? ['"x"'] : ['""'];
}

/** A string that names a property or a module and is no value. */
function isName(node: ts.Node): boolean {
  const { parent } = node;
  if (ts.isPropertyAssignment(parent)) return parent.name === node;
  return ts.isCallExpression(parent) && parent.expression.kind === ts.SyntaxKind.ImportKeyword;
}

function dropAnchors(node: ts.Node, text: string): readonly string[] {
  if (!ts.isRegularExpressionLiteral(node)) return [];
  const bare = text.replace(/^\/\^/, "/").replace(/\$\/(?=\w*$)/, "/");
  return bare === text ? [] : [bare];
}

function dropOrSwapMethod(node: ts.Node): readonly string[] {
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return [];
  const { expression, name } = node.expression;
  if (DROPPED.has(name.text)) return [expression.getText()];
  const other = COUNTERPARTS[name.text];
  const rest = node.getText().slice(name.getEnd() - node.getStart());
  return other === undefined ? [] : [`${expression.getText()}.${other}${rest}`];
}

function isRemovable(node: ts.Node): boolean {
  if (ts.isExpressionStatement(node)) return true;
  return ts.isThrowStatement(node) || ts.isBreakOrContinueStatement(node);
}

function isResult(node: ts.Node): boolean {
  const { parent } = node;
  if (parent === undefined || ts.isBlock(node)) return false;
  if (ts.isReturnStatement(parent)) return true;
  return ts.isArrowFunction(parent) && parent.body === node;
}

function isOptional(node: ts.Node): boolean {
  return ts.isOptionalChain(node) && !ts.isNonNullChain(node) && node.questionDotToken !== undefined;
}

import { block, code, Code, iff, ifElse, join, literal, not } from "../code.js";
import { chooseDispatch, type Dispatch } from "../plan/dispatch.js";
import { fieldsOf, nameFields } from "./fields.js";
import { factsOf } from "../plan/facts.js";
import { aOr, quote, TYPE_WORDS } from "../keywords/words.js";
import { ANY_OBJECT, type AlternativesPlan, type Plan } from "../plan/plan.js";
import { read, type Printing } from "./print.js";
import { reportIssue } from "./report.js";
import { hasType, narrow, type Subject } from "./subject.js";

/** What is wrong with the alternative that the value was meant for. */
export function printAlternativesIssues(
  plan: AlternativesPlan,
  of: Subject,
  path: readonly Code[],
  print: Printing,
): readonly Code[] {
  const [only] = plan.of;
  if (only && plan.of.length === 1) return print.issues(only, of, path);
  const dispatch = chooseDispatch(plan.of, print.module.plan);
  return dispatch ? printDispatch(plan, dispatch, of, path, print) : printNearest(plan, of, path, print);
}

function printDispatch(
  plan: AlternativesPlan,
  dispatch: Dispatch,
  of: Subject,
  path: readonly Code[],
  print: Printing,
): readonly Code[] {
  const isObject = hasType(["object"], of);
  const notObject = dispatch.notObject ?? { ...plan.reason, message: "must be an object" };
  const refused = [reportIssue(notObject, of.text, path, print)];
  if (isObject.text === "false") return refused;
  const inside = nameFields(ANY_OBJECT, narrow(of, ["object"]), print);
  const value = read(fieldsOf(inside.of), dispatch.property);
  const group = (plans: readonly Plan[]): readonly Code[] =>
    printAlternativesIssues({ ...plan, of: plans }, inside.of, path, print);
  const choice =
    dispatch.kind === "presence"
      ? ifElse(code`${value} !== undefined`, group(dispatch.present), group(dispatch.absent))
      : [printTags(plan, dispatch, value, group, path, print)];
  return ifElse(isObject, [...inside.lines, ...choice], refused);
}

function printTags(
  plan: AlternativesPlan,
  dispatch: Dispatch & { kind: "tag" },
  value: Code,
  group: (plans: readonly Plan[]) => readonly Code[],
  path: readonly Code[],
  print: Printing,
): Code {
  const cases = dispatch.cases.map((c) =>
    block(
      join(
        c.values.map((v) => code`case ${literal(v)}:`),
        "\n",
      ),
      [...group([c.plan]), new Code("break;")],
    ),
  );
  const place = [...path, literal(dispatch.property)];
  const tags = aOr(dispatch.cases.flatMap((c) => c.values.map(quote)));
  const wrong = reportIssue({ ...plan.reason, message: `must be ${tags}` }, value, place, print);
  const missing = dispatch.missing ? [reportIssue(dispatch.missing, value, place, print)] : [wrong];
  const otherwise = ifElse(code`${value} === undefined`, missing, [wrong]);
  return block(code`switch (${value})`, [...cases, block(new Code("default:"), otherwise)]);
}

/** Every alternative is asked; what the one says that the value was meant for, or else the nearest, is kept. */
function printNearest(
  plan: AlternativesPlan,
  of: Subject,
  path: readonly Code[],
  print: Printing,
): readonly Code[] {
  const start = print.names("start");
  const inside: Subject = { ...of, isNarrowed: true };
  const named = plan.of.map((alternative) => ({ name: print.names("issues"), alternative }));
  const lists = join(
    named.map(({ name }) => name),
    ", ",
  );
  const { runtime } = print.module;
  const { hint } = plan;
  const meant = hint
    ? code`, ${runtime("indexByTag")}(${of.text}, ${hint.property}, ${literal(hint.values)})`
    : code``;
  const tooMany = plan.exactlyOne
    ? iff(code`[${lists}].filter((issues) => issues.length === 0).length > 1`, [
        reportIssue(plan.reason, of.text, path, print),
      ])
    : [];
  const nearest = iff(code`!${runtime("isFull")}(into)`, [
    code`const ${start} = into.found.length;`,
    ...named.flatMap(({ name, alternative }) => [
      ...print.issues(alternative, inside, path),
      code`const ${name} = ${runtime("takeSince")}(into, ${start});`,
    ]),
    code`${runtime("keepNearest")}(into, [${lists}], ${path.length}${meant});`,
    ...tooMany,
  ]);
  return printTypes(plan, of, nearest, path, print);
}

/** Where no alternative takes the type of the value, all their types are worth saying. */
function printTypes(
  plan: AlternativesPlan,
  of: Subject,
  nearest: readonly Code[],
  path: readonly Code[],
  print: Printing,
): readonly Code[] {
  const types = plan.of.map((p) => factsOf(p, print.module.plan).types);
  const known = types.filter((list) => list !== undefined);
  const union = [...new Set(known.flat())];
  if (known.length !== types.length || union.length < 2) return nearest;
  const reason = { ...plan.reason, message: `must be ${aOr(union.map((type) => TYPE_WORDS[type]))}` };
  return ifElse(not(hasType(union, of)), [reportIssue(reason, of.text, path, print)], nearest);
}

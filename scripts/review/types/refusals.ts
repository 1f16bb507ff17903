import type { ts } from "../../morph.js";
import { ANY_KEY, idOf, isObject, isOptional, itemOf, membersOf, restOf } from "./type-parts.js";

type Path = readonly string[];

/** A spot at which a value is refused, and the name of the two types there with what is refused of them. */
export type Refusal = { readonly path: Path; readonly types: string };

/** The innermost spots at which a value of one type is none of the other; it is not as a whole. */
export function findRefusals(checker: ts.TypeChecker, from: ts.Type, to: ts.Type): readonly Refusal[] {
  const seen = new Set<string>();
  function* walk(given: ts.Type, wanted: ts.Type, path: Path): Generator<Refusal> {
    for (const member of membersOf(given)) {
      if (checker.isTypeAssignableTo(member, wanted)) continue;
      const inner = findInner(checker, member, wanted);
      if (inner.length === 0) yield { path, types: `${idOf(given)} ${idOf(wanted)}` };
      else yield* enter(inner, `${idOf(member)} ${idOf(checker.getNonNullableType(wanted))}`, path);
    }
  }
  /** What holds itself is refused for the same reasons everywhere. */
  function* enter(inner: readonly Inner[], pair: string, path: Path): Generator<Refusal> {
    if (seen.has(pair)) return;
    seen.add(pair);
    for (const { key, from: value, to: type } of inner) {
      if (value === undefined) yield { path: [...path, key], types: `${pair} ${key}` };
      else yield* walk(value, type, [...path, key]);
    }
  }
  return [...new Map([...walk(from, to, [])].map((each) => [JSON.stringify(each.path), each])).values()];
}

/** A member that may be missing has no `from`. */
type Inner = { readonly key: string; readonly from: ts.Type | undefined; readonly to: ts.Type };

/** The members that are refused, by the alternative that refuses the fewest; none where the whole is refused. */
function findInner(checker: ts.TypeChecker, from: ts.Type, to: ts.Type): readonly Inner[] {
  const item = itemOf(checker, from);
  const found = membersOf(to).flatMap((member): (readonly Inner[])[] => {
    const wanted = itemOf(checker, member);
    if (item !== undefined && wanted !== undefined)
      return checker.isTypeAssignableTo(item, wanted) ? [] : [[{ key: ANY_KEY, from: item, to: wanted }]];
    if (!isObject(checker, from) || !isObject(checker, member)) return [];
    return [[...findNamed(checker, from, member), ...findFurther(checker, from, member)]];
  });
  return found.filter(({ length }) => length > 0).toSorted((a, b) => a.length - b.length)[0] ?? [];
}

function* findNamed(checker: ts.TypeChecker, from: ts.Type, to: ts.Type): Generator<Inner> {
  for (const wanted of checker.getPropertiesOfType(to)) {
    const own = checker.getPropertyOfType(from, wanted.name);
    const type = checker.getTypeOfSymbol(wanted);
    const key = wanted.name;
    const given = own && checker.getTypeOfSymbol(own);
    if (!isOptional(wanted) && (own === undefined || isOptional(own)))
      yield { key, from: undefined, to: type };
    else if (given !== undefined && !checker.isTypeAssignableTo(given, type))
      yield { key, from: given, to: type };
  }
}

function* findFurther(checker: ts.TypeChecker, from: ts.Type, to: ts.Type): Generator<Inner> {
  const rest = restOf(checker, to);
  if (rest === undefined) return;
  const own = restOf(checker, from);
  const others = checker
    .getPropertiesOfType(from)
    .filter(({ name }) => checker.getPropertyOfType(to, name) === undefined);
  const given = [...(own === undefined ? [] : [own]), ...others.map((each) => checker.getTypeOfSymbol(each))];
  for (const type of given)
    if (!checker.isTypeAssignableTo(type, rest)) yield { key: ANY_KEY, from: type, to: rest };
}

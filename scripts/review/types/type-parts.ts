import { ts } from "../../morph.js";

/** Stands in a path for any item and for any further name. */
export const ANY_KEY = "*";

/** The alternatives of a type. */
export function membersOf(type: ts.Type): readonly ts.Type[] {
  return type.isUnion() ? type.types : [type];
}

/** What an array holds, or all that a tuple holds. */
export function itemOf(checker: ts.TypeChecker, type: ts.Type): ts.Type | undefined {
  if (!checker.isArrayType(type) && !checker.isTupleType(type)) return undefined;
  return checker.getIndexTypeOfType(type, ts.IndexKind.Number);
}

/** An object that is no array. */
export function isObject(checker: ts.TypeChecker, type: ts.Type): boolean {
  const isStructure = (type.flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection)) !== 0;
  return isStructure && itemOf(checker, type) === undefined;
}

/** What further names of an object hold. */
export function restOf(checker: ts.TypeChecker, type: ts.Type): ts.Type | undefined {
  return checker.getIndexInfosOfType(type)[0]?.type;
}

/** What stands under a name; undefined where the type has no such name. */
export function memberOf(checker: ts.TypeChecker, type: ts.Type, name: string): ts.Type | undefined {
  const own = checker.getPropertyOfType(type, name);
  return own === undefined ? restOf(checker, type) : checker.getTypeOfSymbol(own);
}

export function isOptional({ flags }: ts.Symbol): boolean {
  return (flags & ts.SymbolFlags.Optional) !== 0;
}

export function hasFlag(type: ts.Type, flags: ts.TypeFlags): boolean {
  return (type.flags & flags) !== 0;
}

/** The compiler numbers its types, which its declarations do not say. */
export function idOf(type: ts.Type): number {
  return (type as ts.Type & { readonly id: number }).id;
}

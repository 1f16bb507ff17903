import type { Place, SideName, Sides } from "../document/document.js";
import type { Side } from "../document/side.js";
import type { ChangedLines, CompareLines } from "./line-diff.js";

export type Location = {
  readonly side: SideName;
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** Of a line of base, the file and line of head that stand there now. */
  readonly inHead?: { readonly file: string; readonly line: number };
};

export type LocateChange = (places: Sides<Place | undefined>) => Location;

/** Places as lines that a reader finds in the text's own difference. */
export function createLocator({ base, head }: Sides<Side>, compare: CompareLines): LocateChange {
  const diffs = new Map<string, ChangedLines>();
  const diffOf = (file: string): ChangedLines => {
    const known = diffs.get(file) ?? compareFiles(base, head, file, compare);
    diffs.set(file, known);
    return known;
  };
  return (places) => {
    const found = [
      ...(places.head === undefined ? [] : [toLocation(head, places.head, diffOf, head.entry)]),
      ...(places.base === undefined ? [] : [toLocation(base, places.base, diffOf, head.entry)]),
    ];
    const best = found.find(({ isExact }) => isExact) ?? found.find(({ isChanged }) => isChanged) ?? found[0];
    return best?.location ?? { side: "head", file: head.entry, line: 1, column: 1 };
  };
}

/** The same file has one name on both sides, but for the entry, which may be named differently. */
function compareFiles(base: Side, head: Side, file: string, compare: CompareLines): ChangedLines {
  const isEntry = file === base.entry || file === head.entry;
  const old = base.files.get(isEntry ? base.entry : file) ?? "";
  const now = head.files.get(isEntry ? head.entry : file) ?? "";
  return compare(old, now);
}

type Found = { readonly location: Location; readonly isExact: boolean; readonly isChanged: boolean };

function toLocation(
  side: Side,
  place: Place,
  diffOf: (file: string) => ChangedLines,
  headEntry: string,
): Found {
  const { file, line, column } = side.locate(place.pointer);
  const diff = diffOf(file);
  const lines = side.name === "base" ? diff.base : diff.head;
  const at = (found: number, start: number): Location => ({
    side: side.name,
    file,
    line: found,
    column: start,
    ...(side.name === "base" && {
      inHead: { file: file === side.entry ? headEntry : file, line: diff.toHead(found) },
    }),
  });
  if (lines.has(line)) return { location: at(line, column), isExact: true, isChanged: true };
  const nearest = findNearest(lines, line);
  const isChanged = nearest !== undefined;
  return { location: at(nearest ?? line, isChanged ? 1 : column), isExact: false, isChanged };
}

/** The first changed line at or below, where the value of a key stands; else the last one above. */
function findNearest(lines: ReadonlySet<number>, line: number): number | undefined {
  const sorted = [...lines];
  return sorted.find((each) => each > line) ?? sorted.at(-1);
}

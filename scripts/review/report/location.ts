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
    const best =
      found.find(({ match }) => match === "itself") ??
      found.find(({ match }) => match === "near") ??
      found[0];
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

/** Whether the line has changed, or another one near it that is shown instead, or none of the file. */
type Found = { readonly location: Location; readonly match: "itself" | "near" | "none" };

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
  if (lines.has(line)) return { location: at(line, column), match: "itself" };
  const nearest = findNearest(lines, line);
  return nearest === undefined
    ? { location: at(line, column), match: "none" }
    : { location: at(nearest, 1), match: "near" };
}

/** The first changed line at or below, where the value of a key stands; else the last one above. */
function findNearest(lines: ReadonlySet<number>, line: number): number | undefined {
  const sorted = [...lines];
  return sorted.find((each) => each > line) ?? sorted.at(-1);
}

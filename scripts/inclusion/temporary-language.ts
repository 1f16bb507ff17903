import { nfaOf, readPattern } from "../pattern/automaton/automaton.js";
import { determinize, type Dfa } from "../pattern/automaton/dfa.js";
import { classOfCode } from "../pattern/automaton/alphabet.js";
import { minimize } from "../pattern/automaton/minimize.js";
import { propertySets } from "../pattern/syntax/property-set.js";

export type Language = { size: number; next: (number[] | undefined)[]; accepting: boolean[]; ranges: [number, number][][]; cyclic: boolean; useful: boolean[]; dfa?: Dfa };
export type ReadLanguage =
  | { kind: "regular"; language: Dfa }
  | { kind: "opaque"; reason: string; superset: Dfa | undefined }
  | { kind: "invalid"; reason: string };
const sets = propertySets();
export function readLanguage(pattern: string, _spend: unknown): ReadLanguage {
  const read = readPattern(pattern, sets);
  if (read.kind === "invalid") return { kind: "invalid", reason: read.message };
  if (read.flags !== "u" || read.irregular) return { kind: "opaque", reason: "irregular", superset: undefined };
  const nfa = nfaOf(read.syntax, "u");
  const dfa = nfa && determinize(nfa, 3000);
  return dfa ? { kind: "regular", language: minimize(dfa) } : { kind: "opaque", reason: "large", superset: undefined };
}
export function matchesPattern(_read: ReadLanguage, pattern: string, text: string): boolean | undefined {
  for (const f of ["u", ""]) try { return new RegExp(pattern, f).test(text); } catch { /* next */ }
  return undefined;
}
export function intersect(pos: readonly Dfa[], neg: readonly Dfa[], spend: (n: number) => void): Language | undefined {
  const dfas = [...pos, ...neg], sign = dfas.map((_, i) => i < pos.length);
  const starts = [...new Set([0, 0xd800, 0xe000, ...dfas.flatMap((d) => d.alphabet.starts)])].sort((a, b) => a - b);
  const ids = new Map<string, number>(), columns: number[][] = [], ranges: [number, number][][] = [];
  starts.forEach((s, i) => {
    if (s >= 0xd800 && s < 0xe000) return;
    const end = (starts[i + 1] ?? 0x110000) - 1, col = dfas.map((d) => classOfCode(d.alphabet, s)), k = col.join();
    if (!ids.has(k)) { ids.set(k, columns.length); columns.push(col); ranges.push([]); }
    ranges[ids.get(k)!]!.push([s, end]);
  });
  const numbers = new Map<string, number>(), states: number[][] = [];
  const num = (t: number[]) => { const k = t.join(); let n = numbers.get(k); if (n === undefined) { n = states.push(t) - 1; numbers.set(k, n); } return n; };
  num(dfas.map(() => 2));
  const next: (number[] | undefined)[] = [], accepting: boolean[] = [];
  for (let s = 0; s < states.length; s++) {
    spend(columns.length);
    if (s > 20000) return undefined;
    const t = states[s]!;
    accepting.push(t.every((q, i) => dfas[i]!.accepting[q] === sign[i]));
    const dead = t.some((q, i) => (sign[i] ? q === 0 : q === 1));
    next.push(dead ? undefined : columns.map((c) => num(t.map((q, i) => dfas[i]!.next[q * dfas[i]!.alphabet.size + c[i]!]!))));
  }
  const n = states.length, from: number[][] = Array.from({ length: n }, () => []);
  next.forEach((row, s) => row && new Set(row).forEach((t) => from[t]!.push(s)));
  const useful = accepting.slice(), q = accepting.flatMap((a, i) => (a ? [i] : []));
  for (const s of q) for (const u of from[s]!) if (!useful[u]) { useful[u] = true; q.push(u); }
  const color = new Uint8Array(n); let cyclic = false;
  const visit = (s: number): void => { color[s] = 1; for (const t of new Set(next[s] ?? [])) if (useful[t]) { if (color[t] === 1) cyclic = true; else if (!color[t]) visit(t); } color[s] = 2; };
  if (useful[0]) visit(0);
  return { size: n, next, accepting, ranges, cyclic, useful };
}
const nice = Array.from("ab0z19A-_.:/@ !cdefghijklmnopqrstuvwxy2345678BCDEFGHIJKLMNOPQRSTUVWXYZ", (c) => c.codePointAt(0)!);
function* codes(ranges: [number, number][]): Iterable<number> {
  const seen = new Set<number>();
  for (const c of nice) if (ranges.some(([a, b]) => c >= a && c <= b)) { seen.add(c); yield c; }
  for (const [a, b] of ranges) for (let c = a < 0x21 && b >= 0x21 ? 0x21 : a; c <= b; c++) if (!seen.has(c)) { seen.add(c); yield c; }
  for (const [a, b] of ranges) for (let c = a; c <= b; c++) if (!seen.has(c)) yield c;
}
export function* words(l: Language, { min, max }: { min: number; max: number }, spend: (n: number) => void, variety = Infinity): Iterable<string> {
  if (!l.useful[0]) return;
  const layers: boolean[][] = [l.accepting];
  const layer = (r: number): boolean[] => { while (layers.length <= r) { spend(l.size); const last = layers.at(-1)!; layers.push(l.next.map((row) => !!row && row.some((t) => last[t]))); } return layers[r]!; };
  const last = l.cyclic ? max : Math.min(max, l.size);
  function* go(s: number, left: number): Iterable<string> {
    spend(1);
    if (left === 0) { if (l.accepting[s]) yield ""; return; }
    const ok = layer(left - 1), row = l.next[s] ?? [];
    for (let c = 0; c < row.length; c++) {
      if (!ok[row[c]!]) continue;
      let n = 0;
      for (const code of codes(l.ranges[c]!)) { if (n++ >= variety) break; for (const w of go(row[c]!, left - 1)) yield String.fromCodePoint(code) + w; }
    }
  }
  for (let n = min; n <= last; n++) if (layer(n)[0]) yield* go(0, n);
}

/**
 * Host names, plain and internationalized: IDNA2008 (RFC 5890–5893) and Punycode (RFC 3492). Apart from
 * `runtime-formats.ts`, because the tables cost only those who ask for these formats. Properties come from the
 * engine's own Unicode data; only the joining types, which JavaScript does not expose, are listed (Unicode 17).
 */

/** RFC 1123 §2.1: letter-digit-hyphen labels of at most 63 characters. Its inputs are bounded before it runs. */
const LDH_NAME = /^(?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?(?:\.(?!$)|$))+$/i;

/** RFC 1123 §2.1 and RFC 1035 §2.3.4 (253 characters), where every `xn--` label is an A-label (RFC 5890 §2.3.2.1). */
export function isHostnameFormat(s: string): boolean {
  return s.length < 254 && LDH_NAME.test(s) && (!s.includes("--") || areLabels(s.split(".")));
}

/** RFC 5890 §2.3.2.3: LDH labels, A-labels and U-labels, parted by any of the dots of RFC 3490 §3.1. Maps no letters. */
export function isIdnHostnameFormat(s: string): boolean {
  // Each character takes an octet or more in its A-label, and at most two UTF-16 units here.
  return (
    s.length < 507 &&
    (isHostnameFormat(s) || (/[^\0-\x7f]/.test(s) && areLabels(s.split(/[.\u3002\uff0e\uff61]/))))
  );
}

type Label = { readonly ascii: string; readonly unicode: string };

function areLabels(texts: readonly string[]): boolean {
  const labels = texts.flatMap((text) => readLabel(text) ?? []);
  const length = labels.reduce((sum, label) => sum + label.ascii.length + 1, -1);
  return labels.length === texts.length && length < 254 && isBidiSafe(labels.map((label) => label.unicode));
}

function readLabel(text: string): Label | undefined {
  if (!/[^\0-\x7f]/.test(text)) return readAsciiLabel(text.toLowerCase());
  const ascii = `xn--${encodePunycode(text)}`;
  return isULabel(text) && ascii.length < 64 ? { ascii, unicode: text } : undefined;
}

/** RFC 5891 §5.4: an A-label is the very text that its U-label encodes to. */
function readAsciiLabel(ascii: string): Label | undefined {
  if (ascii.includes(".") || !LDH_NAME.test(ascii)) return undefined;
  if (!ascii.startsWith("xn--")) return { ascii, unicode: ascii };
  const unicode = decodePunycode(ascii.slice(4));
  return isULabel(unicode) && `xn--${encodePunycode(unicode)}` === ascii ? { ascii, unicode } : undefined;
}

/** RFC 5892 §2.6 (exceptions) and §3 (the order of the rules; "unstable" is `CWKCF`). */
const VALID =
  /^(?:[\u200c-\u200d\xb7\xdf\u03c2\u0375\u05f3\u05f4\u06fd\u06fe\u0f0b\u3007\u30fb-]|(?![\u302e-\u3035]|[\u20d0-\u20ff\u0640\u07fa\u1100-\u11ff\u303b\ua960-\ua97c\ud7b0-\ud7fb\u{1d100}-\u{1d24f}\p{CWKCF}\p{DI}\p{NChar}])[\p{L}\p{Nd}\p{Mn}\p{Mc}])+$/u;

/** RFC 5892 Appendix A.3 to A.6: the middle dot, the Greek keraia, the Hebrew geresh and gershayim. */
const OUT_OF_CONTEXT = /(?<!l)\xb7|\xb7(?!l)|\u0375(?!\p{sc=Greek})|(?<!\p{sc=Hebrew})[\u05f3\u05f4]/u;

/** RFC 5891 §4.2: what a label of Unicode text may hold. */
function isULabel(s: string): boolean {
  return (
    /[^\0-\x7f]/.test(s) &&
    s.normalize("NFC") === s &&
    VALID.test(s) &&
    !/^\p{M}|^-|-$|^..--/u.test(s) &&
    !OUT_OF_CONTEXT.test(s) &&
    (!s.includes("\u30fb") || /[\p{sc=Hira}\p{sc=Kana}\p{sc=Han}]/u.test(s)) &&
    !(/[\u0660-\u0669]/.test(s) && /[\u06f0-\u06f9]/.test(s)) &&
    (!/[\u200c\u200d]/.test(s) || areJoinersInContext(s))
  );
}

/** RFC 5892 Appendix A.1 and A.2: a joiner follows a virama, or a non-joiner parts two letters that would join. */
function areJoinersInContext(s: string): boolean {
  const types = [...s].map((c, i, all) =>
    /[\u200c\u200d]/.test(c) && isVirama(all[i - 1]) ? "U" : joiningType(c),
  );
  return !/J|(?:^|[^LDT])T*Z|ZT*(?:$|[^RDT])/.test(types.join(""));
}

/** Combining class 9: canonical order puts such a mark between U+3099 (8) and U+05B0 (10). */
function isVirama(c: string | undefined): boolean {
  return (
    c !== undefined && !/[\u3099\u05b0]/.test(c) && `\u05b0${c}\u3099`.normalize("NFD") === `\u3099${c}\u05b0`
  );
}

const JOINS_BEFORE_ONLY =
  /[\u0622-\u0625\u0627\u0629\u062f-\u0632\u0648\u0671-\u0673\u0688-\u0699\u06c0\u06c3-\u06cb\u06cd\u06cf\u06d2-\u06d5\u06ee\u06ef\u0710\u0715-\u0719\u071e\u0728\u072a\u072c\u072f\u074d\u0759-\u075b\u076b\u076c\u0771\u0773\u0774\u0778\u0779\u0840\u0846\u0847\u0849\u0854\u0856-\u0858\u0867\u0869-\u0882\u088e\u08aa-\u08ac\u08ae\u08b1\u08b2\u08b9\u{10ac5}\u{10ac7}-\u{10aca}\u{10ace}-\u{10ad2}\u{10add}\u{10ae1}\u{10ae4}\u{10b81}\u{10b83}-\u{10b85}\u{10b89}\u{10b8c}\u{10b8e}\u{10b8f}\u{10b91}\u{10d22}\u{10ec2}\u{10f33}\u{10f74}\u{10f75}\u{10fb4}-\u{10fb6}\u{10fb9}\u{10fba}\u{10fbd}\u{10fc2}\u{10fc3}]/u;
const JOINS =
  /[\u0620\u0622-\u064a\u066e\u066f\u0671-\u0673\u0679-\u06d5\u06ee\u06ef\u06fa-\u06fc\u06ff-\u0710\u0712-\u072f\u074d-\u077f\u07ca-\u07ea\u0840-\u0858\u0860\u0862-\u0865\u0867-\u0882\u0886\u0889-\u088f\u08a0-\u08ac\u08ae-\u08c8\u1820-\u1878\u1887-\u18a8\u18aa\ua840-\ua871\u{10ac0}-\u{10ac5}\u{10ac7}-\u{10aca}\u{10ace}-\u{10ad6}\u{10ad8}-\u{10ae1}\u{10ae4}\u{10b80}-\u{10b91}\u{10d01}-\u{10d23}\u{10ec2}-\u{10ec4}\u{10ec6}\u{10ec7}\u{10f30}-\u{10f44}\u{10f70}-\u{10f81}\u{10fb0}\u{10fb2}-\u{10fb6}\u{10fb8}-\u{10fbf}\u{10fc1}-\u{10fc4}\u{1e922}-\u{1e943}]/u;

/** `Joining_Type` of a valid character; Z and J are the non-joiner and the joiner. */
function joiningType(c: string): string {
  if (c === "\u200c") return "Z";
  if (c === "\u200d") return "J";
  if (/[\p{Mn}\p{Me}\p{Cf}\u{1e94b}]/u.test(c)) return "T";
  if (/[\ua872\u{10acd}\u{10ad7}\u{10d00}]/u.test(c)) return "L";
  if (JOINS_BEFORE_ONLY.test(c)) return "R";
  return JOINS.test(c) ? "D" : "U";
}

/** The blocks of R, AL and AN; marks and European digits stand among them. */
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/** RFC 5893 §2: the rules bind every label of a name in which one label runs from right to left. */
function isBidiSafe(labels: readonly string[]): boolean {
  if (!RIGHT_TO_LEFT.test(labels.join("."))) return true;
  const classes = labels.map((label) => [...label].map(bidiClass).join(""));
  return !/[RA]/.test(classes.join("")) || classes.every(obeysBidiRule);
}

function obeysBidiRule(classes: string): boolean {
  if (!classes.startsWith("R")) return /^L[LEON]*$/.test(classes) && /[LE]N*$/.test(classes);
  const hasBothDigits = classes.includes("A") && classes.includes("E");
  return /^[RAEON]*$/.test(classes) && /[RAE]N*$/.test(classes) && !hasBothDigits;
}

/** `Bidi_Class` of a valid character: L, R (with AL), A (AN), E (EN), N (NSM), O (ES, ON and BN). */
function bidiClass(c: string): string {
  if (/[\d\u06f0-\u06f9]/.test(c)) return "E";
  if (/[\u0660-\u0669\u{10d30}-\u{10d39}]/u.test(c)) return "A";
  if (
    /[\u200c-\u200d\xb7\u02b9\u02ba\u02c6-\u02cf\u02ec\u0375\u2e2f\u30fb\ua67f\ua717-\ua71f\ua788-]/.test(c)
  )
    return "O";
  if (/(?![\u0cbf\u0cc6\u{11a07}\u{11a08}\u{11c3f}])\p{Mn}/u.test(c)) return "N";
  return RIGHT_TO_LEFT.test(c) ? "R" : "L";
}

/** RFC 3492 §6.1. */
function adaptBias(delta: number, points: number, isFirst: boolean): number {
  let rest = Math.floor(delta / (isFirst ? 700 : 2));
  rest += Math.floor(rest / points);
  let k = 0;
  for (; rest > 455; k += 36) rest = Math.floor(rest / 35);
  return k + Math.floor((36 * rest) / (rest + 38));
}

const DIGITS = "abcdefghijklmnopqrstuvwxyz0123456789";

const threshold = (k: number, bias: number): number => Math.min(Math.max(k - bias, 1), 26);

/** RFC 3492 §6.2, for lower case of at most 59 characters; "" where the text is not Punycode. */
function decodePunycode(text: string): string {
  const cut = text.lastIndexOf("-");
  const points = Array.from(text.slice(0, Math.max(cut, 0)), (c) => c.charCodeAt(0));
  let [code, bias, i] = [128, 72, 0];
  for (let at = cut + 1; at < text.length;) {
    const start = i;
    for (let k = 36, weight = 1; ; k += 36) {
      const digit = DIGITS.indexOf(text.charAt(at++) || "-");
      if (digit < 0) return "";
      i += digit * weight;
      const t = threshold(k, bias);
      if (digit < t) break;
      weight *= 36 - t;
    }
    const count = points.length + 1;
    bias = adaptBias(i - start, count, start === 0);
    code += Math.floor(i / count);
    if (code > 0x10ffff) return "";
    i %= count;
    points.splice(i++, 0, code);
  }
  return String.fromCodePoint(...points);
}

/** RFC 3492 §6.3. */
function encodePunycode(text: string): string {
  const points = Array.from(text, (c) => c.codePointAt(0) ?? 0);
  const basic = points.filter((point) => point < 128);
  let out = basic.length > 0 ? `${String.fromCharCode(...basic)}-` : "";
  let [bias, delta, done] = [72, 0, basic.length];
  for (let code = 128; done < points.length; code++, delta++) {
    const next = Math.min(...points.filter((point) => point >= code));
    delta += (next - code) * (done + 1);
    code = next;
    for (const point of points) {
      if (point < code) delta++;
      if (point !== code) continue;
      out += variableInteger(delta, bias);
      bias = adaptBias(delta, done + 1, done === basic.length);
      delta = 0;
      done++;
    }
  }
  return out;
}

function variableInteger(value: number, bias: number): string {
  let [out, rest] = ["", value];
  for (let k = 36; ; k += 36) {
    const t = threshold(k, bias);
    if (rest < t) return out + DIGITS.charAt(rest);
    const digit = t + ((rest - t) % (36 - t));
    out += DIGITS.charAt(digit);
    rest = Math.floor((rest - t) / (36 - t));
  }
}

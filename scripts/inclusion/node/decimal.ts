/** An exact decimal number: digits · 10^exponent. */
export type Decimal = { readonly digits: bigint; readonly exponent: number };

/** Beyond this many digits on one scale no arithmetic is done. */
const MAX_SCALE = 2000;

/** What the shortest text of a double says, which is what JSON carries. Trailing zeros go to the exponent. */
export function toDecimal(value: number): Decimal {
  const [mantissa = "0", power = "0"] = value.toExponential().split("e");
  const [whole = "0", fraction = ""] = mantissa.split(".");
  return decimal(BigInt(whole + fraction), Number(power) - fraction.length);
}

/** Normal form: no trailing zeros, and one nought. */
export function decimal(digits: bigint, exponent: number): Decimal {
  if (digits === 0n) return { digits, exponent: 0 };
  while (digits % 10n === 0n) {
    digits /= 10n;
    exponent++;
  }
  return { digits, exponent };
}

/** The nearest double; infinite where it is too large. */
export function toDouble({ digits, exponent }: Decimal): number {
  return Number(`${digits}e${exponent}`);
}

export function decimalText({ digits, exponent }: Decimal): string {
  return `${digits}e${exponent}`;
}

/** The digits on the scale of a smaller or equal exponent. */
export function digitsAt({ digits, exponent }: Decimal, scale: number): bigint {
  return digits * 10n ** BigInt(exponent - scale);
}

/** Negative, nought or positive, as a sort wants it. */
export function compareDecimals(a: Decimal, b: Decimal): number {
  const scale = Math.min(a.exponent, b.exponent);
  const [x, y] = [digitsAt(a, scale), digitsAt(b, scale)];
  if (x === y) return 0;
  return x < y ? -1 : 1;
}

export function isMultipleOf(value: Decimal, divisor: Decimal): boolean {
  if (value.digits === 0n) return true;
  if (value.exponent - divisor.exponent < -MAX_SCALE) return false;
  const scale = Math.min(value.exponent, divisor.exponent);
  return digitsAt(value, scale) % digitsAt(divisor, scale) === 0n;
}

export function leastCommonMultiple(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b];
  while (y !== 0n) [x, y] = [y, x % y];
  const product = (a / x) * b;
  return product < 0n ? -product : product;
}

/** The quotient, rounded down also below nought. */
export function floorDivide(a: bigint, b: bigint): bigint {
  const quotient = a / b;
  return a % b !== 0n && a < 0n !== b < 0n ? quotient - 1n : quotient;
}

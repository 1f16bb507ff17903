/** The published patterns of the endpoint, and corrected ones of the same kind. */
export const publishedDomain = "^(?:[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?.)+[a-zA-Z]{2,}$";
export const domain = "^(?:[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?\\.)+[a-zA-Z]{2,63}$";

const group = "[0-9a-fA-F]{1,4}";
const longPrefix = "(?:/(?:12[0-8]|1[01][0-9]|[1-9]?[0-9]))?";
const shortPrefix = "(?:/(?:3[0-2]|[12]?[0-9]))?";
const loosePart = "(?:25[0-5]|2[0-4][0-9]|[01]?[0-9][0-9]?)";

export const publishedIp = [
  `^(?:(?:${loosePart}.){3}${loosePart}${shortPrefix})|(?:`,
  [
    `(?:${group}:){7}${group}${longPrefix}`,
    `(?:${group}:){1,7}:${longPrefix}`,
    ...[6, 5, 4, 3, 2].map((most) => {
      const tail = most === 6 ? `:${group}` : `(?::${group}){1,${7 - most}}`;
      return `(?:${group}:){1,${most}}${tail}${longPrefix}`;
    }),
    `${group}:(?::${group}){1,6}${longPrefix}`,
    `:(?::${group}){1,7}${longPrefix}`,
    `::${longPrefix}`,
  ].join("|"),
  ")$",
].join("");

const part = "(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
const dotted = `(?:${part}\\.){3}${part}`;
const lastPair = `(?:${group}:${group}|${dotted})`;

function grouped(before: number, after: number): string {
  const head = before === 0 ? `(?:${group})?` : `(?:(?:${group}:){0,${before}}${group})?`;
  return `${head}::(?:${group}:){${after}}`;
}

const colons = [
  `(?:${group}:){6}${lastPair}`,
  `::(?:${group}:){5}${lastPair}`,
  ...[4, 3, 2, 1, 0].map((after) => `${grouped(4 - after, after)}${lastPair}`),
  `${grouped(5, 0)}${group}`,
  grouped(6, 0),
].join("|");

export const ipv4 = `^${dotted}$`;
export const ipv6 = `^(?:${colons})$`;
export const ip = `^(?:${dotted}${shortPrefix}|(?:${colons})${longPrefix})$`;

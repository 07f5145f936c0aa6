/** The value of `0xA.8p1`. */
export function hexFloat(raw: string): number {
  const [mantissa = "", exponent = "0"] = raw.slice(2).split(/[pP]/);
  const [whole = "", fraction = ""] = mantissa.split(".");
  const digits = whole + fraction;
  const scale = Number(exponent) - 4 * fraction.length;
  let value = 0;
  for (const digit of digits) value = value * 16 + Number.parseInt(digit, 16);
  return value * 2 ** scale;
}

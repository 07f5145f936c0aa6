/** What the program `cksum` says of these bytes on its standard input: their CRC by POSIX, and how many they are. */
export function posixChecksum(bytes: Uint8Array): string {
  let crc = 0;
  const take = (byte: number) => {
    crc ^= byte << 24;
    for (let bit = 0; bit < 8; bit++) crc = crc < 0 ? (crc << 1) ^ 0x04c11db7 : crc << 1;
  };
  for (const byte of bytes) take(byte);
  for (let rest = bytes.length; rest > 0; rest = Math.floor(rest / 256)) take(rest % 256);
  return `${~crc >>> 0} ${bytes.length}`;
}

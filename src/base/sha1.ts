/**
 * SHA-1, in hexadecimal, for texts of a few kilobytes: reading that much with it takes a quarter of the time in which Node loads its own
 * digests, and a commit needs no other.
 */
export function sha1(bytes: Uint8Array): string {
  const blocks = new DataView(new ArrayBuffer(((bytes.length + 72) >> 6) << 6));
  new Uint8Array(blocks.buffer).set(bytes);
  blocks.setUint8(bytes.length, 0x80);
  blocks.setUint32(blocks.byteLength - 4, bytes.length << 3);
  blocks.setUint32(blocks.byteLength - 8, bytes.length >>> 29);
  const state = new Int32Array([0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0]);
  const words = new Int32Array(80);
  for (let at = 0; at < blocks.byteLength; at += 64) addBlock(state, words, blocks, at);
  return [...state].map((word) => (word >>> 0).toString(16).padStart(8, "0")).join("");
}

/** RFC 3174, section 6.1. */
function addBlock(state: Int32Array, words: Int32Array, blocks: DataView, at: number): void {
  let [a = 0, b = 0, c = 0, d = 0, e = 0] = state;
  for (let t = 0; t < 80; t++) {
    const word =
      t < 16
        ? blocks.getInt32(at + t * 4)
        : rotated((words[t - 3] ?? 0) ^ (words[t - 8] ?? 0) ^ (words[t - 14] ?? 0) ^ (words[t - 16] ?? 0), 1);
    words[t] = word;
    const mixed =
      t < 20
        ? ((b & c) | (~b & d)) + 0x5a827999
        : t < 40
          ? (b ^ c ^ d) + 0x6ed9eba1
          : t < 60
            ? ((b & c) | (b & d) | (c & d)) + 0x8f1bbcdc
            : (b ^ c ^ d) + 0xca62c1d6;
    const next = (rotated(a, 5) + mixed + e + word) | 0;
    e = d;
    d = c;
    c = rotated(b, 30);
    b = a;
    a = next;
  }
  state.set([a, b, c, d, e].map((value, index) => (state[index] ?? 0) + value));
}

function rotated(word: number, by: number): number {
  return (word << by) | (word >>> (32 - by));
}

/** In bytes. More is refused by name, never cut. */
export const LIMITS = {
  message: 1024 * 1024,
  request: 4 * 1024 * 1024,
  attachment: 32 * 1024 * 1024,
  target: 64 * 1024 * 1024,
  marker: 64 * 1024,
} as const;

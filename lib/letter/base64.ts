/**
 * Encodes bytes as base64: every browser can pass text in messages and to executeScript, only some pass byte arrays.
 */
export function toBase64(bytes: Uint8Array): string {
  let binary = '';
  // String.fromCharCode takes a limited number of arguments.
  const CHUNK = 0x8000;
  for (let at = 0; at < bytes.length; at += CHUNK)
    binary += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
  return btoa(binary);
}

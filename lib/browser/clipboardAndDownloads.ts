/**
 * Ways out of the popup that need no mail page: the clipboard and a file. Both run in the popup, on a click,
 * because the clipboard may not be written from a mail page while the popup has the focus.
 */

/** False where the browser refuses; the clipboard is then unchanged. */
export async function copyLetter(html: string, text: string): Promise<boolean> {
  try {
    await navigator.clipboard.write([
      new ClipboardItem({
        'text/html': new Blob([html], { type: 'text/html' }),
        'text/plain': new Blob([text], { type: 'text/plain' }),
      }),
    ]);
    return true;
  } catch {
    return false;
  }
}

/** False where the browser refuses. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

export const WORD_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** Saves bytes as a file in the user’s downloads, without the downloads permission. */
export function saveFile(name: string, bytes: Uint8Array<ArrayBuffer> | string, type: string): void {
  const url = URL.createObjectURL(new Blob([bytes], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // Revoked on the next page life: Firefox still reads the address after click() has returned.
  addEventListener('pagehide', () => URL.revokeObjectURL(url), { once: true });
}

/** Bytes as base64: messages and executeScript carry text in every browser, byte arrays only in some. */
export function toBase64(bytes: Uint8Array): string {
  let binary = '';
  const CHUNK = 0x8000; // String.fromCharCode takes a limited number of arguments.
  for (let at = 0; at < bytes.length; at += CHUNK)
    binary += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
  return btoa(binary);
}

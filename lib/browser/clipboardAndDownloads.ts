/**
 * The clipboard and file downloads, which need no mail page. Both run in an extension page, on a click: a mail page may
 * not write to the clipboard while the popup has the focus.
 */

/** False if the browser refuses; the clipboard is then unchanged. */
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

/** False if the browser refuses. */
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
  // Revoked only when the page goes away, because Firefox still reads the address after click() has returned.
  addEventListener('pagehide', () => URL.revokeObjectURL(url), { once: true });
}

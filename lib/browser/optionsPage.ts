import { browser } from 'wxt/browser';

/** Opens the options page, at a section or a single field: `about-you/jobTitle`. */
export async function openOptionsPage(place = ''): Promise<void> {
  // openOptionsPage() takes no place, so a place is opened as a tab of its own.
  if (!place) return browser.runtime.openOptionsPage();
  const { windowId } = await browser.tabs.create({
    url: `${browser.runtime.getURL('/options.html')}#${place}`,
  });
  // From a separate window the tab opens in another one, behind it.
  await browser.windows.update(windowId, { focused: true });
}

import { browser } from 'wxt/browser';

/**
 * Outlook’s separate windows stay at about:blank, where a click grants nothing. With the permission for Outlook’s
 * own hosts the browser lets us into them (measured in Chromium 156, 2026-11).
 */
const origins = [
  'https://outlook.cloud.microsoft/*',
  'https://outlook.office.com/*',
  'https://outlook.office365.com/*',
  'https://outlook.live.com/*',
];

/** Must be called straight from a click: browsers ask only then. Resolves to whether the user agreed. */
export function requestOutlookWindows(): Promise<boolean> {
  return browser.permissions.request({ origins });
}

export function hasOutlookWindows(): Promise<boolean> {
  return browser.permissions.contains({ origins });
}

export function removeOutlookWindows(): Promise<boolean> {
  return browser.permissions.remove({ origins });
}

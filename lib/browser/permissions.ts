import { browser } from 'wxt/browser';

/**
 * Outlook’s separate windows stay at about:blank, where a click grants no access. With the permission for Outlook’s
 * hosts, scripts can be injected into these windows (measured in Chromium 156, 2026-11).
 */
function outlookOrigins(): string[] {
  return browser.runtime.getManifest().optional_host_permissions ?? [];
}

/** Must be called directly from a click handler, or browsers refuse. Resolves to whether the user agreed. */
export function requestOutlookWindows(): Promise<boolean> {
  return browser.permissions.request({ origins: outlookOrigins() });
}

export function hasOutlookWindows(): Promise<boolean> {
  return browser.permissions.contains({ origins: outlookOrigins() });
}

export function removeOutlookWindows(): Promise<boolean> {
  return browser.permissions.remove({ origins: outlookOrigins() });
}

import { browser } from 'wxt/browser';
import { deleteRegister } from '../register/store';
import { attempt, type Done, guardCall, withBrowserLock } from '../storage/area';

/** Leaves nothing of the user's in this browser: details, letters, choices, what was set aside, the register. */
export async function deleteEverything(): Promise<Done> {
  const register = await deleteRegister();
  const cleared = await attempt(() =>
    withBrowserLock(async () => {
      await guardCall(() => browser.storage.session.clear());
      await guardCall(() => browser.storage.local.clear());
      return { ok: true } as const;
    }),
  );
  return cleared.ok ? register : cleared;
}

import { usePopup } from './popupStore';

/** Fills in what earlier letters say, once there are any; most popups open without. */
export async function recallEarlierLetters(): Promise<void> {
  if (usePopup.getState().index.sentCount === 0) return;
  const { recallThread } = await import('./recallThread');
  await recallThread();
}

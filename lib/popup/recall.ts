import { changeWords, usePopup } from './popupStore';

/** Fills in what earlier letters say, once there are any; most popups open without. */
export async function recallEarlierLetters(): Promise<void> {
  const asked = usePopup.getState();
  if (asked.index.sentCount === 0) return;
  const { recallThread } = await import('../writing/earlierLetters');
  const found = await recallThread(asked);
  const { signer, employer, letter } = usePopup.getState();
  // Somebody else may have been chosen meanwhile: their own letters are on the way.
  if (signer?.id !== asked.signer?.id || employer?.id !== asked.employer?.id) return;
  if (letter.id === asked.letter.id) changeWords(() => found);
}

import { clearBadge } from '../browser/badge';
import { runInAllFrames } from '../browser/inject';
import { findActiveTab } from '../browser/tabs';
import type { SectionText } from '../mail/protocol';
import { repository } from '../storage/repository';
import { firstSettings } from '../storage/schema';
import { chooseAgain, isElsewhere, joinLooks, type Where } from '../writing/drafts';
import { type Gathered, gatherIngredients } from '../writing/gather';
import { followLetter } from '../writing/letterIn';
import { lettersOnDemand } from '../writing/lettersOnDemand';
import { readLetterIn, readOutcome, watchOutcome } from '../writing/tabState';
import { followJob } from './handOver';
import { changeWords, currentSections, type FirstDetails, showOutcome, usePopup } from './store';

/** Fills the popup: saved details and the tab’s own choices first, then what the page offers. */
export async function openPopup(now: Date): Promise<void> {
  const tab = await findActiveTab();
  const [gathered, settings, outcome, letterIn] = await Promise.all([
    gatherIngredients(tab?.id ?? null, now, lettersOnDemand),
    repository.readSettings(),
    tab ? readOutcome(tab.id) : null,
    tab ? readLetterIn(tab.id) : null,
  ]);
  const { mailboxWarningSeen, lastMailSite } = settings.ok ? settings.value : firstSettings;
  usePopup.setState({
    ready: true,
    tab,
    ...gathered,
    ...askFirst(gathered),
    warnAboutMailbox: !mailboxWarningSeen,
    lastMailSite,
    letterIn,
  });
  // A letter that a right-click could not use may have been repaired since.
  showOutcome(outcome?.kind === 'letter blocked' && !gathered.letterProblem ? null : outcome);
  if (tab) {
    // What is noted while the Word copy is made is for the next opening.
    watchOutcome(tab.id, (changed) => changed.kind !== 'not started' && showOutcome(changed));
    // A job that was cut off with the background is found out when the background starts.
    if (outcome?.kind === 'running') void followJob(tab.id);
    await clearBadge(tab.id);
  }
  await Promise.all([lookAtTab().then(checkLetterIsHere), recallEarlierLetters()]);
}

/** What an earlier opening told of an email must not be read as said of the email that is open now. */
function checkLetterIsHere(): void {
  const { outcome, letterIn, where } = usePopup.getState();
  if (!letterIn || !isElsewhere(letterIn, where)) return;
  const { frameId, facts } = letterIn;
  const elsewhere = { kind: 'letter elsewhere', frameId, facts } as const;
  if (outcome?.kind === 'reported' && outcome.facts.part === null) return showOutcome(elsewhere);
  usePopup.setState({ letterIn: followLetter(letterIn, elsewhere) });
}

/** Looks again at what the tab offers: at opening, and whenever another letter is chosen. */
export async function lookAtTab(): Promise<void> {
  const { tab } = usePopup.getState();
  const where = tab ? await look(tab.id, currentSections()) : ({ state: 'forbidden' } as const);
  const { draftKey, draftChoice } = usePopup.getState();
  const stillThere = where.state === 'looked' && where.drafts.some((draft) => draft.key === draftKey);
  usePopup.setState({ where, draftKey: stillThere ? draftKey : chooseAgain(draftChoice, where) });
}

async function look(tabId: number, sections: SectionText[]): Promise<Where> {
  const looks = await runInAllFrames(tabId, { do: 'look', sections });
  return looks.ok ? joinLooks(looks.report) : { state: 'forbidden' };
}

/** The popup asks for the four things itself until they are there; a list of several people is kept elsewhere. */
function askFirst({ index, signer, employer }: Gathered): { first: FirstDetails; askFirst: boolean } {
  const first = {
    fullName: signer?.fullName ?? '',
    school: signer?.school ?? '',
    employment: signer?.employment ?? '',
    organisation: employer?.organisation ?? '',
    reason: '',
    hint: '',
  };
  const answered = first.fullName && first.school && first.employment && first.organisation;
  return { first, askFirst: !answered && index.signers.length <= 1 && index.employers.length <= 1 };
}

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

import { detach } from '../../../lib/failure/failure';
import { useState, lazy, Suspense, useEffect } from 'react';
import type { Parties } from '../../../lib/correspondence/exchanges';
import { isRecordOf } from '../../../lib/correspondence/sentLetters';
import { formatDate, formatIfDate, isIsoDate } from '../../../lib/letter/dates';
import type { IsoDate } from '../../../lib/letter/model';
import { addRecord, offerToTakeBack, saveChoices } from '../../../lib/options/actions';
import { addItem, replies } from '../../../lib/options/items';
import { useDetails, useDetailsStore } from '../../../lib/options/store';
import { listLetters, lettersOnDemand } from '../../../lib/writing/letters';
import { focusAndSay } from '../../ui/focusAndSay';
import { DateField } from '../../ui/DateField';
import { SelectField, TextField } from '../../ui/Field';
import { usePair } from '../about/useEmployerOf';
import { type ReplyDecision, sayings } from '../../../lib/answers/answer';
import { emptyItems, type Reply, type SentLetter } from '../../../lib/storage/schema';
import { ChooseKind, SpeakToUnion } from '../../answers/Proposal';
import ui from '../../ui/controls.module.css';
import page from '../options.module.css';
import css from './replies.module.css';

/** For a letter that left in another way: from another computer, printed, or before the extension was installed. */
export function AddSentLetter({ today, onAdded }: Pick<NewSentLetterProps, 'today' | 'onAdded'>) {
  const [isOpen, setOpen] = useState(false);
  const close = (sentence: string) => {
    setOpen(false);
    focusAndSay('#add-sent', sentence);
  };
  return (
    <div className={page.after}>
      <p>
        <button
          id="add-sent"
          type="button"
          className={ui.button}
          aria-expanded={isOpen}
          onClick={() => {
            setOpen(!isOpen);
            if (!isOpen) focusAndSay('#add-sent-letter');
          }}
        >
          Add a letter I have sent
        </button>
      </p>
      {isOpen && <NewSentLetter today={today} onAdded={onAdded} onDone={close} />}
    </div>
  );
}

interface NewSentLetterProps {
  today: IsoDate;
  /** Called with whom the letter is from and to, to show it in its exchange. */
  onAdded: (letter: Parties) => void;
  onDone: (sentence: string) => void;
}

function NewSentLetter({ today, onAdded, onDone }: NewSentLetterProps) {
  const details = useDetailsStore();
  const { letter: own, signer: signers, employer: employers } = useDetails(({ records }) => records);
  const sentList = useDetails((state) => state.sentList);
  const pair = usePair();
  const letters = listLetters({ letters: own }, lettersOnDemand);
  const lastUsed = useDetails(({ choices }) => choices.letterId);
  const chosen = letters.find(({ id }) => id === lastUsed) ?? letters[0];
  const [letterId, setLetter] = useState(chosen?.id ?? '');
  const [signerId, setSigner] = useState(pair.signer?.id ?? '');
  const [employerId, setEmployer] = useState(pair.employer?.id ?? '');
  const [sentOn, setSentOn] = useState<string>(today);
  const [replyBy, setReplyBy] = useState('');
  const [text, setText] = useState('');
  const keepsText = useDetails(({ settings }) => settings.sentText !== 'leave out');
  const add = async () => {
    const letter = {
      letterId,
      standsFor: own.find(({ id }) => id === letterId)?.replaces ?? '',
      title: letters.find(({ id }) => id === letterId)?.title ?? '',
      text: keepsText ? text : '',
      signerId,
      signerName: signers.find(({ id }) => id === signerId)?.fullName ?? '',
      employerId,
      employerName: employers.find(({ id }) => id === employerId)?.organisation ?? '',
      sentOn,
      replyBy,
    };
    const id = await addRecord(details, 'sent', letter, isRecordOf(letter));
    const known = sentList.find((entry) => entry.id === id);
    if (id === null) return;
    onAdded(letter);
    if (!known) offerToTakeBack(details, id, `${letter.title}, sent on ${formatIfDate(sentOn)}`);
    onDone(
      known && isIsoDate(known.sentOn)
        ? `This letter is in the list already, as sent on ${formatDate(known.sentOn)}.`
        : `Noted as sent on ${formatIfDate(sentOn)}. Add their reply when it comes.`,
    );
  };
  return (
    <div className={`${page.card} ${page.after}`} role="group" aria-label="A letter I have sent">
      <div className={ui.grid}>
        <SelectField
          id="add-sent-letter"
          label="Letter"
          value={letterId}
          options={letters.map(({ id, title }) => ({
            value: id,
            label: title || 'A letter without a title',
          }))}
          onChange={setLetter}
        />
        <DateField
          id="add-sent-on"
          label="Sent on"
          rule="sent on"
          value={sentOn}
          error={sentOn === '' ? 'On which day did you send it?' : undefined}
          onChange={setSentOn}
        />
        <SelectField
          id="add-sent-signer"
          label="Who signed it"
          value={signerId}
          options={[
            { value: '', label: 'No one saved here' },
            ...signers.map(({ id, fullName }) => ({ value: id, label: fullName || 'No name yet' })),
          ]}
          onChange={setSigner}
        />
        <SelectField
          id="add-sent-employer"
          label="Employer"
          value={employerId}
          options={[
            { value: '', label: 'No one saved here' },
            ...employers.map(({ id, organisation }) => ({ value: id, label: organisation || 'No name yet' })),
          ]}
          onChange={setEmployer}
        />
        <DateField
          id="add-sent-reply-by"
          label="Reply-by date in the letter"
          hint="Leave empty if it names none"
          rule="recorded reply date"
          value={replyBy}
          onChange={setReplyBy}
        />
        {keepsText && (
          <TextField
            id="add-sent-text"
            label="Text (optional)"
            hint="Paste it here if you want to keep it with the dates"
            rows={4}
            wide
            value={text}
            onChange={setText}
          />
        )}
      </div>
      {!keepsText && (
        <p className={page.quiet}>
          Only the dates are kept, as you chose. You can change that under Privacy and backup.
        </p>
      )}
      <p className={ui.actions}>
        <button
          type="button"
          className={ui.buttonMain}
          disabled={sentOn === ''}
          onClick={() => detach(add())}
        >
          Add this letter
        </button>
        <button type="button" className={ui.button} onClick={() => onDone('Nothing was added.')}>
          Cancel
        </button>
      </p>
    </div>
  );
}

// The rules by which a reply is read are large.
const PasteReply = lazy(async () => ({ default: (await import('../../answers/ReplyAnswer')).PasteReply }));

interface AddReplyProps {
  /** The letter with which the reply is noted; absent if no letter is noted yet. Then a reply can only be pasted. */
  answered?: SentLetter;
  today: IsoDate;
  titleOf: (letterId: string) => string;
  /** `replyId` is null if nothing was noted. */
  onDone: (sentence: string, replyId: string | null) => void;
}

/** Where the focus goes at each step. */
const FIRST_CONTROL = {
  choose: '[role=group] button',
  paste: 'textarea',
  advice: '[data-answer] button',
};

/** Adds a reply: the user chooses what they are saying, or pastes it and is told. What is pasted is gone when this is closed. */
export function AddReply({ answered, today, titleOf, onDone }: AddReplyProps) {
  const details = useDetailsStore();
  const [step, setStep] = useState<'choose' | 'paste' | 'advice'>(answered ? 'choose' : 'paste');
  useEffect(() => focusAndSay(`#add-reply ${FIRST_CONTROL[step]}`), [step]);
  const own = useDetails(({ records }) => records.letter);
  /** The popup reads the ticks of the own letter that replaces ours. */
  const usedFor = (letterId: string) => own.find(({ replaces }) => replaces === letterId)?.id ?? letterId;
  const note = (letter: SentLetter, reply: Omit<Reply, 'id'>) =>
    addItem(details, replies, letter.id, reply, `their reply, ${sayings[reply.kind].noted}`);
  const finish = async ({ letter, note: noted }: ReplyDecision) => {
    const replyId = noted && answered ? note(answered, noted) : null;
    if (letter)
      await saveChoices(details, {
        letterId: letter.letterId,
        ...(answered && { signerId: answered.signerId, employerId: answered.employerId }),
        ...(letter.requests && { requests: { [usedFor(letter.letterId)]: [...letter.requests] } }),
      });
    const next = letter ? chosenSentence(titleOf(letter.letterId)) : 'Nothing to send now.';
    onDone(replyId === null ? next : `Noted with your letter. ${next}`, replyId);
  };
  const nothing = () => onDone('Nothing was noted.', null);
  return (
    <div id="add-reply" className={css.addReply} role="group" aria-label="Add their reply">
      {step === 'choose' && answered && (
        <>
          <ChooseKind
            first={[]}
            nothing="Cancel"
            onKind={(kind) =>
              onDone(
                'Noted. Now add the date of their reply.',
                note(answered, { ...emptyItems.replies, kind }),
              )
            }
            onAdvice={() => setStep('advice')}
            onNothing={nothing}
          />
          <button type="button" className={ui.link} onClick={() => setStep('paste')}>
            Not sure? Paste their reply
          </button>
        </>
      )}
      {step === 'advice' && <SpeakToUnion onNothing={nothing} />}
      {step === 'paste' && (
        <>
          <Suspense fallback={<p className={page.aside}>Opening…</p>}>
            <PasteReply
              today={today}
              titleOf={titleOf}
              afterwards="It is then chosen for your next email."
              cannotNote={answered ? null : 'To note their reply, first add your own letter.'}
              onDone={(decision) => detach(finish(decision))}
            />
          </Suspense>
          <button type="button" className={ui.link} onClick={nothing}>
            Cancel
          </button>
        </>
      )}
    </div>
  );
}

export function chosenSentence(title: string): string {
  return `“${title}” is chosen for your next email. Open the email, click the icon, then Insert letter.`;
}

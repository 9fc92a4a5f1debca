import { useEffect, useState } from 'react';
import type { OutlookWindowsPermission } from '../browserSide';
import { CheckField } from '../../ui/Field';
import { Notice } from '../../ui/focusAndSay';
import { detach } from '../../../lib/failure/failure';
import page from '../options.module.css';

interface OutlookWindowsProps {
  permission: OutlookWindowsPermission;
  /** True if a right-click in such a window was just refused. The message is here because it cannot be shown in the window. */
  wasRefused: boolean;
}

export function OutlookWindows({ permission, wasRefused }: OutlookWindowsProps) {
  const [isOn, setOn] = useState(false);
  const [outcome, setOutcome] = useState('');
  useEffect(() => {
    let isStale = false;
    detach(permission.has().then((has) => !isStale && setOn(has)));
    return () => {
      isStale = true;
    };
  }, [permission]);

  const setPermission = async (wanted: boolean) => {
    await (wanted ? permission.request() : permission.remove()).catch(() => false);
    const has = await permission.has();
    setOn(has);
    setOutcome(outcomeSentence(wanted, has));
  };
  return (
    <div className={page.card}>
      <h3>Outlook’s separate windows</h3>
      {wasRefused && !isOn && <Refusal />}
      <p>
        When you open an email in a window of its own, Outlook gives that window no address, and the browser
        then keeps us out of it even when you right-click there. With this switch on, your browser allows Dear
        Employer on Outlook’s own pages, so that right-click works in those windows too. It still does nothing
        until you ask.
      </p>
      <CheckField
        id="outlook-windows"
        label="Outlook’s separate windows"
        hint="Your browser will ask you to confirm. You can turn it off here at any time."
        checked={isOn}
        onChange={(wanted) => detach(setPermission(wanted))}
      />
      <p role="status" className={page.quiet}>
        {outcome}
      </p>
    </div>
  );
}

function Refusal() {
  return (
    <Notice tone="warn">
      <p role="alert">
        The browser did not let us write in that window, so nothing was put in. If it was a separate Outlook
        window, turn on the switch below, then right-click in the email again. Otherwise copy the letter, or
        take it as Word.
      </p>
    </Notice>
  );
}

function outcomeSentence(wanted: boolean, has: boolean): string {
  if (wanted)
    return has
      ? 'On. Right-click works in Outlook’s separate windows.'
      : 'Not turned on: the browser did not allow it.';
  return has
    ? 'Not turned off: the browser kept the permission.'
    : 'Off. The permission has been given back.';
}

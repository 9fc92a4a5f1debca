import { useEffect, useState } from 'react';
import type { OutlookWindowsPermission } from '../browserSide';
import { CheckField } from '../../ui/CheckField';

export function OutlookWindows({ permission }: { permission: OutlookWindowsPermission }) {
  const [isOn, setOn] = useState(false);
  const [outcome, setOutcome] = useState('');
  useEffect(() => {
    let isStale = false;
    void permission.has().then((has) => !isStale && setOn(has));
    return () => {
      isStale = true;
    };
  }, [permission]);

  const turn = async (wanted: boolean) => {
    await (wanted ? permission.request() : permission.remove()).catch(() => false);
    const has = await permission.has();
    setOn(has);
    setOutcome(sentenceFor(wanted, has));
  };
  return (
    <div className="card">
      <h3>One optional permission</h3>
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
        onChange={(wanted) => void turn(wanted)}
      />
      <p role="status" className="quiet">
        {outcome}
      </p>
    </div>
  );
}

function sentenceFor(wanted: boolean, has: boolean): string {
  if (wanted)
    return has
      ? 'On. Right-click works in Outlook’s separate windows.'
      : 'Not turned on: the browser did not allow it.';
  return has
    ? 'Not turned off: the browser kept the permission.'
    : 'Off. The permission has been given back.';
}
